package city.onewindow.catalog.lint;

import city.onewindow.audit.CodeNames;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the rules of the lint are called, for who reads in the audit log what was waived. */
@Component
class RuleNames implements CodeNames {

    @Override
    public Map<String, String> names(Set<String> codes) {
        return Arrays.stream(Rule.values())
                .filter(rule -> codes.contains(rule.name()))
                .collect(Collectors.toMap(Rule::name, Rule::title));
    }
}
