package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("事项之间的先后")
class DependenceTest {

    @Property
    @Label("后续事项恰好是直接等待它的，全部前序恰好是它经任意一条链等待的")
    void beforeAndFollowing(@ForAll("acyclic") Map<String, Set<String>> after) {
        Dependence dependence = Dependence.of(after);
        for (String item : after.keySet()) {
            assertThat(dependence.following(item))
                    .containsExactlyInAnyOrderElementsOf(after.keySet().stream()
                            .filter(other -> after.getOrDefault(other, Set.of()).contains(item))
                            .toList());
            assertThat(dependence.before(item))
                    .containsExactlyInAnyOrderElementsOf(after.keySet().stream()
                            .filter(other -> waits(item, other, after))
                            .toList());
        }
    }

    @Property
    @Label("先后关系成环时，环上的事项是自己的前序")
    void isBeforeItselfInARing(@ForAll("acyclic") Map<String, Set<String>> after) {
        after.keySet().stream()
                .flatMap(item -> Dependence.of(after).before(item).stream().map(first -> List.of(first, item)))
                .findFirst()
                .ifPresent(ends -> {
                    Map<String, Set<String>> ring = new LinkedHashMap<>(after);
                    ring.put(ends.get(0), Set.of(ends.get(1)));
                    assertThat(Dependence.of(ring).before(ends.get(0))).contains(ends.get(0));
                });
    }

    @Example
    @Label("不在本办件中的前序事项不起作用")
    void ignoresWhatIsNotInTheCase() {
        assertThat(Dependence.of(Map.of("b", Set.of("a", "x"), "a", Set.of())).before("b"))
                .containsExactly("a");
    }

    private static boolean waits(String item, String forOne, Map<String, Set<String>> after) {
        return after.getOrDefault(item, Set.of()).stream()
                .anyMatch(before -> before.equals(forOne) || waits(before, forOne, after));
    }

    /** Edges only from later letters to earlier ones. */
    @Provide
    Arbitrary<Map<String, Set<String>>> acyclic() {
        return Arbitraries.integers()
                .between(1, 8)
                .flatMap(size -> Arbitraries.of(true, false)
                        .list()
                        .ofSize(size * size)
                        .map(edges -> {
                            Map<String, Set<String>> after = new LinkedHashMap<>();
                            for (int i = 0; i < size; i++) {
                                Set<String> before = new LinkedHashSet<>();
                                for (int j = 0; j < i; j++) {
                                    if (edges.get(i * size + j)) {
                                        before.add("i" + j);
                                    }
                                }
                                after.put("i" + i, before);
                            }
                            return after;
                        }));
    }
}
