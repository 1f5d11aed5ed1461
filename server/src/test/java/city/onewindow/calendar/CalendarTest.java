package city.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CalendarTest extends HouseTest {

    private static final LocalDate FLOOD = LocalDate.of(2026, 7, 21);

    @Autowired
    private Calendar calendar;

    private List<Holiday> before = List.of();

    @BeforeEach
    void remember() {
        before = new Holidays(jdbc).published();
    }

    @AfterEach
    void putBack() {
        jdbc.sql("delete from calendar.holiday where source = 'LOCAL'").update();
        calendar.replaceHolidays(before);
    }

    @DisplayName("导入放假通知后按通知计算，同样的再导入一次什么也不变")
    @Test
    void takesTheNotices() {
        calendar.replaceHolidays(List.of());
        assertThat(calendar.workingDays().isWorking(LocalDate.of(2026, 10, 5))).isTrue();

        assertThat(calendar.replaceHolidays(Notices.PUBLISHED)).isTrue();
        assertThat(calendar.replaceHolidays(Notices.PUBLISHED)).isFalse();
        assertThat(calendar.workingDays().isWorking(LocalDate.of(2026, 10, 5))).isFalse();
        assertThat(calendar.workingDays().isSettled(LocalDate.of(2019, 1, 1), LocalDate.of(2026, 12, 31)))
                .isTrue();
    }

    @DisplayName("本地调整优先于全国通知，重新导入通知也不会丢")
    @Test
    void keepsLocalAdjustments() {
        calendar.replaceHolidays(Notices.PUBLISHED);
        jdbc.sql("""
                        insert into calendar.holiday (day, source, kind, name, notice_year)
                        values (:day, 'LOCAL', 'HOLIDAY', '防汛停工', 2026)
                        """).param("day", FLOOD).update();

        List<Holiday> fewer = new ArrayList<>(Notices.PUBLISHED);
        fewer.remove(0);
        calendar.replaceHolidays(fewer);

        assertThat(calendar.workingDays().isWorking(FLOOD)).isFalse();
        assertThat(calendar.workingDays().describe(FLOOD)).isEqualTo("防汛停工放假");
    }

    @DisplayName("通知公布以前就有本地调整的年份，法定节假日照样放假，也还不算有了安排")
    @Test
    void settlesNoYearByItself() {
        calendar.replaceHolidays(Notices.PUBLISHED);
        jdbc.sql("""
                        insert into calendar.holiday (day, source, kind, name, notice_year)
                        values ('2027-03-01', 'LOCAL', 'HOLIDAY', '防汛停工', 2027)
                        """).update();
        calendar.replaceHolidays(Notices.PUBLISHED.subList(1, Notices.PUBLISHED.size()));

        assertThat(calendar.workingDays().describe(LocalDate.of(2027, 3, 1))).isEqualTo("防汛停工放假");
        assertThat(calendar.workingDays().describe(LocalDate.of(2027, 2, 8))).isEqualTo("春节放假");
        assertThat(calendar.workingDays().isSettled(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 1)))
                .isFalse();
    }

    @DisplayName("一个实例导入的通知，另一个实例也照着算")
    @Test
    void agreesWithAnotherInstance(@Autowired JdbcClient jdbc) {
        calendar.replaceHolidays(List.of());
        Calendar other = new Calendar(jdbc);
        assertThat(other.workingDays().isWorking(LocalDate.of(2026, 10, 5))).isTrue();

        calendar.replaceHolidays(Notices.PUBLISHED);

        Awaitility.await()
                .untilAsserted(() -> assertThat(other.workingDays().isWorking(LocalDate.of(2026, 10, 5)))
                        .isFalse());
    }
}
