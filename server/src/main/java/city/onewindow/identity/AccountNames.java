package city.onewindow.identity;

import city.onewindow.audit.CodeNames;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose sign-in names they are, for who reads the audit log. */
@Component
class AccountNames implements CodeNames {

    private final AccountTable accounts;

    AccountNames(AccountTable accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<String, String> names(Set<String> codes) {
        return codes.isEmpty() ? Map.of() : accounts.displayNames(codes);
    }
}
