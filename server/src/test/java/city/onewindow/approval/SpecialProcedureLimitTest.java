package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases are accepted on Wednesday, 4 November 2026. */
@DisplayName("特别程序的上限")
class SpecialProcedureLimitTest extends ApprovalHouseTest {

    @Autowired
    private ClockActs acts;

    @Test
    @DisplayName("一种特别程序的上限管它的全部：再启动的只剩用剩的天数，用完了不能再启动；别的种类不受它影响")
    void allOfAKind() {
        String number = cases.accept("a");
        suspend(number, LocalDate.parse("2026-12-14"));
        clock.set(LocalDateTime.parse("2026-12-14T10:00").atZone(ZoneId.of("Asia/Shanghai")));
        acts.resume(number, "a", "补充材料后再评。", reviewer("a"), null);
        clock.set(LocalDateTime.parse("2026-12-15T10:00").atZone(ZoneId.of("Asia/Shanghai")));
        assertThat(faults(() -> suspend(number, LocalDate.parse("2026-12-16"))))
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .contains("最多 30 个工作日，已经用了 29 个", "最晚到2026年12月15日");
        suspend(number, LocalDate.parse("2026-12-15"));
        acts.resume(number, "a", "通过。", reviewer("a"), null);
        clock.set(LocalDateTime.parse("2026-12-16T10:00").atZone(ZoneId.of("Asia/Shanghai")));
        assertThat(faults(() -> suspend(number, LocalDate.parse("2026-12-16"))))
                .extracting(Fault::pointer)
                .containsExactly("/kind");
        acts.suspend(
                number,
                "a",
                new AskedProcedure(SpecialProcedure.Kind.TESTING, "送检。", "市检测中心", "", LocalDate.parse("2026-12-16")),
                reviewer("a"),
                null);
        assertThat(matter(number, "a").step()).isEqualTo(Step.SUSPENDED);
    }

    private void suspend(String number, LocalDate expectedEnd) {
        acts.suspend(
                number,
                "a",
                new AskedProcedure(SpecialProcedure.Kind.EXPERT_REVIEW, "方案需要专家评审。", "市检测中心", "", expectedEnd),
                reviewer("a"),
                null);
    }

    private static List<Fault> faults(ThrowingCallable act) {
        return catchThrowableOfType(Problem.InvalidInput.class, act).faults();
    }
}
