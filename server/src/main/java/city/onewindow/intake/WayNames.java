package city.onewindow.intake;

import city.onewindow.audit.CodeNames;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How materials were dealt with, in words, for who reads the audit log. */
@Component
class WayNames implements CodeNames {

    @Override
    public Map<String, String> names(Set<String> codes) {
        return Stream.of(Way.values())
                .filter(way -> codes.contains(way.name()))
                .collect(Collectors.toMap(Way::name, Way::words));
    }
}
