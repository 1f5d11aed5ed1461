package city.onewindow.catalog;

import city.onewindow.calendar.TimeLimit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
        return of(errand, errand.items(), item -> Span.of(item.terms().promised()));
    }

    /** Where no law sets a limit, the promise stands for it; licences have the limit of {@link JointHandling} together. */
    public static CriticalPath statutory(Errand errand) {
        if (!JointHandling.isOf(errand.items())) {
            return of(errand, errand.items(), CriticalPath::lawful);
        }
        List<CaseItem> licensing =
                errand.items().stream().filter(JointHandling::isLicence).toList();
        CriticalPath licences = of(errand, licensing, CriticalPath::lawful);
        CriticalPath others = of(
                errand,
                errand.items().stream()
                        .filter(item -> !licensing.contains(item))
                        .toList(),
                CriticalPath::lawful);
        Span joint = Span.of(JointHandling.LIMIT);
        CriticalPath capped = licences.span.compareTo(joint) > 0 ? new CriticalPath(licences.items, joint) : licences;
        return LENGTH.compare(others, capped) > 0 ? others : capped;
    }

    private static Span lawful(CaseItem item) {
        TimeLimit statutory = item.terms().statutory();
        return Span.of(statutory == null ? item.terms().promised() : statutory);
    }

    /** The longest that ends with one of these. */
    private static CriticalPath of(Errand errand, Collection<CaseItem> ends, Function<CaseItem, Span> length) {
        Map<String, CriticalPath> known = new HashMap<>();
        return ends.stream()
                .map(item -> to(item, errand, length, known))
                .max(LENGTH)
                .orElse(new CriticalPath(List.of(), Span.ZERO));
    }

    private static CriticalPath to(
            CaseItem item, Errand errand, Function<CaseItem, Span> length, Map<String, CriticalPath> known) {
        CriticalPath ready = known.get(item.name());
        if (ready != null) {
            return ready;
        }
        CriticalPath before = item.after().stream()
                .map(name -> to(errand.item(name).orElseThrow(), errand, length, known))
                .max(LENGTH)
                .orElse(new CriticalPath(List.of(), Span.ZERO));
        List<String> chain = new ArrayList<>(before.items());
        chain.add(item.name());
        CriticalPath path = new CriticalPath(chain, before.span().plus(length.apply(item)));
        known.put(item.name(), path);
        return path;
    }
}
