package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases of any shape, decided in any order, against a rule so simple that it can be read at a glance. */
@DisplayName("任意先后关系、任意办理顺序")
class AnyOrderTest extends ApprovalHouseTest {

    @ParameterizedTest(name = "种子 {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("前序全部准予时才开始，不予只终止其后代，办件总会办结")
    void opensEndsAndCloses(long seed) {
        Random random = new Random(seed);
        Map<String, Set<String>> after = acyclic(random);
        String number = cases.accept(written(after));
        Map<String, Outcome> decided = new HashMap<>();

        for (List<String> open = open(after, decided); !open.isEmpty(); open = open(after, decided)) {
            assertThat(steps(number)).isEqualTo(expected(after, decided));
            String item = open.get(random.nextInt(open.size()));
            if (random.nextInt(4) == 0) {
                deny(number, item);
                decided.put(item, Outcome.DENIED);
            } else {
                certify(number, item);
                decided.put(item, Outcome.GRANTED);
            }
        }
        assertThat(steps(number)).isEqualTo(expected(after, decided));
        assertThat(statusOf(number)).isEqualTo("MADE");
        for (String item : decided.keySet()) {
            deliver(number, item);
        }
        assertThat(steps(number).values()).containsOnly(Step.ENDED);
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        assertThat(after.keySet())
                .allSatisfy(item -> assertThat(matter(number, item).outcome())
                        .isEqualTo(decided.getOrDefault(item, Outcome.TERMINATED)));
    }

    /** What is undecided and waits for nothing ungranted. */
    private static List<String> open(Map<String, Set<String>> after, Map<String, Outcome> decided) {
        return after.keySet().stream()
                .filter(item -> !decided.containsKey(item))
                .filter(item -> after.getOrDefault(item, Set.of()).stream()
                        .allMatch(before -> decided.get(before) == Outcome.GRANTED))
                .toList();
    }

    private static Map<String, Step> expected(Map<String, Set<String>> after, Map<String, Outcome> decided) {
        Map<String, Step> expected = new HashMap<>();
        Set<String> lost = new HashSet<>();
        List<String> open = open(after, decided);
        for (String item : after.keySet()) {
            boolean hopeless = after.getOrDefault(item, Set.of()).stream()
                    .anyMatch(before -> decided.get(before) == Outcome.DENIED || lost.contains(before));
            if (hopeless) {
                lost.add(item);
            }
            expected.put(
                    item,
                    decided.containsKey(item)
                            ? Step.DELIVER
                            : hopeless ? Step.ENDED : open.contains(item) ? Step.REVIEW : Step.WAITING);
        }
        return expected;
    }

    private static Map<String, Set<String>> acyclic(Random random) {
        Map<String, Set<String>> after = new LinkedHashMap<>();
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            Set<String> before = new HashSet<>();
            for (int j = 0; j < i; j++) {
                if (random.nextInt(3) == 0) {
                    before.add("i" + j);
                }
            }
            after.put("i" + i, before);
        }
        return after;
    }

    private static String[] written(Map<String, Set<String>> after) {
        List<String> written = new ArrayList<>();
        after.forEach((item, before) -> written.add(before.isEmpty() ? item : item + "<" + String.join(",", before)));
        Collections.reverse(written);
        return written.toArray(String[]::new);
    }
}
