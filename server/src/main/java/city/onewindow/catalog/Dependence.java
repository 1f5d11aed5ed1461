package city.onewindow.catalog;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which items wait for which: read forwards and backwards, along any chain. */
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

    /**
     * The same, if no item waits for itself along any chain: a ring could never be granted.
     *
     * @throws IllegalArgumentException if one does
     */
    public Dependence withoutRings() {
        before.keySet().stream()
                .filter(item -> before(item).contains(item))
                .findFirst()
                .ifPresent(item -> {
                    throw new IllegalArgumentException("Item " + item + " waits for itself: " + before
                            + ". Maybe the one-thing was not checked when it was taken in.");
                });
        return this;
    }

    /** All that must be granted before it, along any chain; itself too if it waits for itself. */
    public Set<String> before(String item) {
        return reached(item, before);
    }

    /** Those that wait for this one directly. */
    public List<String> following(String item) {
        return List.copyOf(waiting(item));
    }

    /** Those that can't be granted without this one: what ends when it is denied. */
    public Set<String> descendants(String item) {
        waiting(item);
        return reached(item, following);
    }

    private static Set<String> reached(String item, Map<String, Set<String>> next) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(next.getOrDefault(item, Set.of()));
        while (!open.isEmpty()) {
            String one = open.pop();
            if (found.add(one)) {
                open.addAll(next.getOrDefault(one, Set.of()));
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
