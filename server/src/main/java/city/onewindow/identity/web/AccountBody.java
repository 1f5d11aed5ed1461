package city.onewindow.identity.web;

import city.onewindow.identity.AccountDetails;
import city.onewindow.identity.AccountKind;
import city.onewindow.identity.Role;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account as a form or a call states it; what is missing is found by the door, together with what is wrong. */
record AccountBody(
        @Nullable String displayName,
        @Nullable AccountKind kind,
        @Nullable Set<Role> roles,
        @Nullable String department,
        @Nullable String window) {

    /** What a call that left the details out stated. */
    static final AccountBody NOTHING = new AccountBody(null, null, null, null, null);

    AccountDetails details() {
        return new AccountDetails(
                Objects.requireNonNullElse(displayName, ""),
                Objects.requireNonNullElse(kind, AccountKind.STAFF),
                Objects.requireNonNullElse(roles, Set.of()),
                Objects.requireNonNullElse(department, ""),
                window == null || window.isBlank() ? null : window);
    }
}
