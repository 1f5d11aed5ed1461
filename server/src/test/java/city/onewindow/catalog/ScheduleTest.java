package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.calendar.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("整件事的日程")
class ScheduleTest {

    /** A Wednesday. */
    private static final LocalDateTime START = LocalDateTime.parse("2026-11-04T10:00");

    private static final Deadlines DEADLINES = new Deadlines(new WorkingDays(List.of()));

    @Test
    @DisplayName("后一事项从最晚到期的前序事项到期时开始，互不等待的同时进行")
    void startsWhenTheLastPredecessorIsDue() {
        Schedule schedule = Schedule.of(
                errand(item("c", "1", "5", "a", "b"), item("a", "1", "10"), item("b", "2", null)), DEADLINES, START);
        assertThat(schedule.slots())
                .extracting(slot -> slot.item().name())
                .as("nothing comes before what it waits for")
                .containsExactly("a", "b", "c");
        assertThat(schedule.slots())
                .extracting(slot -> slot.promised().start())
                .containsExactly(START, START, at("2026-11-06T17:00"));
        assertThat(schedule.promised().due()).isEqualTo(at("2026-11-09T17:00"));
    }

    @Test
    @DisplayName("没有法定时限的事项按承诺时限计入法定日程")
    void promiseStandsForTheLaw() {
        Schedule schedule = Schedule.of(errand(item("a", "2", null), item("b", "1", "5", "a")), DEADLINES, START);
        assertThat(schedule.slots().get(0).statutory().end().due()).isEqualTo(at("2026-11-06T17:00"));
        assertThat(schedule.statutory().due()).isEqualTo(at("2026-11-13T17:00"));
    }

    @Test
    @DisplayName("当场办结的一串事项当天办完")
    void onTheSpot() {
        Schedule schedule = Schedule.of(errand(item("a", "0", "5"), item("b", "0", "5", "a")), DEADLINES, START);
        assertThat(schedule.promised().due()).isEqualTo(at("2026-11-04T17:00"));
    }

    @Test
    @DisplayName("四十五个工作日只管行政许可：其他事项更晚的，整件以其他事项为准，指南上的天数也是")
    void jointLimitIsTheLicencesAlone() {
        Errand licences = errand(item("a", "1", "60"), of("gaj", "行政许可", "b", "1", "5"));
        assertThat(Schedule.of(licences, DEADLINES, START).statutory().due())
                .isEqualTo(DEADLINES.of(START, TimeLimit.workingDays("45")).due());
        assertThat(CriticalPath.statutory(licences).span()).isEqualTo(Span.of(TimeLimit.workingDays("45")));
        Errand more = errand(item("a", "1", "60"), of("gaj", "行政许可", "b", "1", "5"), of("gaj", "公共服务", "c", "1", "50"));
        assertThat(Schedule.of(more, DEADLINES, START).statutory().due())
                .isEqualTo(DEADLINES.of(START, TimeLimit.workingDays("50")).due());
        assertThat(CriticalPath.statutory(more))
                .isEqualTo(new CriticalPath(List.of("c"), Span.of(TimeLimit.workingDays("50"))));
    }

    @Test
    @DisplayName("等许可的其他事项，从许可最晚办完的那天起算")
    void whatWaitsForTheLicences() {
        Errand errand =
                errand(item("a", "1", "60"), of("gaj", "行政许可", "b", "1", "5"), of("gaj", "公共服务", "c", "1", "10", "a"));
        LocalDateTime joint = DEADLINES.of(START, TimeLimit.workingDays("45")).due();
        assertThat(Schedule.of(errand, DEADLINES, START).statutory().due())
                .isEqualTo(DEADLINES.of(joint, TimeLimit.workingDays("10")).due());
        assertThat(CriticalPath.statutory(errand))
                .isEqualTo(new CriticalPath(List.of("a", "c"), Span.of(TimeLimit.workingDays("55"))));
    }

    @Test
    @DisplayName("事项改按自然日计法定期限：即办的一件事跟着改，不会承诺到法定期限之后")
    void onTheSpotFollowsTheUnitOfTheLaw() {
        Terms own = item("a", "0", "20").terms();
        Terms now = new Terms(
                own.itemType(),
                own.kind(),
                own.legalBasis(),
                new TimeLimit(BigDecimal.TEN, DayUnit.NATURAL),
                new TimeLimit(BigDecimal.ONE, DayUnit.NATURAL),
                own.fee(),
                own.result(),
                own.numberedByDepartment(),
                own.specialSteps(),
                own.note());
        Terms before = item("a", "1", "20").terms();
        assertThat(own.following(before, now).promised()).isEqualTo(new TimeLimit(BigDecimal.ZERO, DayUnit.NATURAL));
        assertThat(own.following(before, now).statutory()).isEqualTo(now.statutory());
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }

    private static Errand errand(CaseItem... items) {
        return new Errand(null, List.of(), Map.of(), List.of(items), List.of());
    }

    private static CaseItem item(String name, String promised, @Nullable String statutory, String... after) {
        return of("scjg", "行政许可", name, promised, statutory, after);
    }

    private static CaseItem of(
            String department, String type, String name, String promised, @Nullable String statutory, String... after) {
        Terms terms = new Terms(
                type,
                CaseKind.PROMISED,
                "某法第一条",
                statutory == null ? null : TimeLimit.workingDays(statutory),
                TimeLimit.workingDays(promised),
                "0",
                "证书",
                true,
                "",
                "");
        Item item = CatalogBuilder.item(name, department, terms, List.of(), List.of());
        return new CaseItem(item, terms, List.of(after), List.of());
    }
}
