package city.onewindow.notice.web;

import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.RevokedHow;
import city.onewindow.notice.Signed;
import city.onewindow.notice.Verification;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a program is told of a file that somebody was handed.
 *
 * @param verdict ISSUED: byte for byte what the centre issued; REPACKED: every part sealed by the centre, but the file was packed
 *     anew; DIFFERS: it names a document of the centre and is not what was issued; UNKNOWN: nothing that the centre issued
 * @param digest SM3 of the file, hexadecimal
 * @param signature UNCHECKED for a PDF without one, UNSIGNED for an OFD; else BY_CENTRE, BY_OTHER, BROKEN or UNREADABLE
 * @param signer as the certificate names it; empty where no signature holds
 * @param lateAfter the last day of the centre's certificate, if the file was sealed after it: whole, but other readers may refuse
 *     it; null if it was sealed in time, or by nobody
 * @param document that the file is, or says it is; null if it names none of this centre
 */
record CheckedFile(
        Verification.Verdict verdict,
        Format format,
        String digest,
        Signed.State signature,
        String signer,
        @Nullable LocalDate lateAfter,
        @Nullable NamedDocument document) {

    /**
     * @param revokedOn when what it says was revoked, though the file be genuine; null as long as it holds
     * @param revokedHow by its issuer, or what the ruling of an organ of review or a court did to it
     * @param revokedBy organ and document of that ruling; empty if its issuer revoked it
     * @param restoredOn when a revocation of it was set aside; null if none ever was
     * @param restoredBy organ and document of the ruling that did
     * @param verification path that tells of it
     */
    record NamedDocument(
            String number,
            String title,
            String issuer,
            LocalDate date,
            @Nullable LocalDate revokedOn,
            @Nullable String revokedWhy,
            @Nullable RevokedHow revokedHow,
            @Nullable String revokedBy,
            @Nullable LocalDate restoredOn,
            @Nullable String restoredBy,
            String verification) {

        static NamedDocument of(IssuedDocument document) {
            return new NamedDocument(
                    document.number(),
                    document.kind().title(),
                    document.issuer(),
                    document.date(),
                    document.revokedOn(),
                    document.revokedWhy(),
                    document.revokedHow(),
                    document.revokedBy(),
                    document.restoredOn(),
                    document.restoredBy(),
                    "/api/documents/" + document.verifyCode());
        }
    }

    static CheckedFile of(Verification verification) {
        return new CheckedFile(
                verification.verdict(),
                verification.format(),
                verification.digest(),
                verification.signed().state(),
                verification.signed().signer(),
                verification.lateAfter(),
                verification.document().map(NamedDocument::of).orElse(null));
    }
}
