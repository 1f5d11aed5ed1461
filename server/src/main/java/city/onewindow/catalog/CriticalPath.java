package city.onewindow.catalog;

import city.onewindow.calendar.TimeLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The chain of items that decides how long an errand takes: departments work in parallel, so days add up only along
 * {@code after}.
 *
 * @param items names along the chain, first to last
 */
public record CriticalPath(List<String> items, Span span) {

    /** Of two chains that take equally long the one with more items: what is done on the spot belongs to it too. */
    private static final Comparator<CriticalPath> LENGTH = Comparator.comparing(CriticalPath::span)
            .thenComparing(path -> path.items().size());

    public CriticalPath {
        items = List.copyOf(items);
    }

    public static CriticalPath promised(Errand errand) {
        return of(errand, item -> Span.of(item.terms().promised()), (item, span) -> span);
    }

    /**
     * Where no law sets a limit, the promise stands for it; licences have the limit of {@link JointHandling} together, and what waits for
     * them counts from there.
     */
    public static CriticalPath statutory(Errand errand) {
        Span joint = Span.of(JointHandling.LIMIT);
        boolean together = JointHandling.isOf(errand.items());
        return of(
                errand,
                CriticalPath::lawful,
                (item, span) -> together && JointHandling.isLicence(item) && span.compareTo(joint) > 0 ? joint : span);
    }

    /** What the law allows for the whole; null where it limits nothing on the way: a promise alone isn't passed off as law. */
    public static @Nullable Span lawfully(Errand errand) {
        CriticalPath path = statutory(errand);
        boolean limited = path.items().stream()
                .anyMatch(name -> errand.item(name).orElseThrow().terms().statutory() != null);
        return limited ? path.span() : null;
    }

    private static Span lawful(CaseItem item) {
        TimeLimit statutory = item.terms().statutory();
        return Span.of(statutory == null ? item.terms().promised() : statutory);
    }

    /** @param within how long a chain that ends with the item may take at most, of how long it would */
    private static CriticalPath of(
            Errand errand, Function<CaseItem, Span> length, BiFunction<CaseItem, Span, Span> within) {
        Map<String, CriticalPath> known = new HashMap<>();
        return errand.items().stream()
                .map(item -> to(item, errand, length, within, known))
                .max(LENGTH)
                .orElse(new CriticalPath(List.of(), Span.ZERO));
    }

    private static CriticalPath to(
            CaseItem item,
            Errand errand,
            Function<CaseItem, Span> length,
            BiFunction<CaseItem, Span, Span> within,
            Map<String, CriticalPath> known) {
        CriticalPath ready = known.get(item.name());
        if (ready != null) {
            return ready;
        }
        CriticalPath before = item.after().stream()
                .map(name -> to(errand.item(name).orElseThrow(), errand, length, within, known))
                .max(LENGTH)
                .orElse(new CriticalPath(List.of(), Span.ZERO));
        List<String> chain = new ArrayList<>(before.items());
        chain.add(item.name());
        CriticalPath path =
                new CriticalPath(chain, within.apply(item, before.span().plus(length.apply(item))));
        known.put(item.name(), path);
        return path;
    }
}
