package city.onewindow.approval;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which items of a case wait for which: without rings, since a ring could never be granted. */
public final class Dependence {

    private final Map<String, Set<String>> following = new LinkedHashMap<>();

    private Dependence() {}

    /** @param after by item, the items that must be granted before it; those that are no key of the map are ignored */
    public static Dependence of(Map<String, ? extends Collection<String>> after) {
        Dependence dependence = new Dependence();
        after.keySet().forEach(item -> dependence.following.put(item, new LinkedHashSet<>()));
        after.forEach((item, before) -> before.stream()
                .filter(after::containsKey)
                .forEach(one -> dependence.waiting(one).add(item)));
        after.keySet().forEach(item -> {
            if (dependence.descendants(item).contains(item)) {
                throw new IllegalArgumentException("Item " + item + " waits for itself: " + after);
            }
        });
        return dependence;
    }

    /** Those that wait for this one directly. */
    public List<String> following(String item) {
        return List.copyOf(waiting(item));
    }

    /** Those that can't be granted without this one: what ends when it is denied. */
    public Set<String> descendants(String item) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(waiting(item));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(waiting(next));
            }
        }
        return found;
    }

    private Set<String> waiting(String item) {
        Set<String> waiting = following.get(item);
        if (waiting == null) {
            throw new IllegalArgumentException("No item " + item + " in " + following.keySet());
        }
        return waiting;
    }
}
