package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.calendar.WorkingDays;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Extension;
import city.onewindow.identity.Role;
import city.onewindow.intake.Deferral;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("下一步由谁办")
class NextMoveTest {

    /** A Friday; the weekend after it counts for nothing. */
    private static final LocalDateTime ACCEPTED = LocalDateTime.of(2026, 11, 6, 9, 0);

    private static final LocalDateTime MOVED = ACCEPTED.plusHours(2);
    private static final Deadlines DAYS = new Deadlines(new WorkingDays(List.of()));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);
    private static final LocalDateTime NOW = TODAY.atTime(17, 0);
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 12);
    private static final Deferral GAP = new Deferral("charter", "章程", Set.of("事项a"), UNTIL);
    private static final Deferral ANOTHERS_GAP = new Deferral("lease", "租赁合同", Set.of("事项b"), UNTIL);

    @ParameterizedTest
    @CsvSource({
        "REVIEW, DEPARTMENT, REVIEWER, SUBSTANCE",
        "SUSPENDED, DEPARTMENT, REVIEWER, SUBSTANCE",
        "DECIDE, DEPARTMENT, DECIDER, SUBSTANCE",
        "CERTIFY, DEPARTMENT, CERTIFIER, SUBSTANCE",
        "DELIVER, ISSUING_WINDOW, ISSUING_CLERK, DELIVERY"
    })
    @DisplayName("每个环节由谁办、自到这个环节起、过了几个工作日、在哪一方的职责之内")
    void everyStep(Step step, NextMove.Party party, Role role, Border border) {
        String department = party == NextMove.Party.DEPARTMENT ? "dep-a" : null;
        assertThat(owed(matter(step, null, 0), List.of(), List.of()))
                .containsExactly(new NextMove("a", party, department, role, "", border, MOVED, 2, null, false, null));
        assertThat(step.border()).isEqualTo(border);
    }

    @Test
    @DisplayName("等待前序结果的、办结的，部门和窗口都不欠办；等待时申请人仍欠容缺的材料")
    void nobody() {
        for (Step step : List.of(Step.WAITING, Step.ENDED)) {
            assertThat(owed(matter(step, null, 0), List.of(), List.of())).isEmpty();
            assertThat(step.border()).isNull();
        }
        assertThat(parties(matter(Step.ENDED, Outcome.WITHDRAWN, 0), GAP)).isEmpty();
        assertThat(owed(matter(Step.WAITING, null, 0), List.of(), List.of(GAP)))
                .containsExactly(new NextMove(
                        "a",
                        NextMove.Party.APPLICANT,
                        null,
                        null,
                        "补交「章程」",
                        Border.FORM,
                        ACCEPTED,
                        2,
                        UNTIL,
                        false,
                        null));
    }

    @Test
    @DisplayName("今天下班以前还没有过完：昨天下午来的，今天早上是 0 个工作日")
    void todayHasNotPassed() {
        NextMove.Known known = known(List.of(), List.of(), Map.of(), Set.of(), Map.of());
        LocalDateTime monday = LocalDateTime.of(2026, 11, 9, 16, 50);
        List<HistoryEntry> history = List.of(entry("a", monday, Act.OPEN, null, Step.REVIEW));
        assertThat(NextMove.of(matter(Step.REVIEW, null, 0), history, known, DAYS, TODAY.atTime(9, 0)))
                .extracting(NextMove::workingDays)
                .containsExactly(0);
        assertThat(NextMove.of(matter(Step.REVIEW, null, 0), history, known, DAYS, NOW))
                .extracting(NextMove::workingDays)
                .containsExactly(1);
    }

    @Test
    @DisplayName("退回重新审查的，自退回时起算")
    void sinceTheLastTime() {
        LocalDateTime returned = MOVED.plusDays(3);
        List<HistoryEntry> history = List.of(
                entry("a", MOVED, Act.OPEN, null, Step.REVIEW),
                entry("a", MOVED.plusHours(1), Act.REVIEW, Step.REVIEW, Step.DECIDE),
                entry("a", returned, Act.RETURN, Step.DECIDE, Step.REVIEW),
                entry("a", returned.plusHours(1), Act.ASK_EXTENSION, Step.REVIEW, Step.REVIEW),
                entry("b", returned.plusHours(2), Act.OPEN, null, Step.REVIEW));
        assertThat(owed(matter(Step.REVIEW, null, 5), history, List.of(), List.of()))
                .extracting(NextMove::role, NextMove::since, NextMove::workingDays)
                .containsExactly(tuple(Role.REVIEWER, returned, 1), tuple(Role.HEAD, returned.plusHours(1), 1));
    }

    @Test
    @DisplayName("特别程序期间负责人不能答复，就不欠答复；结束以后自恢复办理起算")
    void theHeadAnswersWhereHeCan() {
        assertThat(owed(matter(Step.SUSPENDED, null, 5), List.of(), List.of()))
                .extracting(NextMove::role)
                .containsExactly(Role.REVIEWER);
        LocalDateTime resumed = MOVED.plusDays(3);
        for (Act over : List.of(Act.RESUME, Act.RECORD_HEARING, Act.WAIVE_HEARING)) {
            List<HistoryEntry> history = List.of(
                    entry("a", MOVED, Act.ASK_EXTENSION, Step.REVIEW, Step.REVIEW),
                    entry("a", MOVED.plusHours(1), Act.SUSPEND, Step.REVIEW, Step.SUSPENDED),
                    entry("a", resumed, over, Step.SUSPENDED, Step.REVIEW));
            assertThat(owed(matter(Step.REVIEW, null, 5), history, List.of(), List.of()))
                    .filteredOn(move -> move.role() == Role.HEAD)
                    .extracting(NextMove::since)
                    .containsExactly(resumed);
        }
    }

    @Test
    @DisplayName("在部门业务系统办理的，没有人在这里欠办；负责人仍欠答复")
    void workedThere() {
        NextMove.Known known = known(List.of(), List.of(), Map.of(), Set.of("a"), Map.of());
        assertThat(NextMove.of(matter(Step.REVIEW, null, 5), arrived(Step.REVIEW), known, DAYS, NOW))
                .extracting(NextMove::department, NextMove::role)
                .containsExactly(tuple("dep-a", null), tuple("dep-a", Role.HEAD));
    }

    @Test
    @DisplayName("征求意见的，对方在期限内也欠一个答复；答复了、过期了、已决定的不欠")
    void consulted() {
        Consultation open = consultation(TODAY, null);
        Consultation late = consultation(TODAY.minusDays(1), null);
        Consultation answered = consultation(
                TODAY, new Consultation.Answer(Consultation.Opinion.AGREE, "同意", "zjj-one", "住建一", MOVED, null));
        List<Consultation> all = List.of(open, late, answered);
        assertThat(owed(matter(Step.REVIEW, null, 0), all, List.of()))
                .extracting(NextMove::party, NextMove::department, NextMove::until)
                .containsExactly(
                        tuple(NextMove.Party.DEPARTMENT, "dep-a", null), tuple(NextMove.Party.CONSULTED, "zjj", TODAY));
        assertThat(owed(matter(Step.CERTIFY, Outcome.GRANTED, 0), all, List.of()))
                .hasSize(1);
    }

    @Test
    @DisplayName("特别程序说到哪天为止")
    void special() {
        SpecialProcedure running = procedure("a", null);
        List<SpecialProcedure> all = List.of(procedure("b", null), procedure("a", TODAY), running);
        NextMove.Known known = known(all, List.of(), Map.of(), Set.of(), Map.of());
        assertThat(NextMove.of(matter(Step.SUSPENDED, null, 0), arrived(Step.SUSPENDED), known, DAYS, NOW))
                .extracting(NextMove::what, NextMove::until)
                .containsExactly(tuple("特别程序：听证", UNTIL));
    }

    @Test
    @DisplayName("签署了承诺的，决定人欠凭承诺准予；准予以后部门欠核查，办结了也欠，不予、核查了的不欠")
    void declared() {
        assertThat(declared(Step.REVIEW, null, Declared.State.SIGNED, null))
                .extracting(NextMove::party, NextMove::role, NextMove::what)
                .containsExactly(tuple(NextMove.Party.DEPARTMENT, Role.DECIDER, "凭承诺准予"));
        assertThat(declared(Step.REVIEW, null, Declared.State.TAKEN_BACK, null))
                .extracting(NextMove::role, NextMove::what)
                .containsExactly(tuple(Role.REVIEWER, ""));
        assertThat(declared(Step.DELIVER, Outcome.GRANTED, Declared.State.CHECK_DUE, UNTIL))
                .extracting(NextMove::party)
                .containsExactly(NextMove.Party.ISSUING_WINDOW, NextMove.Party.CHECKER);
        assertThat(declared(Step.ENDED, Outcome.GRANTED, Declared.State.MENDING, TODAY.minusDays(1)))
                .extracting(NextMove::party, NextMove::department, NextMove::what, NextMove::overdue)
                .containsExactly(tuple(NextMove.Party.CHECKER, "dep-a", "核查告知承诺", true));
        assertThat(declared(Step.ENDED, Outcome.GRANTED, Declared.State.CONFIRMED, null))
                .isEmpty();
        assertThat(declared(Step.ENDED, Outcome.WITHDRAWN, Declared.State.CHECK_DUE, UNTIL))
                .isEmpty();
    }

    private static List<NextMove> declared(
            Step step, @Nullable Outcome outcome, Declared.State state, @Nullable LocalDate due) {
        Declared declared = new Declared("T1", "a", "CODE", state, 20, 10, due, "", null);
        NextMove.Known known = known(List.of(), Map.of(), Map.of("a", declared));
        return NextMove.of(matter(step, outcome, 0), arrived(step), known, DAYS, NOW);
    }

    @Test
    @DisplayName("容缺的材料由申请人补交；补齐之前缺它的准予结果不由出件窗口欠着，不缺的和不予的照常送达")
    void deferred() {
        assertThat(parties(matter(Step.REVIEW, null, 0), GAP))
                .containsExactly(NextMove.Party.DEPARTMENT, NextMove.Party.APPLICANT);
        assertThat(parties(matter(Step.REVIEW, null, 0), ANOTHERS_GAP)).containsExactly(NextMove.Party.DEPARTMENT);
        assertThat(parties(matter(Step.DELIVER, Outcome.GRANTED, 0), GAP)).containsExactly(NextMove.Party.APPLICANT);
        assertThat(parties(matter(Step.DELIVER, Outcome.GRANTED, 0), ANOTHERS_GAP))
                .containsExactly(NextMove.Party.ISSUING_WINDOW);
        assertThat(parties(matter(Step.DELIVER, Outcome.DENIED, 0), GAP))
                .containsExactly(NextMove.Party.ISSUING_WINDOW);
    }

    @Test
    @DisplayName("容缺的材料过期还没有补交的，受理窗口催补或者按撤回处理，自过期起算")
    void overdueGap() {
        Deferral late = new Deferral("charter", "章程", Set.of("事项a"), TODAY.minusDays(1));
        assertThat(owed(matter(Step.REVIEW, null, 0), List.of(), List.of(late)))
                .extracting(NextMove::party, NextMove::role, NextMove::border, NextMove::workingDays, NextMove::overdue)
                .containsExactly(
                        tuple(NextMove.Party.DEPARTMENT, Role.REVIEWER, Border.SUBSTANCE, 2, false),
                        tuple(NextMove.Party.APPLICANT, null, Border.FORM, 2, true),
                        tuple(NextMove.Party.WINDOW, Role.CLERK, Border.FORM, 1, false));
    }

    private static List<NextMove.Party> parties(Matter matter, Deferral gap) {
        return owed(matter, List.of(), List.of(gap)).stream()
                .map(NextMove::party)
                .toList();
    }

    private static List<NextMove> owed(Matter matter, List<Consultation> consultations, List<Deferral> gaps) {
        return owed(matter, arrived(matter.step()), consultations, gaps);
    }

    private static List<NextMove> owed(
            Matter matter, List<HistoryEntry> history, List<Consultation> consultations, List<Deferral> gaps) {
        Map<String, List<Deferral>> lacking = OwedMaterials.lacking(gaps, List.of(matter));
        return NextMove.of(matter, history, known(consultations, lacking, Map.of()), DAYS, NOW);
    }

    private static NextMove.Known known(
            List<Consultation> consultations, Map<String, List<Deferral>> lacking, Map<String, Declared> declared) {
        return known(List.of(), consultations, lacking, Set.of(), declared);
    }

    private static NextMove.Known known(
            List<SpecialProcedure> special,
            List<Consultation> asked,
            Map<String, List<Deferral>> lacking,
            Set<String> there,
            Map<String, Declared> declared) {
        Map<String, Leave.StandIn> none = Map.of();
        return new NextMove.Known(
                ACCEPTED, special, asked, List.of(), lacking, Map.of(), there, declared, none, List.of(), none,
                List.of());
    }

    private static List<HistoryEntry> arrived(Step step) {
        return step == Step.WAITING ? List.of() : List.of(entry("a", MOVED, Act.REVIEW, null, step));
    }

    private static HistoryEntry entry(String item, LocalDateTime at, Act act, @Nullable Step from, Step to) {
        return new HistoryEntry("T1", item, at, "somebody", "某人", act, from, to, "", "", null);
    }

    private static Consultation consultation(LocalDate until, Consultation.@Nullable Answer answer) {
        return new Consultation("T1", "a", "事项a", 1, "dep-a", "zjj", "是否同意？", until, "张三", MOVED, null, answer);
    }

    private static SpecialProcedure procedure(String item, @Nullable LocalDate ended) {
        LocalDate end = ended == null && item.equals("a") ? UNTIL : TODAY;
        return new SpecialProcedure(
                item, SpecialProcedure.Kind.HEARING, "听证", "", "", MOVED.toLocalDate(), end, ended, "", "文1", true);
    }

    private static Matter matter(Step step, @Nullable Outcome outcome, int extensionAsked) {
        return new Matter(
                "T1",
                "a",
                "事项a",
                1,
                "dep-a",
                "某法第一条",
                "证书",
                true,
                true,
                List.of(),
                step,
                outcome,
                Chain.TWO,
                TimeLimit.workingDays("5"),
                null,
                new Matter.Clock(ACCEPTED, ACCEPTED.plusDays(7), ACCEPTED.plusDays(7)),
                extensionAsked,
                0,
                Extension.USUAL,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                HearingState.NONE);
    }
}
