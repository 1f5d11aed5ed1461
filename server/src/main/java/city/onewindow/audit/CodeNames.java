package city.onewindow.audit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What people call the things that one room names by codes. The log keeps codes, for names change; whoever reads it is told the
 * names of today beside them.
 */
public interface CodeNames {

    /** @return by code; without those that are none of this room's */
    Map<String, String> names(Set<String> codes);

    /** Those of an enum, of which the log keeps the names. */
    static <E extends Enum<E>> Map<String, String> of(Class<E> type, Function<E, String> said, Set<String> codes) {
        return EnumSet.allOf(type).stream()
                .filter(one -> codes.contains(one.name()))
                .collect(Collectors.toMap(Enum::name, said));
    }
}
