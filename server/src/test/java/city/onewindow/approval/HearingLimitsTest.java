package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("听证：和办理期限的关系")
class HearingLimitsTest extends HearingHouseTest {

    @Test
    @DisplayName("特别程序的天数用得差不多了，有人申请的听证照样举行：时钟只停剩下的天数，决定不会因此作不出")
    void askedThoughTheDaysAreUsed() {
        call(LocalDateTime.parse("2026-12-11T09:30"), false, "涉及公共利益。");
        at("2026-12-11T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        tell(List.of());
        hearings.ask(number, item, today(), 0, REVIEWER, null);
        call(LocalDateTime.parse("2026-12-24T09:30"), false);
        assertThat(view().procedures())
                .extracting(SpecialProcedure::expectedEnd)
                .containsExactly(LocalDate.parse("2026-12-11"), LocalDate.parse("2026-12-14"));
        at("2026-12-24T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        tell(List.of());
        hearings.ask(number, item, today(), 0, REVIEWER, null);
        call(LocalDateTime.parse("2027-01-07T09:30"), false);
        assertThat(view().procedures().get(2).expectedEnd()).isEqualTo(LocalDate.parse("2026-12-25"));
        at("2027-01-07T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        assertThatThrownBy(() -> call(LocalDateTime.parse("2027-01-20T09:30"), false, "涉及公共利益。"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经用满");
        review();
    }
}
