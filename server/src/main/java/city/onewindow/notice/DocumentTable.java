package city.onewindow.notice;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents of one centre in their tables. */
record DocumentTable(JdbcClient jdbc, String region) {

    private static final String RESTORED = """
            left join lateral (
                select restored_on, restored_by from notice.restoration r
                where r.region = document.region and r.number = document.number
                order by r.id desc limit 1) restored on true
            """;

    private static final String SHOWN = """
            select number, verify_code, kind, subject, addressee, issuer, issued_on as date, issued_at, revoked_on, revoked_why,
                   revoked_how, revoked_by, restored_on, restored_by
            from notice.document left join notice.revocation using (region, number)
            """ + RESTORED;

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

    /** Which document a file is, byte for byte. */
    Optional<IssuedDocument> byDigest(String digest, Format format) {
        return jdbc.sql("""
                        select number, verify_code, kind, subject, addressee, issuer, issued_on as date, issued_at,
                               revoked_on, revoked_why, revoked_how, revoked_by, restored_on, restored_by
                        from notice.print join notice.document using (region, number)
                        left join notice.revocation using (region, number)
                        """ + RESTORED + """
                        where region = :region and digest = :digest and format = :format
                        """)
                .param("region", region)
                .param("digest", digest)
                .param("format", format.name())
                .query(IssuedDocument.class)
                .optional();
    }

    /** Its content enciphered. */
    Optional<Print> print(IssuedDocument document, Format format) {
        return jdbc.sql("""
                        select content, digest from notice.print
                        where region = :region and number = :number and format = :format
                        """)
                .param("region", region)
                .param("number", document.number())
                .param("format", format.name())
                .query((row, n) -> new Print(row.getBytes("content"), row.getString("digest")))
                .optional();
    }

    /** When it was made, and sealed if it is. */
    Optional<LocalDateTime> printedAt(IssuedDocument document, Format format) {
        return jdbc.sql("""
                        select printed_at from notice.print
                        where region = :region and number = :number and format = :format
                        """)
                .param("region", region)
                .param("number", document.number())
                .param("format", format.name())
                .query(LocalDateTime.class)
                .optional();
    }

    /** Of two that print at once the first is kept. */
    void keepPrint(IssuedDocument document, Format format, Print enciphered, LocalDateTime at) {
        jdbc.sql("""
                        insert into notice.print (region, number, format, content, digest, printed_at)
                        values (:region, :number, :format, :content, :digest, :at)
                        on conflict do nothing
                        """)
                .param("region", region)
                .param("number", document.number())
                .param("format", format.name())
                .param("content", enciphered.content())
                .param("digest", enciphered.digest())
                .param("at", at)
                .update();
    }

    /** Whether the centre seals with this certificate, or ever did. */
    boolean isCentres(String fingerprint) {
        return jdbc.sql("select exists (select from notice.certificate where region = :region and fingerprint = :it)")
                .param("region", region)
                .param("it", fingerprint)
                .query(Boolean.class)
                .single();
    }

    void keepCertificate(String fingerprint, byte[] content, LocalDateTime at) {
        jdbc.sql("""
                        insert into notice.certificate (region, fingerprint, content, used_from)
                        values (:region, :fingerprint, :content, :at)
                        on conflict do nothing
                        """)
                .param("region", region)
                .param("fingerprint", fingerprint)
                .param("content", content)
                .param("at", at)
                .update();
    }
}
