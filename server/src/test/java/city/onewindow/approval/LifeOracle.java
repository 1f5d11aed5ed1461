package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.approval.Acknowledged.Moved;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the matters of a case stand where their history leads, and its history is what the graph allows and was acknowledged. */
record LifeOracle(JdbcClient jdbc, Matters matters, TransferTable transfers, Cast cast, Acknowledged told) {

    private static final Set<Act> GRANTS = Set.of(Act.GRANT, Act.GRANT_DECLARED);
    /** What a ruling began again, or decided itself. */
    private static final Set<Act> AGAIN = Set.of(
            Act.REOPEN,
            Act.AWAIT_AGAIN,
            Act.SUBSTITUTE_GRANT,
            Act.SUBSTITUTE_DENIAL,
            Act.DECLARE_VOID,
            Act.SET_ASIDE,
            Act.RESTORE);

    private static final Set<Act> DECISIONS = Set.of(Act.GRANT, Act.GRANT_DECLARED, Act.DENY);

    private static final Set<Act> SUBSTITUTES = Set.of(Act.SUBSTITUTE_GRANT, Act.SUBSTITUTE_DENIAL);

    void check(String number) {
        List<Matter> all = matters.ofCase(SampleCases.REGION, number);
        List<HistoryEntry> history = matters.history(SampleCases.REGION, number);
        Map<String, List<HistoryEntry>> byItem = history.stream().collect(Collectors.groupingBy(HistoryEntry::item));
        all.forEach(matter -> replay(matter, byItem.getOrDefault(matter.item(), List.of())));
        all.forEach(matter -> new HearingOracle(jdbc).check(matter, history));
        acknowledged(number, history);
        if (history.stream().anyMatch(entry -> AGAIN.contains(entry.act()))) {
            standing(all);
        } else {
            dependence(all, byItem);
        }
        new FileOracle(jdbc).check(number, all);
    }

    /** Walks the history edge by edge, and must come to the row as it is. */
    private void replay(Matter matter, List<HistoryEntry> history) {
        once(history);
        Step at = matter.after().isEmpty() ? null : Step.WAITING;
        Outcome outcome = null;
        String reviewer = null;
        String examiner = null;
        String asking = null;
        Step revokedAt = null;
        LocalDateTime decided = null;
        LocalDateTime ready = null;
        LocalDateTime ended = null;
        int extended = 0;
        Whose whose = new Whose(matter, transfers.ofMatter(matter.number(), matter.item()));
        for (HistoryEntry entry : history) {
            assertThat(entry.from()).as("%s", entry).isEqualTo(at);
            Procedure.Edge edge = edge(matter, at == null ? Step.WAITING : at, entry);
            assertThat(edge).as("an edge: %s", entry).isNotNull();
            assertThat(entry.to())
                    .as("%s", entry)
                    .isEqualTo(Objects.requireNonNull(edge).to());
            assertThat(entry.document() == null).as("%s", entry).isEqualTo(edge.gives() == null);
            allowed(whose.acting(entry.act()), entry, edge, reviewer, examiner, asking);
            whose.did(entry);
            at = entry.to();
            // Who examined it stands in what ended before it was decided.
            boolean stands = edge.from() == edge.to() || edge.to() == Step.ENDED;
            boolean anew = entry.act() == Act.TRANSFER || entry.act() == Act.ASSIGN;
            examiner = stands && !anew ? examiner : entry.act() == Act.EXAMINE ? entry.who() : null;
            reviewer = anew ? null : entry.act() == Act.REVIEW ? entry.who() : reviewer;
            asking = entry.act() == Act.ASK_EXTENSION ? entry.who() : asking;
            extended += entry.act() == Act.EXTEND ? 1 : 0;
            if (AGAIN.contains(entry.act())) {
                reviewer = null;
                examiner = null;
                decided = entry.to() == Step.ENDED ? decided : null;
                ready = entry.to() == Step.SENT ? ready : null;
                extended = 0;
            }
            outcome = outcome(entry.act(), outcome);
            // A grant that stands again before it was handed over has its time to be handed over from then on.
            boolean restored = entry.act() == Act.RESTORE && entry.to() != Step.ENDED;
            decided = DECISIONS.contains(entry.act()) || SUBSTITUTES.contains(entry.act()) || restored
                    ? entry.at()
                    : decided;
            revokedAt = entry.act() == Act.REVOKE ? entry.from() : revokedAt;
            assertThat(entry.act() != Act.RESTORE || entry.to() == revokedAt)
                    .as("it stands again where it stood: %s", entry)
                    .isTrue();
            ready = entry.to() == Step.DELIVER
                            && (entry.from() != entry.to() && entry.from() != Step.SENT || AGAIN.contains(entry.act()))
                    ? entry.at()
                    : ready;
            ended = entry.to() == Step.ENDED && entry.from() != entry.to()
                    ? entry.at()
                    : at == Step.ENDED ? ended : null;
        }
        assertThat(List.of(
                        matter.step(),
                        String.valueOf(matter.outcome()),
                        String.valueOf(matter.reviewedBy()),
                        String.valueOf(matter.examinedBy()),
                        String.valueOf(matter.decidedAt()),
                        String.valueOf(matter.readyAt()),
                        String.valueOf(matter.endedAt()),
                        matter.extended() > 0))
                .as("%s as its history has it: %s", matter, history)
                .isEqualTo(List.of(
                        Objects.requireNonNull(at),
                        String.valueOf(outcome),
                        String.valueOf(reviewer),
                        String.valueOf(examiner),
                        String.valueOf(decided),
                        String.valueOf(ready),
                        String.valueOf(ended),
                        extended == 1));
        whose.check();
        assertThat(extended).as("extended once: %s", matter).isLessThan(2);
        assertThat(matter.holder() == null || matter.step().isOpen())
                .as("nobody holds what is over: %s", matter)
                .isTrue();
        assertThat(matter.extensionAsked() == 0 || matter.outcome() == null)
                .as("nobody asks for more time for what is decided: %s", matter)
                .isTrue();
    }

