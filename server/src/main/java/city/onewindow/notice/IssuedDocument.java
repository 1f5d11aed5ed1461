package city.onewindow.notice;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A document that was issued; nothing of it changes any more.
 *
 * @param number such as 洛政务受字〔2026〕00012号; unique in the centre
 * @param verifyCode sixteen characters printed on the document; whoever has them may read it
 * @param subject number of the application or case that it belongs to
 * @param addressee masked
 * @param revokedOn when what it says was revoked; null as long as it holds
 * @param revokedWhy the reason, for everybody; null as long as it holds
 * @param revokedHow by its issuer, or what a ruling did to it; null as long as it holds
 * @param revokedBy organ and document of the ruling; empty if its issuer revoked it; null as long as it holds
 * @param restoredOn when a revocation of it was set aside the last time, by a ruling; null if none ever was
 * @param restoredBy organ and document of that ruling; null likewise
 */
public record IssuedDocument(
        String number,
        String verifyCode,
        DocumentKind kind,
        String subject,
        String addressee,
        String issuer,
        LocalDate date,
        LocalDateTime issuedAt,
        @Nullable LocalDate revokedOn,
        @Nullable String revokedWhy,
        @Nullable RevokedHow revokedHow,
        @Nullable String revokedBy,
        @Nullable LocalDate restoredOn,
        @Nullable String restoredBy) {

    /** Whether what it says no longer holds. The paper stays genuine. */
    public boolean isRevoked() {
        return revokedOn != null;
    }

    /** In groups of four, as people read it. */
    public String verifyCodeInGroups() {
        return verifyCode.replaceAll("(.{4})(?=.)", "$1-");
    }
}
