package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the paper of a case was always handed on by who had it, and each slip became what somebody was told, once. Follows each material
 * from slip to slip.
 */
record SlipOracle(JdbcClient jdbc, SlipTable table, Cases cases, NaiveClock naive, Cast cast, SlipLifeActs acts) {

    private static final String WINDOW = "窗口";
    private static final String APPLICANT = "申请人";

    /** Where a material is, since when; {@code onItsWay} until somebody says something to the slip that it goes with. */
    private record Place(String holder, LocalDateTime since, boolean onItsWay) {}

    void check(String number, LocalDateTime now) {
        List<Slip> all = table.ofCase(number);
        Map<String, Place> places = new HashMap<>();
        for (Slip slip : all) {
            handed(slip);
            answered(slip);
            slip.lines().forEach(line -> follow(slip, line.key(), places));
            assertThat(slip.replaced())
                    .as("whether %s was handed over again: %s", slip, all)
                    .isEqualTo(isReplaced(slip, all));
        }
        audited(number, all);
        kept(number, all, places);
        owed(number, now, all);
    }

    private void handed(Slip slip) {
        Actor by = cast.of(slip.handedBy());
        assertThat(slip.direction() == Slip.Direction.TO_WINDOW ? isStaff(slip, by) : isWindow(by))
                .as("handed over by who may: %s", slip)
                .isTrue();
        assertThat(acts.handed()).as("somebody was told of %s", slip).contains(slip.id());
    }

    private void answered(Slip slip) {
        List<SlipLifeActs.Said> said = new ArrayList<>();
        Slip.Answer answer = slip.answer();
        if (answer != null) {
            Actor by = cast.of(answer.by());
            assertThat(slip.direction() == Slip.Direction.TO_DEPARTMENT ? isStaff(slip, by) : isWindow(by))
                    .as("answered by who got it: %s", slip)
                    .isTrue();
            assertThat(answer.objection().isEmpty() || slip.direction() != Slip.Direction.TO_APPLICANT)
                    .as("applicants don't object: %s", slip)
                    .isTrue();
            String what = answer.objection().isEmpty() ? "slip.receive" : "slip.object";
            said.add(new SlipLifeActs.Said(slip.id(), what, answer.by(), answer.objection()));
        }
        Slip.TakenBack taken = slip.takenBack();
        if (taken != null) {
            Actor by = cast.of(taken.by());
            assertThat(slip.direction() == Slip.Direction.TO_WINDOW ? isStaff(slip, by) : isWindow(by))
                    .as("taken back by who handed it over: %s", slip)
                    .isTrue();
            assertThat(answer == null || !answer.objection().isEmpty())
                    .as("what was received isn't taken back: %s", slip)
                    .isTrue();
            said.add(new SlipLifeActs.Said(slip.id(), "slip.take-back", taken.by(), taken.reason()));
        }
        assertThat(acts.said().stream().filter(one -> one.slip() == slip.id()))
                .as("what somebody was told became of %s", slip)
                .containsExactlyInAnyOrderElementsOf(said);
    }

