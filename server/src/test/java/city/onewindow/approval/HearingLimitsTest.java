package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("听证：和办理期限的关系")
class HearingLimitsTest extends HearingHouseTest {

    @Autowired
    private Inbox inbox;

    @Test
    @DisplayName("特别程序的天数用得差不多了，有人申请的听证照样举行：时钟只停剩下的天数，决定不会因此作不出")
    void askedThoughTheDaysAreUsed() {
        call(LocalDateTime.parse("2026-12-11T09:30"), false, "涉及公共利益。");
        at("2026-12-11T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        call(LocalDateTime.parse("2026-12-24T09:30"), false);
        assertThat(view().procedures())
                .extracting(SpecialProcedure::expectedEnd)
                .containsExactly(LocalDate.parse("2026-12-11"), LocalDate.parse("2026-12-14"));
        at("2026-12-24T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        call(LocalDateTime.parse("2027-01-07T09:30"), false);
        assertThat(view().procedures().get(2).expectedEnd()).isEqualTo(LocalDate.parse("2026-12-25"));
        at("2027-01-07T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        assertThatThrownBy(() -> call(LocalDateTime.parse("2027-01-20T09:30"), false, "涉及公共利益。"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经用满");
        review();
    }

    @Test
    @DisplayName("告知期间时钟照走，可以申请延长期限，页面也给")
    void moreTimeMeanwhile() {
        tell(List.of());
        assertThat(view().next()).extracting(Procedure.Edge::act).contains(Act.ASK_EXTENSION);
        clockActs.askExtension(number, item, 3, "等待听证申请期满。", REVIEWER, null);
        assertThat(matter().extensionAsked()).isEqualTo(3);
    }

    @Test
    @DisplayName("听证没有了结，事项改由部门业务系统办理：已经开始的听证仍在这里办完，不能在这里另开")
    void workedThereMeanwhile() {
        tell(List.of());
        jdbc.sql(
                        "insert into approval.worked_there (region, department, item, since) values ('410300', 'scjg', :item, now())")
                .param("item", item)
                .update();
        try {
            assertThat(view().next())
                    .extracting(Procedure.Edge::act)
                    .contains(Act.ASK_HEARING, Act.WAIVE_HEARING)
                    .doesNotContain(Act.CALL_HEARING, Act.TELL_HEARING);
            requests.ask(number, item, today(), 0, REVIEWER, null);
            call(LocalDateTime.parse("2026-11-18T09:30"), false);
            at("2026-11-18T12:00");
            hearings.record(number, item, RECORD, REVIEWER, null);
            assertThatThrownBy(() -> call(LocalDateTime.parse("2026-12-01T09:30"), false, "涉及公共利益。"))
                    .isInstanceOf(Problem.Conflict.class)
                    .hasMessageContaining("部门自己的业务系统");
        } finally {
            jdbc.sql("delete from approval.worked_there where item = :item")
                    .param("item", item)
                    .update();
        }
    }

    @Test
    @DisplayName("可以申请听证的不在批量办理里；期满以后在")
    void notTogether() {
        tell(List.of());
        List<String> key = List.of(number + "~" + item);
        assertThat(inbox.ticked(key, REVIEWER)).isEmpty();
        at("2026-11-12T09:00");
        assertThat(inbox.ticked(key, REVIEWER)).hasSize(1);
    }
}
