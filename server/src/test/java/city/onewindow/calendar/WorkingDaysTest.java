package city.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final WorkingDays DAYS = new WorkingDays(Notices.PUBLISHED);

    @DisplayName("各年工作日总数与国务院通知一致")
    @ParameterizedTest(name = "{0} 年 {1} 天")
    @CsvSource({"2019, 250", "2020, 249", "2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void countsEachYear(int year, long workingDays) {
        LocalDate newYear = LocalDate.of(year, 1, 1);

        assertThat(newYear.datesUntil(newYear.plusYears(1)).filter(DAYS::isWorking))
                .hasSize((int) workingDays);
    }

    @DisplayName("说得出每一天为什么算或不算")
    @ParameterizedTest
    @CsvSource({
        "2026-10-01, false, 国庆节放假",
        "2026-10-10, true, 国庆节调休上班",
        "2026-11-28, false, 休息日",
        "2026-11-27, true, 工作日"
    })
    void describesDays(LocalDate day, boolean working, String why) {
        assertThat(DAYS.isWorking(day)).isEqualTo(working);
        assertThat(DAYS.describe(day)).isEqualTo(why);
    }

    @DisplayName("两天之间过了几个工作日：放假不算，调休上班算，倒过来是零")
    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 2026-10-10, 3",
        "2026-11-06, 2026-11-10, 2",
        "2026-11-06, 2026-11-08, 0",
        "2026-11-10, 2026-11-06, 0"
    })
    void passed(LocalDate after, LocalDate upTo, int workingDays) {
        assertThat(DAYS.between(after, upTo)).isEqualTo(workingDays);
    }

    @DisplayName("知道放假安排公布到哪一天，没有通知时按周一至周五，法定节假日除外")
    @Test
    void knowsHowFarItKnows() {
        LocalDate november = LocalDate.of(2026, 11, 4);
        assertThat(DAYS.isSettled(november, LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(DAYS.isSettled(november, LocalDate.of(2027, 1, 4))).isFalse();
        assertThat(new WorkingDays(List.of()).isSettled(november, november)).isFalse();
        List<Holiday> early = new ArrayList<>(Notices.PUBLISHED);
        early.add(new Holiday(LocalDate.of(2028, 1, 1), Holiday.Kind.HOLIDAY, "元旦", 2028));
        assertThat(new WorkingDays(early).isSettled(november, LocalDate.of(2028, 1, 4)))
                .as("2027's is missing")
                .isFalse();
        assertThat(DAYS.isWorking(LocalDate.of(2027, 9, 30))).isTrue();
    }

    @DisplayName("法定节假日，包括随农历和节气的，通知没有公布也不是工作日；已公布的年份以通知为准")
    @ParameterizedTest
    @CsvSource({
        "2027-01-01, 元旦放假",
        "2027-02-05, 春节放假",
        "2027-02-08, 春节放假",
        "2027-04-05, 清明节放假",
        "2027-06-09, 端午节放假",
        "2027-09-15, 中秋节放假",
        "2033-01-31, 春节放假",
        "2036-01-28, 春节放假",
        "2028-05-01, 劳动节放假",
        "2028-05-02, 劳动节放假",
        "2027-10-01, 国庆节放假",
        "2028-10-02, 国庆节放假",
        "2029-10-03, 国庆节放假"
    })
    void statutoryHolidays(LocalDate day, String why) {
        WorkingDays moved = new WorkingDays(List.of(new Holiday(day, Holiday.Kind.WORKDAY, "抗洪", day.getYear())));

        assertThat(DAYS.isWorking(day)).isFalse();
        assertThat(DAYS.describe(day)).isEqualTo(why);
        assertThat(moved.isWorking(day)).isTrue();
        assertThat(DAYS.isWorking(LocalDate.of(2027, 1, 4))).isTrue();
    }

    @DisplayName("历年通知放假的日子里，有当年全部法定节假日（2025 年前除夕和5月2日不是）")
    @Test
    void noticesNameWhatTheLawNames() {
        for (int year = 2019; year <= 2026; year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            assertThat(first.datesUntil(first.plusYears(1)).filter(day -> StatutoryHolidays.name(day) != null))
                    .hasSizeBetween(12, 13)
                    .filteredOn(DAYS::isWorking)
                    .allMatch(day -> day.getYear() < 2025
                            && (day.getMonthValue() == 5 || StatutoryHolidays.name(day.minusDays(1)) == null));
        }
    }

    @DisplayName("同一天不能既放假又上班")
    @Test
    void refusesADayNamedTwice() {
        LocalDate day = LocalDate.of(2026, 10, 1);

        assertThatThrownBy(() -> new WorkingDays(List.of(
                        new Holiday(day, Holiday.Kind.HOLIDAY, "国庆节", 2026),
                        new Holiday(day, Holiday.Kind.WORKDAY, "国庆节", 2026))))
                .hasMessageContaining("2026-10-01");
    }

    @Label("往后数 n 个工作日，中间恰有 n 个")
    @Property
    void plusCounts(@ForAll @IntRange(max = 3000) int from, @ForAll @IntRange(max = 60) int n) {
        LocalDate start = LocalDate.of(2019, 1, 1).plusDays(from);
        LocalDate end = DAYS.plus(start, n);

        assertThat(start.datesUntil(end).skip(1).filter(DAYS::isWorking)).hasSize(Math.max(n - 1, 0));
        assertThat(n == 0 || DAYS.isWorking(end)).isTrue();
    }
}
