package city.onewindow.intake;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What was looked at only as a picture, or isn't signed yet, and is shown or signed when a result is handed over (全程网办).
 *
 * @param what is to be done with it
 * @param items names of the items that need it
 */
public record Original(String key, String material, String what, Set<String> items) {

    public Original {
        items = Set.copyOf(items);
    }

    /** Those that one of these items needs. */
    public static List<Original> neededBy(Collection<String> items, List<Original> originals) {
        return originals.stream()
                .filter(original -> original.items().stream().anyMatch(items::contains))
                .toList();
    }
}
