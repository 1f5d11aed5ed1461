package city.onewindow.notice.web;

import city.onewindow.notice.IssuedDocument;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a program is told of a genuine document.
 *
 * @param kind code, such as ACCEPTANCE
 * @param title such as 受理通知书
 * @param addressee masked
 * @param revokedOn when what it says was revoked; null as long as it holds
 * @param digest SM3 of the PDF, hexadecimal
 * @param pdf path of the document itself
 * @param ofd path of the same as OFD
 */
record VerifiedDocument(
        String number,
        String kind,
        String title,
        String issuer,
        LocalDate date,
        String addressee,
        @Nullable LocalDate revokedOn,
        @Nullable String revokedWhy,
        String digest,
        String pdf,
        String ofd) {

    static VerifiedDocument of(IssuedDocument document, String digest) {
        return new VerifiedDocument(
                document.number(),
                document.kind().name(),
                document.kind().title(),
                document.issuer(),
                document.date(),
                document.addressee(),
                document.revokedOn(),
                document.revokedWhy(),
                digest,
                "/api/documents/" + document.verifyCode() + "/pdf",
                "/api/documents/" + document.verifyCode() + "/ofd");
    }
}
