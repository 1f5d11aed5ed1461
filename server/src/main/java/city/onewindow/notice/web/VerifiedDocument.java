package city.onewindow.notice.web;

import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.RevokedHow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a program is told of a genuine document.
 *
 * @param kind code, such as ACCEPTANCE
 * @param title such as 受理通知书
 * @param addressee masked
 * @param revokedOn when what it says was revoked; null as long as it holds
 * @param revokedHow by its issuer, or what the ruling of an organ of review or a court did to it
 * @param revokedBy organ and document of that ruling; empty if its issuer revoked it
 * @param restoredOn when a revocation of it was set aside; null if none ever was
 * @param restoredBy organ and document of the ruling that did
 * @param digest SM3 of the PDF, hexadecimal; empty while nobody has read it and the device that seals it doesn't answer
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
        @Nullable RevokedHow revokedHow,
        @Nullable String revokedBy,
        @Nullable LocalDate restoredOn,
        @Nullable String restoredBy,
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
                document.revokedHow(),
                document.revokedBy(),
                document.restoredOn(),
                document.restoredBy(),
                digest,
                "/api/documents/" + document.verifyCode() + "/pdf",
                "/api/documents/" + document.verifyCode() + "/ofd");
    }
}
