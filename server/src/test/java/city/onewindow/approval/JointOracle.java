package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.identity.Role;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the joint limit of a case (行政许可法 第四十二条第二款) was lengthened as somebody was told, once and in time, and earned its cards: one
 * yellow and one red of each licence that wasn't decided, none before its time.
 *
 * @param changed whether other days were worked for a while
 * @param settled since when nobody did anything any more and no other days are worked: what is raised then is counted; null before
 */
record JointOracle(
        JdbcClient jdbc,
        NaiveClock naive,
        Cast cast,
        JointLifeActs acts,
        boolean changed,
        @Nullable LocalDateTime settled) {

    private static final int LIMIT = 45;

    private record Row(@Nullable Integer days, int cards, boolean running) {}

    private record Raised(String item, Card.Kind kind, LocalDateTime due, LocalDateTime at) {}

    /** @param swept whether a sweep has just looked at everything, at {@code now} */
    void check(String number, List<Matter> all, List<HistoryEntry> history, boolean swept, LocalDateTime now) {
        JointExtension told = acts.told(number);
        Row row = row(number);
        written(number, told, row);
        boolean ruled =
                history.stream().anyMatch(entry -> entry.act().isOfRuling() && entry.act() != Act.RECORD_RULING);
        if (row.days() == null || ruled) {
            return;
        }
        List<NaiveClock.Pause> pauses = pauses(all);
        LocalDateTime accepted = acceptedAt(number);
        LocalDateTime due = naive.due(accepted, TimeLimit.workingDays(String.valueOf(row.days())), pauses);
        List<Raised> raised = raised(number);
        raised.forEach(card -> raised(card, all));
        boolean countable =
                !changed || settled != null && told != null && told.at().isAfter(settled);
        if (told != null && countable) {
            List<NaiveClock.Pause> begun = pauses.stream()
                    .filter(pause -> !pause.from().isAfter(told.at().toLocalDate()))
                    .toList();
            assertThat(told.at())
                    .as("%s was lengthened in time: %s", number, history)
                    .isBeforeOrEqualTo(naive.due(accepted, TimeLimit.workingDays(String.valueOf(LIMIT)), begun));
        }
        for (Raised card : raised) {
            if (settled != null && card.at().isAfter(settled)) {
                assertThat(card.due())
                        .as("the joint limit of %s: %s", number, card)
                        .isEqualTo(due);
                assertThat(card.at())
                        .as("not before its time: %s of %s", card, number)
                        .isAfter(card.kind() == Card.Kind.JOINT_RED ? due : naive.yellow(accepted, due, pauses));
            }
        }
        assertThat(raised.stream().map(Raised::kind).distinct().count())
                .as("the cards that %s counts are raised: %s", number, raised)
                .isEqualTo(row.cards());
        if (swept && row.running() && now.isAfter(due) && isOwing(all)) {
            assertThat(row.cards())
                    .as("%s is late since %s: %s", number, due, raised)
                    .isEqualTo(2);
        }
    }

    private void written(String number, @Nullable JointExtension told, Row row) {
        assertThat(jdbc.sql(
                                "select days || ' ' || reason || ' ' || document from approval.joint_extension where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .as("how the joint limit of %s was lengthened", number)
                .isEqualTo(
                        told == null ? List.of() : List.of(told.days() + " " + told.reason() + " " + told.document()));
        assertThat(jdbc.sql("select who from approval.joint_extension where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .as("only the centre lengthens it: %s", number)
                .allMatch(who -> cast.of(who).has(Role.MANAGER));
        assertThat(row.days() == null || row.days() == LIMIT + (told == null ? 0 : told.days()))
                .as("within how many days %s is done", number)
                .isTrue();
        assertThat(jdbc.sql("select detail from audit.entry where act = 'case.extend' and object = :number")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .as("the audit log of %s", number)
                .isEqualTo(told == null ? List.of() : List.of(String.valueOf(told.days())));
    }

    /** One that was decided by then earns none. */
    private static void raised(Raised card, List<Matter> all) {
        Matter matter = all.stream()
                .filter(one -> one.item().equals(card.item()))
                .findFirst()
                .orElseThrow();
        LocalDateTime decided = matter.decidedAt();
        boolean late = decided == null || card.kind() == Card.Kind.JOINT_YELLOW || decided.isAfter(card.due());
        assertThat(matter.licence() && late)
                .as("%s was earned by %s", card, matter)
                .isTrue();
    }

    private static boolean isOwing(List<Matter> all) {
        return all.stream()
                .anyMatch(matter -> matter.licence() && matter.outcome() == null && matter.step() != Step.WAITING);
    }

    /** Those of licences, as they are written down: {@link ClockOracle} holds them against the history. */
    private List<NaiveClock.Pause> pauses(List<Matter> all) {
        List<String> licences =
                all.stream().filter(Matter::licence).map(Matter::item).toList();
        return jdbc.sql("""
                        select begun_on, expected_end, ended_on from approval.special_procedure
                        where number = :number and item = any (:items)
                        """)
                .param("number", all.get(0).number())
                .param("items", licences.toArray(String[]::new))
                .query((row, index) -> {
                    LocalDate expected = row.getObject("expected_end", LocalDate.class);
                    LocalDate ended = row.getObject("ended_on", LocalDate.class);
                    boolean sooner = ended != null && ended.isBefore(expected);
                    return new NaiveClock.Pause(row.getObject("begun_on", LocalDate.class), sooner ? ended : expected);
                })
                .list();
    }

    private LocalDateTime acceptedAt(String number) {
        return jdbc.sql("select accepted_at from approval.case_file where number = :number")
                .param("number", number)
                .query(LocalDateTime.class)
                .single();
    }

    private Row row(String number) {
        return jdbc.sql("select joint_days, joint_cards, status from approval.case_file where number = :number")
                .param("number", number)
                .query((row, index) -> new Row(
                        row.getObject("joint_days", Integer.class),
                        row.getInt("joint_cards"),
                        !row.getString("status").equals("CLOSED")))
                .single();
    }

    private List<Raised> raised(String number) {
        return jdbc
                .sql(
                        "select item, kind, due, raised_at from approval.card where number = :number and kind like 'JOINT_%'")
                .param("number", number)
                .query((row, index) -> new Raised(
                        row.getString("item"),
                        Card.Kind.valueOf(row.getString("kind")),
                        row.getObject("due", LocalDateTime.class),
                        row.getObject("raised_at", LocalDateTime.class)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Raised::at))
                .toList();
    }
}