    private static boolean isWindow(Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.CLERK) && SampleCases.WINDOW.equals(actor.window());
    }

    private static boolean isStaff(Slip slip, Actor actor) {
        return actor.department().equals(slip.department())
                && Stream.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER, Role.HEAD)
                        .anyMatch(actor::has);
    }

    /** Nothing is handed on but by who has it then, nor while it is on its way. */
    private static void follow(Slip slip, String material, Map<String, Place> places) {
        Place before = places.getOrDefault(material, new Place(WINDOW, LocalDateTime.MIN, false));
        boolean there = switch (slip.direction()) {
            case TO_DEPARTMENT ->
                before.holder().equals(WINDOW) || before.holder().equals(APPLICANT);
            case TO_WINDOW -> before.holder().equals(slip.department());
            case TO_APPLICANT -> before.holder().equals(WINDOW);
        };
        assertThat(there && !before.onItsWay() && !before.since().isAfter(slip.handedAt()))
                .as("%s was where it was handed on from, by %s: %s", material, slip, before)
                .isTrue();
        // What its applicant brings again is at the window, whatever becomes of the slip.
        String from = slip.direction() == Slip.Direction.TO_WINDOW ? slip.department() : WINDOW;
        places.put(material, after(slip, from));
    }

    private static Place after(Slip slip, String from) {
        String to = switch (slip.direction()) {
            case TO_DEPARTMENT -> slip.department();
            case TO_WINDOW -> WINDOW;
            case TO_APPLICANT -> APPLICANT;
        };
        Slip.Answer answer = slip.answer();
        Slip.TakenBack back = slip.takenBack();
        if (answer == null) {
            return back == null ? new Place(from, slip.handedAt(), true) : new Place(from, back.at(), false);
        }
        // What was objected to may be handed over again before it is taken back; then it is there since the objection.
        return new Place(back == null && answer.objection().isEmpty() ? to : from, answer.at(), false);
    }

    private static boolean isReplaced(Slip slip, List<Slip> all) {
        return slip.takenBack() == null
                && slip.answer() != null
                && !slip.answer().objection().isEmpty()
                && all.stream()
                        .anyMatch(later -> later.id() > slip.id()
                                && later.direction() == slip.direction()
                                && later.department().equals(slip.department())
                                && later.lines().containsAll(slip.lines()));
    }

    /** Each once, by who did it. */
    private void audited(String number, List<Slip> all) {
        List<String> due = new ArrayList<>();
        for (Slip slip : all) {
            String handed = switch (slip.direction()) {
                case TO_DEPARTMENT -> "slip.hand " + slip.handedBy() + " " + slip.department() + " ";
                case TO_WINDOW -> "slip.hand-back " + slip.handedBy() + " " + slip.department() + " ";
                case TO_APPLICANT -> "slip.give-back " + slip.handedBy() + " ";
            };
            due.add(handed + slip.id());
        }
        acts.said().stream()
                .filter(one -> all.stream().anyMatch(slip -> slip.id() == one.slip()))
                .forEach(one -> due.add(one.what() + " " + one.who() + " " + one.slip()));
        assertThat(jdbc.sql("select act, who, detail from audit.entry where object = :number and act like 'slip.%'")
                        .param("number", number)
                        .query((row, index) ->
                                row.getString("act") + " " + row.getString("who") + " " + row.getString("detail"))
                        .list())
                .as("what the audit log says of the paper of %s", number)
                .containsExactlyInAnyOrderElementsOf(due);
    }

    /** What a department finds that it has is what it got and the window hasn't back. */
    private void kept(String number, List<Slip> all, Map<String, Place> places) {
        Set<String> departments = new TreeSet<>();
        all.forEach(slip -> departments.add(slip.department()));
        departments.remove("");
        for (String department : departments) {
            assertThat(jdbc.sql("""
                                    select line ->> 'key' as key from approval.slip, jsonb_array_elements(kept) as line
                                    where number = :number and department = :department and objection = '' and direction = 'TO_DEPARTMENT'
                                    """)
                            .param("number", number)
                            .param("department", department)
                            .query(String.class)
                            .list())
                    .as("what %s has of %s: %s", department, number, all)
                    .containsExactlyInAnyOrderElementsOf(places.entrySet().stream()
                            .filter(one -> one.getValue().holder().equals(department))
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }

    /** Whoever gets it, or handed over what was objected to, owes the next move, and since when is counted in working days. */
    private void owed(String number, LocalDateTime now, List<Slip> all) {
        CaseView file = cases.file(number, LifeActs.MANAGER);
        List<String> due = new ArrayList<>();
        for (Slip slip : all) {
            Slip.Answer answer = slip.answer();
            boolean open = slip.takenBack() == null
                    && (answer == null || !answer.objection().isEmpty() && !slip.replaced())
                    && (slip.direction() != Slip.Direction.TO_DEPARTMENT
                            || !file.file().isClosed());
            if (open) {
                boolean ofDepartment = (slip.direction() == Slip.Direction.TO_DEPARTMENT) == (answer == null);
                LocalDateTime since = answer == null ? slip.handedAt() : answer.at();
                due.add(words(
                        answer == null ? NextMove.Party.RECEIVER : NextMove.Party.HANDER,
                        ofDepartment ? slip.department() : null,
                        since,
                        naive.whole(since.toLocalDate(), now)));
            }
        }
        assertThat(file.owed().stream()
                        .filter(move -> isOfPaper(move.party()))
                        .map(move -> words(
                                move.party(),
                                move.department(),
                                Objects.requireNonNull(move.since()),
                                move.workingDays())))
                .as("who owes what of the paper of %s: %s", number, all)
                .containsExactlyInAnyOrderElementsOf(due);
    }

    static boolean isOfPaper(NextMove.Party party) {
        return party == NextMove.Party.RECEIVER || party == NextMove.Party.HANDER;
    }

    private static String words(NextMove.Party party, @Nullable String department, LocalDateTime since, int days) {
        return party + " " + department + " " + since + " " + days;
    }
}