    private void allowed(
            String department,
            HistoryEntry entry,
            Procedure.Edge edge,
            @Nullable String reviewer,
            @Nullable String examiner,
            @Nullable String asking) {
        assertThat(entry.who().equals(HistoryEntry.SYSTEM))
                .as("%s", entry)
                .isEqualTo(edge.roles().isEmpty());
        if (edge.roles().isEmpty()) {
            return;
        }
        Actor actor = cast.acting(entry);
        assertThat(edge.roles()).as("%s by %s", entry, actor).anyMatch(actor::has);
        assertThat(edge.roles().contains(Role.CLERK) && actor.has(Role.CLERK)
                        || edge.roles().contains(Role.ISSUING_CLERK)
                        || edge.roles().contains(Role.MANAGER) && actor.has(Role.MANAGER)
                        || actor.department().equals(department))
                .as("%s by %s", entry, actor)
                .isTrue();
        if (DECISIONS.contains(entry.act())) {
            assertThat(actor.isSystem()
                            || !entry.who().equals(reviewer) && !entry.who().equals(examiner))
                    .as("four eyes: %s", entry)
                    .isTrue();
        }
        if (entry.act() == Act.EXAMINE || entry.act() == Act.GIVE_BACK) {
            assertThat(actor.isSystem() || !entry.who().equals(reviewer))
                    .as("four eyes: %s", entry)
                    .isTrue();
        }
        if (entry.act() == Act.EXTEND || entry.act() == Act.REFUSE_EXTENSION) {
            assertThat(entry.who()).as("four eyes: %s", entry).isNotEqualTo(asking);
        }
    }

