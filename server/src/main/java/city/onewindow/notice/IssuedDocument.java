package city.onewindow.notice;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A document that was issued; nothing of it changes any more.
 *
 * @param number such as 洛政务受字〔2026〕00012号; unique in the centre
 * @param verifyCode sixteen characters printed on the document; whoever has them may read it
 * @param subject number of the application or case that it belongs to
 * @param addressee masked
 */
public record IssuedDocument(
        String number,
        String verifyCode,
        DocumentKind kind,
        String subject,
        String addressee,
        String issuer,
        LocalDate date,
        LocalDateTime issuedAt) {

    /** In groups of four, as people read it. */
    public String verifyCodeInGroups() {
        return verifyCode.replaceAll("(.{4})(?=.)", "$1-");
    }
}
