package city.onewindow.identity;

import city.onewindow.audit.CodeNames;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the roles of an account are called, kept one after another, for who reads the audit log. */
@Component
class RoleNames implements CodeNames {

    @Override
    public Map<String, String> names(Set<String> codes) {
        Map<String, String> terms = Arrays.stream(Role.values()).collect(Collectors.toMap(Role::name, Role::term));
        Map<String, String> names = new HashMap<>();
        for (String code : codes) {
            List<String> roles = List.of(code.split(","));
            if (!roles.isEmpty() && terms.keySet().containsAll(roles)) {
                names.put(code, roles.stream().map(terms::get).collect(Collectors.joining("、")));
            }
        }
        return names;
    }
}