    /** The only one that the matter's chain has of the act. */
    private static Procedure.@Nullable Edge edge(Matter matter, Step from, HistoryEntry entry) {
        return Procedure.from(from).stream()
                .filter(edge -> edge.act() == entry.act() && edge.to() == entry.to())
                .filter(edge -> edge.chains().contains(matter.chain()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Outcome outcome(Act act, @Nullable Outcome before) {
        return switch (act) {
            case GRANT, GRANT_DECLARED, SUBSTITUTE_GRANT, RESTORE -> Outcome.GRANTED;
            case REVOKE, DECLARE_VOID, SET_ASIDE -> Outcome.REVOKED;
            case DENY, SUBSTITUTE_DENIAL -> Outcome.DENIED;
            case REOPEN, AWAIT_AGAIN -> null;
            case TERMINATE -> Outcome.TERMINATED;
            case WITHDRAW, LAPSE -> Outcome.WITHDRAWN;
            default -> before;
        };
    }

    /** All that was told is written, and nothing is written that nobody was told. */
    private void acknowledged(String number, List<HistoryEntry> history) {
        Set<HistoryEntry> written = new HashSet<>(history);
        assertThat(told.entries())
                .filteredOn(entry -> entry.number().equals(number))
                .as("acknowledged acts in the history of %s", number)
                .allMatch(written::contains);
        Set<Moved> together = new HashSet<>();
        for (HistoryEntry entry : history) {
            Moved moved = new Moved(number, entry.item(), entry.act(), entry.who());
            boolean known = told.entries().contains(entry)
                    || entry.who().equals(HistoryEntry.SYSTEM)
                    || entry.act() == Act.DELIVER && told.handedOver(entry);
            if (!known) {
                assertThat(told.together()).as("somebody was told of %s", entry).contains(moved);
                together.add(moved);
            }
        }
        assertThat(together)
                .as("what was done together to %s is written", number)
                .containsAll(told.together().stream()
                        .filter(moved -> moved.number().equals(number))
                        .toList());
    }

    /** Opened exactly by the last grant that it waited for, ended exactly by a denial that it can't be without. */
    private static void dependence(List<Matter> all, Map<String, List<HistoryEntry>> byItem) {
        Map<String, Boolean> hopeless = new HashMap<>();
        for (Matter matter : all) {
            List<HistoryEntry> history = byItem.getOrDefault(matter.item(), List.of());
            boolean allGranted = matter.after().stream()
                    .allMatch(before -> byItem.getOrDefault(before, List.of()).stream()
                            .anyMatch(entry -> GRANTS.contains(entry.act())));
            boolean opened = did(history, Act.OPEN);
            boolean doomed = matter.after().stream()
                    .map(before -> byItem.getOrDefault(before, List.of()))
                    .anyMatch(before -> did(before, Act.DENY) || did(before, Act.REVOKE) && !opened);
            doomed |= matter.after().stream().anyMatch(before -> hopeless.getOrDefault(before, false));
            hopeless.put(matter.item(), doomed);
            boolean withdrawn = did(history, Act.WITHDRAW) || did(history, Act.LAPSE);
            assertThat(did(history, Act.OPEN))
                    .as("%s opens when all that it waits for is granted", matter)
                    .isEqualTo(allGranted && !(withdrawn && history.size() == 1) && !did(history, Act.TERMINATE));
            assertThat(did(history, Act.TERMINATE))
                    .as("%s ends with what it can't be without, and only then", matter)
                    .isEqualTo(doomed && !withdrawn);
        }
    }

    /** After rulings: what waits has hope and waits for just what isn't granted; what was terminated has none. */
    private void standing(List<Matter> all) {
        Map<String, Matter> byItem = all.stream().collect(Collectors.toMap(Matter::item, one -> one));
        for (Matter matter : all) {
            List<Outcome> before = new ArrayList<>();
            matter.after()
                    .forEach(item ->
                            before.add(Objects.requireNonNull(byItem.get(item)).outcome()));
            boolean hopeless = before.stream().anyMatch(one -> one != null && one != Outcome.GRANTED);
            if (matter.step() == Step.WAITING) {
                assertThat(hopeless).as("%s waits in vain", matter).isFalse();
                assertThat(jdbc.sql("select pending from approval.matter where number = :number and item = :item")
                                .param("number", matter.number())
                                .param("item", matter.item())
                                .query(Long.class)
                                .single())
                        .as("for how many %s waits", matter)
                        .isEqualTo(before.stream()
                                .filter(one -> one != Outcome.GRANTED)
                                .count())
                        .isPositive();
            }
            if (matter.outcome() == Outcome.TERMINATED) {
                assertThat(hopeless)
                        .as("%s was terminated for something", matter)
                        .isTrue();
            }
        }
    }

    private static boolean did(List<HistoryEntry> history, Act act) {
        return history.stream().anyMatch(entry -> entry.act() == act);
    }

    /** Nothing is written twice; the same act may be done again after another one. */
    private static void once(List<HistoryEntry> history) {
        for (int entry = 1; entry < history.size(); entry++) {
            assertThat(history.get(entry)).as("written once").isNotEqualTo(history.get(entry - 1));
        }
    }
}
