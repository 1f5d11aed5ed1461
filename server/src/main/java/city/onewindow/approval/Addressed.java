package city.onewindow.approval;

import city.onewindow.notice.Addressee;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of the case that it belongs to, and to whom it is written.
 *
 * @param jointDays within which licences of several departments are done together; null if they aren't
 */
record Addressed(
        String number,
        String title,
        int edition,
        LocalDateTime acceptedAt,
        Addressee addressee,
        @Nullable Integer jointDays) {

    /** The same case, to somebody else than its applicant. */
    Addressed writtenTo(Addressee other) {
        return new Addressed(number, title, edition, acceptedAt, other, jointDays);
    }

    Addressed withJoint(int days) {
        return new Addressed(number, title, edition, acceptedAt, addressee, days);
    }
}
