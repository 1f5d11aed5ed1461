package city.onewindow.intake;

import city.onewindow.kernel.IdempotencyKey;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Says that whoever holds this named the application's number and its query code, or began it: the key to {@link OnlineApplications}.
 * Only {@link OnlineGate} cuts one. Serializable, for it lies in a session.
 */
public final class OpenedApplication implements Serializable {

    private static final long serialVersionUID = 1;

    private final String region;
    private final String number;

    OpenedApplication(String region, String number) {
        this.region = region;
        this.number = number;
    }

    public String number() {
        return number;
    }

    /** All applicants are one account: what one of them chose as a key is no other's. */
    @Nullable
    IdempotencyKey own(@Nullable IdempotencyKey key) {
        return key == null ? null : key.within(number);
    }

    /** A session of one centre opens nothing in another that shares the database. */
    boolean isOf(String centre) {
        return region.equals(centre);
    }
}
