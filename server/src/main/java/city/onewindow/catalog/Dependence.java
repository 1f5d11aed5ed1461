package city.onewindow.catalog;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which items wait for which: all that one waits for, and what waits for it. */
public final class Dependence {

    private final Map<String, Set<String>> before = new LinkedHashMap<>();
    private final Map<String, Set<String>> following = new LinkedHashMap<>();

    private Dependence() {}

    /** @param after by item, the items that must be granted before it; those that are no key of the map are ignored */
    public static Dependence of(Map<String, ? extends Collection<String>> after) {
        Dependence dependence = new Dependence();
        after.keySet().forEach(item -> dependence.following.put(item, new LinkedHashSet<>()));
        after.forEach((item, some) -> {
            Set<String> known = new LinkedHashSet<>(some);
            known.retainAll(after.keySet());
            known.forEach(one -> dependence.waiting(one).add(item));
            dependence.before.put(item, known);
        });
        return dependence;
    }

    /** Of the items of a one-thing. */
    public static Dependence of(Collection<Member> members) {
        Map<String, List<String>> after = new LinkedHashMap<>();
        members.forEach(member -> after.put(member.item(), member.after()));
        return of(after);
    }

    /** All that must be granted before it, along any chain; itself too if it waits for itself. */
    public Set<String> before(String item) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(before.getOrDefault(item, Set.of()));
        while (!open.isEmpty()) {
            String one = open.pop();
            if (found.add(one)) {
                open.addAll(before.getOrDefault(one, Set.of()));
            }
        }
        return found;
    }

    /** Those that wait for this one directly. */
    public List<String> following(String item) {
        return List.copyOf(waiting(item));
    }

    private Set<String> waiting(String item) {
        Set<String> waiting = following.get(item);
        if (waiting == null) {
            throw new IllegalArgumentException("No item " + item + " in " + following.keySet());
        }
        return waiting;
    }
}
