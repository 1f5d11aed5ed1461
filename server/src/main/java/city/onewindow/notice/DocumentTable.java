package city.onewindow.notice;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents of one centre in their tables. */
record DocumentTable(JdbcClient jdbc, String region) {

    private static final String SHOWN = """
            select number, verify_code, kind, subject, addressee, issuer, issued_on as date, issued_at
            from notice.document
            """;

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
}
