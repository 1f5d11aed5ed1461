package city.onewindow.notice;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents of one centre in their tables. */
record DocumentTable(JdbcClient jdbc, String region) {

    private static final String SHOWN = """
            select number, verify_code, kind, subject, addressee, issuer, issued_on as date, issued_at
            from notice.document
            """;

    /** One statement, no lock that another issue would wait for: the number comes from its kind's sequence. */
    IssuedDocument insert(Draft draft, String mark, String verifyCode, byte[] text, LocalDateTime at) {
        return tryInsert(draft, mark, verifyCode, text, at).orElseGet(() -> {
            beginYear(draft);
            return tryInsert(draft, mark, verifyCode, text, at).orElseThrow();
        });
    }

    /** Empty if this is the year's first document of its kind. */
    private Optional<IssuedDocument> tryInsert(
            Draft draft, String mark, String verifyCode, byte[] text, LocalDateTime at) {
        return jdbc.sql("""
                        insert into notice.document
                            (region, number, verify_code, kind, subject, addressee, issuer, issued_on, issued_at, text)
                        select :region,
                               concat(:mark, '〔', :year, '〕', lpad(n::text, greatest(5, length(n::text)), '0'), '号'),
                               :verifyCode, :kind, :subject, :addressee, :issuer, :date, :at, :text
                        from (select nextval(:sequence::regclass) - before as n
                              from notice.year
                              where region = :region and kind = :kind and year = :year) as next
                        returning number
                        """)
                .param("region", region)
                .param("mark", mark + draft.kind().mark() + "字")
                .param("year", draft.date().getYear())
                .param("sequence", sequence(draft.kind()))
                .param("verifyCode", verifyCode)
                .param("kind", draft.kind().name())
                .param("subject", draft.subject())
                .param("addressee", draft.addressee().masked())
                .param("issuer", draft.issuer())
                .param("date", draft.date())
                .param("at", at)
                .param("text", text)
                .query(String.class)
                .optional()
                .map(number -> new IssuedDocument(
                        number,
                        verifyCode,
                        draft.kind(),
                        draft.subject(),
                        draft.addressee().masked(),
                        draft.issuer(),
                        draft.date(),
                        at));
    }

    /** Numbers begin anew each year: what the sequence had given out before is taken off. */
    private void beginYear(Draft draft) {
        jdbc.sql("""
                        insert into notice.year (region, kind, year, before)
                        values (:region, :kind, :year, nextval(:sequence::regclass))
                        on conflict do nothing
                        """)
                .param("region", region)
                .param("kind", draft.kind().name())
                .param("year", draft.date().getYear())
                .param("sequence", sequence(draft.kind()))
                .update();
    }

    Optional<IssuedDocument> byVerifyCode(String verifyCode) {
        return jdbc.sql(SHOWN + "where region = :region and verify_code = :verifyCode")
                .param("region", region)
                .param("verifyCode", verifyCode)
                .query(IssuedDocument.class)
                .optional();
    }

    List<IssuedDocument> bySubject(String subject) {
        return jdbc.sql(SHOWN + "where region = :region and subject = :subject order by issued_at, number")
                .param("region", region)
                .param("subject", subject)
                .query(IssuedDocument.class)
                .list();
    }

    byte[] text(IssuedDocument document) {
        return jdbc.sql("select text from notice.document where region = :region and number = :number")
                .param("region", region)
                .param("number", document.number())
                .query(byte[].class)
                .single();
    }

    /** Sealed. */
    Optional<Pdf> print(IssuedDocument document) {
        return jdbc.sql("select content, digest from notice.print where region = :region and number = :number")
                .param("region", region)
                .param("number", document.number())
                .query((row, n) -> new Pdf(row.getBytes("content"), row.getString("digest")))
                .optional();
    }

    /** Of two that print at once the first is kept. */
    void keepPrint(IssuedDocument document, byte[] sealed, String digest, LocalDateTime at) {
        jdbc.sql("""
                        insert into notice.print (region, number, content, digest, printed_at)
                        values (:region, :number, :content, :digest, :at)
                        on conflict do nothing
                        """)
                .param("region", region)
                .param("number", document.number())
                .param("content", sealed)
                .param("digest", digest)
                .param("at", at)
                .update();
    }

    private static String sequence(DocumentKind kind) {
        return "notice.number_" + kind.name().toLowerCase(Locale.ROOT);
    }
}
