package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.Holiday;
import city.onewindow.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Around the National Day of 2026: from 1 to 7 October nobody works, nor on 25 September; 20 September and 10 October are worked. */
@DisplayName("准予以后十个工作日内送达")
class DeliveryClockTest {

    private static final Deadlines DAYS = new Deadlines(new WorkingDays(nationalDay()));

    private static List<Holiday> nationalDay() {
        List<Holiday> days = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            days.add(new Holiday(LocalDate.of(2026, 10, day), Holiday.Kind.HOLIDAY, "国庆节", 2026));
        }
        days.add(new Holiday(LocalDate.of(2026, 9, 25), Holiday.Kind.HOLIDAY, "中秋节", 2026));
        days.add(new Holiday(LocalDate.of(2026, 9, 20), Holiday.Kind.WORKDAY, "国庆节", 2026));
        days.add(new Holiday(LocalDate.of(2026, 10, 10), Holiday.Kind.WORKDAY, "国庆节", 2026));
        return days;
    }

    @ParameterizedTest(name = "{0} 决定，{1} 发黄牌，{2} 止")
    @CsvSource({
        "2026-09-29T10:00, 2026-10-15T17:00, 2026-10-19T17:00",
        "2026-09-30T16:00, 2026-10-16T17:00, 2026-10-20T17:00",
        "2026-09-30T18:30, 2026-10-16T17:00, 2026-10-20T17:00",
        "2026-10-03T10:00, 2026-10-16T17:00, 2026-10-20T17:00",
        "2026-09-18T10:00, 2026-09-30T17:00, 2026-10-09T17:00",
        "2026-10-09T10:00, 2026-10-20T17:00, 2026-10-22T17:00"
    })
    @DisplayName("国庆前后：放假的不算，调休上班的算，剩两个工作日发黄牌")
    void aroundTheNationalDay(LocalDateTime decided, LocalDateTime yellow, LocalDateTime due) {
        DeliveryClock delivery = DeliveryClock.from(decided, DAYS);
        assertThat(delivery.due()).isEqualTo(due);
        assertThat(delivery.yellowFrom()).isEqualTo(yellow);
    }
}
