package city.onewindow.audit;

import java.util.Map;
import java.util.Set;

/**
 * What people call the things that one room names by codes. The log keeps codes, for names change; whoever reads it is told the
 * names of today beside them.
 */
public interface CodeNames {

    /** @return by code; without those that are none of this room's */
    Map<String, String> names(Set<String> codes);
}
