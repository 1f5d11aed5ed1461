package city.onewindow.intake;

import city.onewindow.audit.CodeNames;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How materials were dealt with, in words, for who reads the audit log. */
@Component
class WayNames implements CodeNames {

    @Override
    public Map<String, String> names(Set<String> codes) {
        return CodeNames.of(Way.class, Way::words, codes);
    }
}
