package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.approval.Inspection.Reply;
import city.onewindow.approval.Inspection.State;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the joint inspections of a case stand where their history leads, each act once, and who was asked owes an answer, nobody else. */
record InspectionOracle(
        JdbcClient jdbc,
        InspectionTable table,
        Cases cases,
        UnaryOperator<String> names,
        NaiveClock naive,
        InspectionLifeActs acts) {

    /** @param swept whether all that follows by itself has followed */
    void check(String number, List<HistoryEntry> history, boolean swept, LocalDateTime now) {
        List<Inspection> all = table.ofCase(number);
        List<String> audited = new ArrayList<>();
        List<String> papers = new ArrayList<>();
        List<String> owed = new ArrayList<>();
        for (Inspection one : all) {
            InspectionStanding standing = new InspectionStanding(one, history, names);
            for (InspectionEntry entry : table.history(number, one.seq())) {
                standing.did(entry);
                audited.add(entry.act().audited() + " " + entry.who() + " " + entry.seq());
                if (entry.document() != null) {
                    papers.add(entry.document());
                }
            }
            standing.check();
            if (swept) {
                settled(one, now);
            }
            owed.addAll(owed(one, now));
        }
        written(number, audited, papers);
        alone(number, all);
        assertThat(cases.file(number, LifeActs.MANAGER).owed().stream()
                        .filter(move -> move.party() == NextMove.Party.INVITED)
                        .map(move -> move.item() + " " + move.department() + " " + move.since() + " "
                                + move.workingDays() + " " + move.until() + " " + move.overdue()))
                .as("who was asked and hasn't answered in %s", number)
                .containsExactlyInAnyOrderElementsOf(owed);
    }

    /** Each act has its entry in the audit log, each of its documents is there, and nothing else; and somebody was told of each. */
    private void written(String number, List<String> audited, List<String> papers) {
        assertThat(jdbc.sql(
                                "select act || ' ' || who || ' ' || detail from audit.entry where object = :number and act like 'inspection.%'")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .as("what the audit log says of inspections of %s", number)
                .containsExactlyInAnyOrderElementsOf(audited);
        assertThat(jdbc.sql("""
                                select number from notice.document
                                where subject = :number and kind in ('JOINT_INSPECTION', 'INSPECTION_RECORD')
                                """).param("number", number).query(String.class).list())
                .as("documents of inspections of %s", number)
                .containsExactlyInAnyOrderElementsOf(papers);
        assertThat(acts.told())
                .as("somebody was told of what was done to inspections of %s", number)
                .containsAll(jdbc.sql("""
                                select idempotency_key from approval.inspection_history where number = :number and who <> 'system'
                                """)
                        .param("number", number)
                        .query(String.class)
                        .list());
    }

    /** All that was told is written. */
    void told() {
        assertThat(jdbc.sql(
                                "select idempotency_key from approval.inspection_history where idempotency_key = any (:keys)")
                        .param("keys", acts.told().toArray(String[]::new))
                        .query(String.class)
                        .list())
                .as("what was told is written, once")
                .containsExactlyInAnyOrderElementsOf(acts.told());
    }

    /** No matter is looked at by two at a time. */
    private static void alone(String number, List<Inspection> all) {
        Map<String, Long> times = all.stream()
                .filter(one -> !one.isOver())
                .flatMap(one -> one.parts().stream())
                .collect(Collectors.groupingBy(Inspection.Part::item, Collectors.counting()));
        assertThat(times.values())
                .as("inspections to come of %s: %s", number, all)
                .allMatch(count -> count == 1);
    }

    /** Nothing is agreed, or nobody's any more, and isn't said to be. */
    private static void settled(Inspection one, LocalDateTime now) {
        List<Inspection.Visitor> present = one.visitors().stream()
                .filter(visitor -> !openParts(one, visitor.department()).isEmpty())
                .toList();
        boolean answered = present.stream()
                .allMatch(
                        visitor -> visitor.answer() != null && visitor.answer().reply() != Reply.OTHER_HOUR);
        boolean comes = present.stream()
                .anyMatch(
                        visitor -> visitor.answer() != null && visitor.answer().reply() == Reply.COMES);
        boolean went = one.state() == State.AGREED && !one.at().isAfter(now);
        boolean proposed = one.state() == State.PROPOSED;
        assertThat(proposed && answered && comes && one.at().isAfter(now))
                .as("all have answered, and it isn't agreed: %s", one)
                .isFalse();
        assertThat((proposed || one.state() == State.AGREED) && !went && answered && !comes)
                .as("nobody goes there any more, and it isn't cancelled: %s", one)
                .isFalse();
    }

    private static List<Inspection.Part> openParts(Inspection one, String department) {
        return one.parts().stream()
                .filter(part -> part.open() && part.department().equals(department))
                .toList();
    }

    private List<String> owed(Inspection one, LocalDateTime now) {
        List<String> owed = new ArrayList<>();
        if (one.state() == State.PROPOSED && one.at().isAfter(now)) {
            one.visitors().stream()
                    .filter(visitor -> visitor.answer() == null)
                    .flatMap(visitor -> openParts(one, visitor.department()).stream())
                    .forEach(part -> owed.add(part.item() + " " + part.department() + " " + one.since() + " "
                            + naive.whole(one.since().toLocalDate(), now) + " "
                            + one.at().toLocalDate() + " false"));
        }
        return owed;
    }
}
