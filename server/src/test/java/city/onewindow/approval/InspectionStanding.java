package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.approval.Inspection.Reply;
import city.onewindow.approval.Inspection.State;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows one inspection through its history, act by act, and comes to the row as it is. */
final class InspectionStanding {

    private static final Set<Step> OPEN = Set.of(Step.REVIEW, Step.SUSPENDED, Step.EXAMINE, Step.DECIDE);

    private final Inspection inspection;
    private final List<HistoryEntry> history;
    private final UnaryOperator<String> names;

    private final Map<String, Reply> answers = new HashMap<>();
    private final Set<String> findings = new HashSet<>();
    private @Nullable State state;
    private LocalDateTime at = LocalDateTime.MIN;
    private LocalDateTime since = LocalDateTime.MIN;
    private int round = 1;

    /**
     * @param history of the case's matters
     * @param names of departments, by their code
     */
    InspectionStanding(Inspection inspection, List<HistoryEntry> history, UnaryOperator<String> names) {
        this.inspection = inspection;
        this.history = history;
        this.names = names;
    }

    void did(InspectionEntry entry) {
        switch (entry.act()) {
            case PROPOSE -> {
                assertThat(state).as("%s", entry).isNull();
                appointed(entry);
            }
            case ANSWER -> {
                may(state == State.PROPOSED && asked(entry) && !answers.containsKey(entry.department()), entry);
                answers.put(String.valueOf(entry.department()), reply(entry));
            }
            case AGREE -> {
                may(state == State.PROPOSED && at.isAfter(entry.at()) && answers.containsValue(Reply.COMES), entry);
                asked().filter(one -> answers.getOrDefault(one, Reply.OTHER_HOUR) == Reply.OTHER_HOUR)
                        .forEach(one -> may(isOutOfIt(one, entry.at()), entry));
                state = State.AGREED;
            }
            case MOVE -> {
                convened(entry);
                round++;
                answers.entrySet()
                        .removeIf(one ->
                                one.getValue() != Reply.COMES || !one.getKey().equals(entry.department()));
                appointed(entry);
            }
            case CANCEL -> {
                if (entry.who().equals(HistoryEntry.SYSTEM)) {
                    futile(entry);
                } else {
                    convened(entry);
                }
                state = State.CANCELLED;
            }
            case FIND -> {
                may(state == State.AGREED && !at.isAfter(entry.at()), entry);
                may(
                        answers.get(entry.department()) == Reply.COMES
                                && findings.add(String.valueOf(entry.department())),
                        entry);
            }
            case CLOSE -> {
                may(state == State.AGREED && !findings.isEmpty(), entry);
                asked().filter(one -> answers.get(one) == Reply.COMES && !findings.contains(one))
                        .forEach(one -> may(isNamed(one, entry) || isOutOfIt(one, entry.at()), entry));
                state = State.CLOSED;
            }
        }
        assertThat(entry.who().equals(HistoryEntry.SYSTEM))
                .as("%s by itself: %s", entry.act(), entry)
                .isEqualTo(entry.department() == null);
    }

    /** Who proposed it comes, if it is asked at all: nobody else answers for it. */
    private void appointed(InspectionEntry entry) {
        String place = entry.text().substring(entry.text().indexOf('@') + 1);
        int end = place.indexOf('。');
        at = LocalDateTime.parse(end < 0 ? place : place.substring(0, end));
        may(at.isAfter(entry.at()) && !at.isAfter(entry.at().plusDays(30)), entry);
        if (state == null && asked(entry)) {
            answers.put(String.valueOf(entry.department()), Reply.COMES);
        }
        since = entry.at();
        state = State.PROPOSED;
    }

    /** By who proposed it, and not after somebody was there. */
    private void convened(InspectionEntry entry) {
        may(state == State.PROPOSED || state == State.AGREED, entry);
        may(findings.isEmpty() && inspection.department().equals(entry.department()), entry);
    }

    private void futile(InspectionEntry entry) {
        may(state == State.PROPOSED || state == State.AGREED && at.isAfter(entry.at()), entry);
        asked().filter(one -> answers.get(one) != Reply.NOT_NEEDED)
                .forEach(one -> may(isOutOfIt(one, entry.at()), entry));
    }

    private Stream<String> asked() {
        return inspection.visitors().stream().map(Inspection.Visitor::department);
    }

    private boolean asked(InspectionEntry entry) {
        return asked().anyMatch(one -> one.equals(entry.department()));
    }

    private static Reply reply(InspectionEntry entry) {
        return Stream.of(Reply.values())
                .filter(one -> entry.text().startsWith(one.term()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isNamed(String department, InspectionEntry entry) {
        return entry.text().startsWith("未到场：") && entry.text().contains(names.apply(department));
    }

    /** Whether nothing of what is looked at was open at the department then: decided, ended, or another's. */
    private boolean isOutOfIt(String department, LocalDateTime then) {
        return inspection.parts().stream().allMatch(part -> {
            List<HistoryEntry> before = history.stream()
                    .filter(entry ->
                            entry.item().equals(part.item()) && !entry.at().isAfter(then))
                    .toList();
            return before.stream().anyMatch(entry -> entry.act().isOfTransfer())
                    || before.stream().anyMatch(entry -> entry.at().equals(then) && !OPEN.contains(entry.to()))
                    || !OPEN.contains(before.get(before.size() - 1).to())
                    || !department.equals(part.department());
        });
    }

    private void may(boolean possible, InspectionEntry entry) {
        assertThat(possible)
                .as("%s, %s at %s, answers %s, findings %s: %s", inspection, state, at, answers, findings, entry)
                .isTrue();
    }

    void check() {
        assertThat(List.of(inspection.state(), inspection.round(), inspection.at(), inspection.since()))
                .as("%s as its history has it", inspection)
                .isEqualTo(List.of(Objects.requireNonNull(state), round, at, since));
        for (Inspection.Visitor visitor : inspection.visitors()) {
            Inspection.Answer answer = visitor.answer();
            assertThat(answer == null ? null : answer.reply())
                    .as("what %s answered to %s", visitor, inspection)
                    .isEqualTo(answers.get(visitor.department()));
            assertThat(visitor.finding() != null)
                    .as("whether %s was there: %s", visitor, inspection)
                    .isEqualTo(findings.contains(visitor.department()));
        }
    }
}
