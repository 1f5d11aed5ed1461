package city.onewindow.catalog.lint;

import city.onewindow.audit.CodeNames;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the rules of the lint are called, for who reads in the audit log what was waived. */
@Component
class RuleNames implements CodeNames {

    @Override
    public Map<String, String> names(Set<String> codes) {
        return CodeNames.of(Rule.class, Rule::title, codes);
    }
}
