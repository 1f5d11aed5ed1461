package city.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final WorkingDays DAYS = new WorkingDays(Notices.PUBLISHED);
    private static final Deadlines DEADLINES = new Deadlines(DAYS);

    @DisplayName("期限按法律计算")
    @ParameterizedTest(name = "{0}：{1} 起 {2} {3}")
    @CsvFileSource(resources = "/calendar/deadlines.csv", numLinesToSkip = 1)
    void followsTheLaw(String situation, String start, String limit, String suspensions, String due) {
        Deadline deadline = DEADLINES.of(moment(start), limit(limit), suspensions(suspensions));

        assertThat(deadline.due()).as(situation).isEqualTo(moment(due));
    }

    @DisplayName("说得清为什么是这一天")
    @Test
    void explains() {
        Deadline deadline =
                DEADLINES.of(moment("2026-09-28 09:30"), limit("3个工作日"), suspensions("2026-09-29~2026-09-29"));

        assertThat(deadline.explanation())
                .containsExactly(
                        "自2026年9月28日（周一）起计3个工作日，开始当日不计入（民法典第二百零一条），法定节假日和休息日不计入（行政许可法第八十二条）。",
                        "9月29日专家评审，不计入。",
                        "10月1日至10月7日国庆节放假，不计入。",
                        "因此应于2026年10月9日（周五）17:00前办结（当日下班时，民法典第二百零三条）。");
    }

    @DisplayName("顺延、调休和尚未公布的安排都说明")
    @Test
    void explainsWhatIsUnusual() {
        assertThat(DEADLINES.of(moment("2026-09-30 09:30"), limit("3个工作日")).explanation())
                .contains("10月10日国庆节调休上班，计入。");
        assertThat(DEADLINES.of(moment("2026-11-06 09:00"), limit("15日")).explanation())
                .contains("最后一日为休息日，顺延至其后第一个工作日（民法典第二百零三条）。");
        assertThat(DEADLINES.of(moment("2026-11-28 10:00"), limit("当场")).explanation())
                .first()
                .asString()
                .contains("不在工作时间");
        assertThat(DEADLINES.of(moment("2026-12-30 09:00"), limit("3个工作日")).explanation())
                .last()
                .asString()
                .contains("尚未公布");
    }

    @Label("从开始到届满，每一天都有交代，计入的天数正好是期限")
    @Property
    void accountsForEveryDay(
            @ForAll("moments") LocalDateTime start,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll("suspensionLists") List<Suspension> suspensions) {
        Deadline deadline = DEADLINES.of(start, TimeLimit.workingDays(String.valueOf(days)), suspensions);

        assertThat(deadline.days())
                .extracting(DayCounted::date)
                .containsExactlyElementsOf(start.toLocalDate()
                        .datesUntil(deadline.due().toLocalDate().plusDays(1))
                        .toList());
        assertThat(deadline.days()).filteredOn(DayCounted::counted).hasSize(days);
    }

    @Label("期限长的不早于期限短的届满")
    @Property
    void isMonotoneInTheLimit(
            @ForAll("moments") LocalDateTime start,
            @ForAll @IntRange(max = 120) int halves,
            @ForAll DayUnit unit,
            @ForAll("suspensionLists") List<Suspension> suspensions) {
        LocalDateTime due =
                DEADLINES.of(start, halves(halves, unit), suspensions).due();
        LocalDateTime longer =
                DEADLINES.of(start, halves(halves + 1, unit), suspensions).due();

        assertThat(longer).isAfterOrEqualTo(due);
    }

    @Label("晚开始的不早于早开始的届满")
    @Property
    void isMonotoneInTheStart(
            @ForAll("moments") LocalDateTime start,
            @ForAll @IntRange(max = 20_000) int minutes,
            @ForAll @IntRange(max = 120) int halves,
            @ForAll DayUnit unit,
            @ForAll("suspensionLists") List<Suspension> suspensions) {
        TimeLimit limit = halves(halves, unit);

        assertThat(DEADLINES.of(start.plusMinutes(minutes), limit, suspensions).due())
                .isAfterOrEqualTo(DEADLINES.of(start, limit, suspensions).due());
    }

    @Label("届满总在开始之后的工作日，不在休息日和特别程序期间")
    @Property
    void endsOnAWorkingDay(
            @ForAll("moments") LocalDateTime start,
            @ForAll @IntRange(max = 120) int halves,
            @ForAll DayUnit unit,
            @ForAll("suspensionLists") List<Suspension> suspensions) {
        LocalDateTime due =
                DEADLINES.of(start, halves(halves, unit), suspensions).due();

        assertThat(due).isAfterOrEqualTo(start);
        assertThat(DAYS.isWorking(due.toLocalDate())).isTrue();
        assertThat(suspensions).noneMatch(suspension -> suspension.covers(due.toLocalDate()));
    }

    @Label("期内特别程序占几个工作日，届满就顺延几个工作日")
    @Property
    void aSuspensionMovesTheDueDateByItsWorkingDays(
            @ForAll("moments") LocalDateTime start,
            @ForAll @IntRange(min = 2, max = 80) int halves,
            @ForAll @IntRange(min = 1, max = 100) int after,
            @ForAll @IntRange(max = 60) int length) {
        TimeLimit limit = halves(halves, DayUnit.WORKING);
        LocalDateTime due = DEADLINES.of(start, limit).due();
        LocalDate from = start.toLocalDate().plusDays(after);
        Assume.that(!from.isAfter(due.toLocalDate()));
        LocalDate to = from.plusDays(length);
        int k = (int) from.datesUntil(to.plusDays(1)).filter(DAYS::isWorking).count();

        LocalDateTime moved = DEADLINES
                .of(start, limit, List.of(new Suspension(from, to, "检验")))
                .due();

        assertThat(moved.toLocalDate()).isEqualTo(DAYS.plus(due.toLocalDate(), k));
        assertThat(moved.toLocalTime()).isEqualTo(due.toLocalTime());
    }

    @DisplayName("没有尽头的特别程序不会算个没完")
    @Test
    void givesUpOnAnEndlessSuspension() {
        List<Suspension> endless = List.of(new Suspension(LocalDate.of(2026, 1, 1), LocalDate.MAX, "检测"));

        assertThatThrownBy(() -> DEADLINES.of(moment("2026-01-01 09:00"), limit("1个工作日"), endless))
                .hasMessageContaining("has no end");
    }

    @DisplayName("特别程序只扣书面告知的天数，提前结束的扣到结束那天")
    @Test
    void aSuspensionTakesWhatWasTold() {
        LocalDate from = LocalDate.of(2026, 11, 2);
        LocalDate told = LocalDate.of(2026, 11, 10);

        assertThat(Suspension.told(from, told, null, "检测").to()).isEqualTo(told);
        assertThat(Suspension.told(from, told, LocalDate.of(2026, 11, 4), "检测").to())
                .isEqualTo(LocalDate.of(2026, 11, 4));
        assertThat(Suspension.told(from, told, LocalDate.of(2026, 11, 16), "检测").to())
                .isEqualTo(told);
    }

    @DisplayName("剩余时间和黄牌、红牌")
    @ParameterizedTest(name = "{0} 起 {1}，现在 {2}：{3} {4}")
    @CsvSource({
        "2026-11-02 09:00, 10个工作日, 2026-11-02 09:00, 剩余 11 个工作日, NORMAL",
        "2026-11-02 09:00, 10个工作日, 2026-11-12 13:00, 剩余 2.5 个工作日, NORMAL",
        "2026-11-02 09:00, 10个工作日, 2026-11-13 09:00, 剩余 2 个工作日, YELLOW",
        "2026-11-02 09:00, 10个工作日, 2026-11-16 16:59, 剩余 0.5 个工作日, YELLOW",
        "2026-11-02 09:00, 10个工作日, 2026-11-16 17:00, 即将到期, YELLOW",
        "2026-11-02 09:00, 10个工作日, 2026-11-16 17:01, 已超期, RED",
        "2026-11-02 09:00, 10个工作日, 2026-11-17 17:01, 超期 1 个工作日, RED",
        "2026-11-02 09:00, 10个工作日, 2026-11-22 10:00, 超期 4 个工作日, RED",
        "2026-11-02 09:00, 1个工作日, 2026-11-02 09:00, 剩余 2 个工作日, NORMAL",
        "2026-11-02 09:00, 1个工作日, 2026-11-03 09:00, 剩余 1 个工作日, YELLOW",
        "2026-11-02 09:00, 0.5个工作日, 2026-11-02 09:00, 剩余 1 个工作日, NORMAL",
        "2026-11-02 09:00, 0.5个工作日, 2026-11-02 13:00, 剩余 0.5 个工作日, YELLOW",
        "2026-11-02 09:00, 当场, 2026-11-03 17:00, 超期 1 个工作日, RED"
    })
    void tellsWhatIsLeft(String start, String limit, String now, String sentence, ClockState state) {
        Deadline deadline = DEADLINES.of(moment(start), limit(limit));

        Remaining remaining = DEADLINES.remaining(moment(now), deadline.start(), deadline.due());

        assertThat(remaining.sentence()).isEqualTo(sentence);
        assertThat(remaining.state()).isEqualTo(state);
    }

    @DisplayName("特别程序期间的日子不算剩余时间")
    @Test
    void suspendedDaysAreNotLeft() {
        List<Suspension> suspensions = suspensions("2026-11-04~2026-11-10");
        Deadline deadline = DEADLINES.of(moment("2026-11-02 09:00"), limit("5个工作日"), suspensions);

        assertThat(DEADLINES
                        .remaining(moment("2026-11-06 09:00"), deadline.start(), deadline.due(), suspensions)
                        .halfDays())
                .isEqualTo(8);
    }

    @DisplayName("办结的看办结时间，不看今天")
    @Test
    void judgesTheFinishedByTheirFinish() {
        LocalDateTime start = moment("2026-11-02 09:00");
        LocalDateTime due = DEADLINES.of(start, limit("5个工作日")).due();
        LocalDateTime today = moment("2026-12-31 09:00");

        assertThat(DEADLINES.state(today, due, start, due, List.of())).isEqualTo(ClockState.NORMAL);
        assertThat(DEADLINES.state(today, due.plusMinutes(1), start, due, List.of()))
                .isEqualTo(ClockState.RED);
        assertThat(DEADLINES.state(today, null, start, due, List.of())).isEqualTo(ClockState.RED);
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        return Arbitraries.integers()
                .between(0, 3000 * 24 * 60)
                .map(minutes -> LocalDate.of(2019, 1, 1).atStartOfDay().plusMinutes(minutes));
    }

    @Provide
    Arbitrary<List<Suspension>> suspensionLists() {
        Arbitrary<Suspension> one = Combinators.combine(
                        Arbitraries.integers().between(0, 3000),
                        Arbitraries.integers().between(0, 400))
                .as((day, length) -> {
                    LocalDate from = LocalDate.of(2019, 1, 1).plusDays(day);
                    return new Suspension(from, from.plusDays(length), "检验");
                });
        return one.list().ofMaxSize(4);
    }

    private static TimeLimit halves(int halves, DayUnit unit) {
        return new TimeLimit(BigDecimal.valueOf(halves).divide(BigDecimal.valueOf(2)), unit);
    }

    private static LocalDateTime moment(String text) {
        return LocalDateTime.parse(text, MOMENT);
    }

    private static TimeLimit limit(String words) {
        if (words.startsWith("当场")) {
            return new TimeLimit(BigDecimal.ZERO, words.contains("自然日") ? DayUnit.NATURAL : DayUnit.WORKING);
        }
        String days = words.replaceAll("[^0-9.]", "");
        return new TimeLimit(new BigDecimal(days), words.endsWith("工作日") ? DayUnit.WORKING : DayUnit.NATURAL);
    }

    private static List<Suspension> suspensions(String spans) {
        if (spans == null) {
            return List.of();
        }
        return Arrays.stream(spans.split("\\|"))
                .map(span -> span.split("~"))
                .map(ends -> new Suspension(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]), "专家评审"))
                .toList();
    }
}
