package city.onewindow.catalog;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the materials that an item of the same case produces, so that nobody is asked for them, and makes the item that
 * needs one wait for the item that produces it.
 *
 * <p>The content says so in two ways: the material bears the name of another item's result (营业执照), or its source is
 * said to be pushed from inside the errand (一件事内部结果推送), which then means an item it already waits for.
 */
final class Production {

    private static final Pattern IN_PARENTHESES = Pattern.compile("[(（][^)）]*[)）]");
    private static final Pattern BETWEEN_RESULTS = Pattern.compile("[、；;，,和及]|以及");
    private static final Pattern PUSHED = Pattern.compile("内部结果推送|结果推送|结果带入|回传");
    /** A shorter name (证明, 合同) could be any document. */
    private static final int SHORTEST_NAME = 3;
    /** 个体工商户营业执照 is a 营业执照; but not everything that ends in 备案表 is the same form. */
    private static final int SHORTEST_ENDING = 4;

    private final Map<String, CaseItem> items = new LinkedHashMap<>();
    private final Map<String, Set<String>> after = new TreeMap<>();

    private Production(List<CaseItem> items) {
        items.forEach(item -> {
            this.items.put(item.name(), item);
            this.after.put(item.name(), new TreeSet<>());
        });
        // Orders of several one-things put together may contradict each other: the later edge of a ring is left out.
        items.forEach(item -> item.after().forEach(before -> addEdge(item.name(), before)));
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
        Set<String> before = allBefore(needing.name());
        return Stream.concat(
                        items.values().stream().filter(item -> before.contains(item.name())),
                        items.values().stream().filter(item -> !before.contains(item.name())))
                .filter(item -> !item.name().equals(needing.name()))
                .filter(item -> gives(item.terms().result(), need.material().name()))
                .map(CaseItem::name)
                .filter(producer -> addEdge(needing.name(), producer))
                .findFirst()
                .or(() -> pushed(needing, need))
                .map(need::producedBy)
                .orElse(need);
    }

    /** Of the items it already waits for, the one whose result's name comes nearest to the material's. */
    private Optional<String> pushed(CaseItem needing, CaseMaterial need) {
        if (!PUSHED.matcher(need.material().shareableFrom()).find()) {
            return Optional.empty();
        }
        return after.getOrDefault(needing.name(), Set.of()).stream()
                .max(Comparator.comparingLong(before -> likeness(need.material().name(), items.get(before))));
    }

    private static long likeness(String material, @Nullable CaseItem producer) {
        String words = producer == null ? "" : producer.terms().result() + producer.name();
        return IntStream.range(0, Math.max(0, material.length() - 1))
                .filter(at -> words.contains(material.substring(at, at + 2)))
                .count();
    }

    /** Whether one of the documents named in a result is the material: the same name, or a longer name ending in it. */
    static boolean gives(String result, String material) {
        String wanted = core(material);
        return wanted.length() >= SHORTEST_NAME
                && BETWEEN_RESULTS
                        .splitAsStream(IN_PARENTHESES.matcher(result).replaceAll(""))
                        .map(String::strip)
                        .anyMatch(document -> document.equals(wanted)
                                || wanted.length() >= SHORTEST_ENDING && document.endsWith(wanted));
    }

    private static String core(String name) {
        return IN_PARENTHESES.matcher(name).replaceAll("").strip();
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
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(after.getOrDefault(item, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(after.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }
}
