package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.TimeLimit;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether what was ordered to be decided (责令履行) says until when as long as it isn't, as its history has it. */
record OrderOracle(Matters matters, RulingTable rulings, NaiveClock naive) {

    /** What decides a matter, ends it, or begins it anew. */
    private static final Set<Act> OVER = Set.of(
            Act.GRANT,
            Act.GRANT_DECLARED,
            Act.DENY,
            Act.WITHDRAW,
            Act.LAPSE,
            Act.REOPEN,
            Act.AWAIT_AGAIN,
            Act.SUBSTITUTE_GRANT,
            Act.SUBSTITUTE_DENIAL);

    void check(String number) {
        List<HistoryEntry> history = matters.history(SampleCases.REGION, number);
        for (Matter matter : matters.ofCase(SampleCases.REGION, number)) {
            List<LocalDateTime> running = new ArrayList<>();
            history.stream().filter(entry -> entry.item().equals(matter.item())).forEach(entry -> {
                if (entry.act() == Act.ORDER_DECISION) {
                    running.add(due(entry));
                } else if (OVER.contains(entry.act())) {
                    running.clear();
                }
            });
            assertThat(rulings.of(number, matter.item()).stream()
                            .map(Ruling::due)
                            .filter(Objects::nonNull))
                    .as("until when %s was ordered to be decided", matter)
                    .containsExactlyElementsOf(running);
        }
    }

    /** It reached the department on the day on which it was written down, which its words say the days of. */
    private LocalDateTime due(HistoryEntry ordered) {
        String days = ordered.opinion().substring(ordered.opinion().indexOf("限") + 1);
        return naive.due(ordered.at().toLocalDate().atTime(Deadlines.CLOSE), TimeLimit.workingDays(days), List.of());
    }
}
