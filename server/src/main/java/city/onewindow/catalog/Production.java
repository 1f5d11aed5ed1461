package city.onewindow.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the materials that an item of the same case produces, so that nobody is asked for them, and makes the item that
 * needs one wait for the item that produces it.
 *
 * <p>The content says so in two ways: the material bears the name of another item's result (营业执照), or its source is
 * said to be pushed from inside the errand (一件事内部结果推送), which then means an item it already waits for. What the
 * applicant has himself or says on the form is nobody's product, whatever it is called.
 */
final class Production {

    private final Map<String, CaseItem> items = new LinkedHashMap<>();
    /** The documents that each item's result names; read once, for they are looked through for every material. */
    private final Map<String, List<DocumentName>> results = new LinkedHashMap<>();

    private final Map<String, Set<String>> after = new TreeMap<>();
    /** What the content itself says comes before, next to each item and in all. */
    private final Map<String, List<String>> declared = new HashMap<>();

    private final Map<String, Set<String>> declaredBefore = new HashMap<>();

    private Production(List<CaseItem> items) {
        items.forEach(item -> {
            this.items.put(item.name(), item);
            this.results.put(item.name(), DocumentName.inResult(item.terms().result()));
            this.after.put(item.name(), new TreeSet<>());
        });
        // Orders of several one-things put together may contradict each other: the later edge of a ring is left out.
        items.forEach(item -> item.after().forEach(before -> addEdge(item.name(), before)));
        items.forEach(item -> declared.put(item.name(), List.copyOf(after.getOrDefault(item.name(), Set.of()))));
        items.forEach(item -> declaredBefore.put(item.name(), allBefore(item.name())));
    }

    /**
     * Whether a result that was there before the case began is what the material asks for, as for an item that comes before another without
     * being next to it: it bears its very name. What is pushed from inside an errand (一件事内部结果推送) comes from that errand.
     */
    static boolean isGivenBy(String result, Material wanted) {
        DocumentName name = DocumentName.of(wanted.name());
        return !wanted.printedFromForm()
                && !wanted.ownedByApplicant()
                && DocumentName.inResult(result).stream().anyMatch(document -> document.isThe(name));
    }

    static List<CaseItem> link(List<CaseItem> items) {
        return new Production(items).link();
    }

    private List<CaseItem> link() {
        Map<String, List<CaseMaterial>> materials = new LinkedHashMap<>();
        items.values()
                .forEach(item -> materials.put(
                        item.name(),
                        item.materials().stream()
                                .map(material -> withProducer(item, material))
                                .toList()));
        return items.values().stream()
                .map(item -> new CaseItem(
                        item.item(),
                        item.terms(),
                        List.copyOf(after.getOrDefault(item.name(), Set.of())),
                        materials.getOrDefault(item.name(), List.of())))
                .toList();
    }

    private CaseMaterial withProducer(CaseItem needing, CaseMaterial need) {
        return need.material().printedFromForm()
                ? need
                : bearingItsName(needing, need)
                        .or(() -> pushed(needing, need))
                        .map(need::producedBy)
                        .orElse(need);
    }

    /** The nearest first: an item that the content says comes before, one that comes before that, any other. */
    private Optional<String> bearingItsName(CaseItem needing, CaseMaterial need) {
        if (need.material().ownedByApplicant()) {
            return Optional.empty();
        }
        DocumentName wanted = DocumentName.of(need.material().name());
        List<String> near = declared(needing);
        Set<String> before = declaredBefore.getOrDefault(needing.name(), Set.of());
        return Stream.of(
                        giving(near, document -> document.isThe(wanted)),
                        giving(near, document -> document.isKindOf(wanted)),
                        giving(before, document -> document.isThe(wanted)),
                        isWaitedFor(need)
                                ? giving(items.keySet(), document -> document.isThe(wanted))
                                : List.<String>of())
                .flatMap(List::stream)
                .filter(producer -> addEdge(needing.name(), producer))
                .findFirst();
    }

    /** What may follow or be left out is no reason to wait for an item that nobody said comes first. */
    private static boolean isWaitedFor(CaseMaterial need) {
        return need.material().requirement() == Requirement.REQUIRED
                && need.later().isEmpty();
    }

    private List<String> giving(Collection<String> candidates, Predicate<DocumentName> wanted) {
        return results.entrySet().stream()
                .filter(result -> candidates.contains(result.getKey()))
                .filter(result -> result.getValue().stream().anyMatch(wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Of the items that the content says come before, the one whose result's name comes nearest to the material's. */
    private Optional<String> pushed(CaseItem needing, CaseMaterial need) {
        if (!need.material().pushedByResult()) {
            return Optional.empty();
        }
        return declared(needing).stream()
                .filter(before -> likeness(need.material().name(), items.get(before)) > 0)
                .max(Comparator.comparingLong(before -> likeness(need.material().name(), items.get(before))));
    }

    private List<String> declared(CaseItem item) {
        return declared.getOrDefault(item.name(), List.of());
    }

    /** How many pairs of neighbouring characters of the name are in the producer's words. */
    static long likeness(String name, @Nullable CaseItem producer) {
        String words = producer == null ? "" : producer.terms().result() + producer.name();
        return IntStream.range(0, Math.max(0, name.length() - 1))
                .filter(at -> words.contains(name.substring(at, at + 2)))
                .count();
    }

    /** False if the edge would close a ring. */
    private boolean addEdge(String item, String before) {
        if (item.equals(before) || allBefore(before).contains(item)) {
            return false;
        }
        after.computeIfAbsent(item, name -> new TreeSet<>()).add(before);
        return true;
    }

    private Set<String> allBefore(String item) {
        return Dependence.of(after).before(item);
    }
}
