package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.CaseItem;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("统一办理的期限：一个事项裁决后重新办理，其他的照旧")
class JointAfterRulingTest extends RulingHouseTest {

    private static final Actor MANAGER = new Actor("manager", "中心", Set.of(Role.MANAGER), "zwfw", null);

    @Autowired
    private JointExtensions extensions;

    @Autowired
    private ClockActs clockActs;

    @Autowired
    private Calendar calendar;

    @Test
    @DisplayName("重新办理的和等它的另有期限，不发统一办理的牌；其他许可仍在四十五日之内，到期发牌，也还能延长")
    void theOthersKeepIt() {
        List<CaseItem> items = new ArrayList<>(JointExtensionsTest.twoLicences("k1", "60", "60"));
        items.add(JointExtensionsTest.licence("k1-3", "60", List.of()));
        String number = cases.accept(items);
        LocalDateTime start = file(number).acceptedAt();
        deny(number, "k1-1");
        deliver(number, "k1-1");
        rule(number, "k1-1", anew("1", 90, DayUnit.WORKING, false));
        assertThat(swept(workingDaysFrom(start, 35), number)).isEmpty();
        assertThat(swept(workingDaysFrom(start, 37), number)).containsExactly("JOINT_YELLOW k1-3");
        assertThat(extensions.mayExtend(file(number), matters.ofCase(SampleCases.REGION, number), MANAGER))
                .isTrue();
        assertThat(swept(workingDaysFrom(start, 46), number)).containsExactly("JOINT_YELLOW k1-3", "JOINT_RED k1-3");
    }

    @Test
    @DisplayName("重新办理以前停走的日子仍不算在其他许可的四十五日里，以后停走的算")
    void whatStoodStillBefore() {
        List<CaseItem> items = List.of(
                JointExtensionsTest.licence("k2-1", "60", List.of()),
                JointExtensionsTest.licence("k2-2", "60", List.of()));
        String number = cases.accept(items);
        LocalDateTime start = file(number).acceptedAt();
        test(number, "k2-1", workingDaysFrom(start, 10));
        clock.set(workingDaysFrom(start, 10).atZone(ZoneId.of("Asia/Shanghai")));
        clockActs.resume(number, "k2-1", "合格", reviewer("k2-1"), null);
        deny(number, "k2-1");
        deliver(number, "k2-1");
        LocalDateTime before = joint(number);
        assertThat(before).isAfter(workingDaysFrom(start, 53));
        rule(number, "k2-1", anew("1", 90, DayUnit.WORKING, false));
        assertThat(joint(number)).isEqualTo(before);
        test(number, "k2-1", workingDaysFrom(start, 20));
        assertThat(joint(number)).isEqualTo(before);
    }

    @Test
    @DisplayName("许可都重新办理的，没有统一办理的期限可以延长")
    void nothingIsLeft() {
        String number = cases.accept(JointExtensionsTest.twoLicences("k3", "60", "60"));
        deny(number, "k3-1");
        deliver(number, "k3-1");
        rule(number, "k3-1", anew("1", 90, DayUnit.WORKING, false));
        assertThatThrownBy(() -> extensions.extend(number, 5, "理由", "市长", MANAGER, new IdempotencyKey("k3" + number)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("裁决后重新办理");
        assertThat(swept(now().plusDays(100), number)).isEmpty();
    }

    private void test(String number, String item, LocalDateTime until) {
        clockActs.suspend(
                number,
                item,
                new AskedProcedure(SpecialProcedure.Kind.TESTING, "送检", "市检测中心", "", until.toLocalDate()),
                reviewer(item),
                null);
    }

    /** When the licences are due together, by the file as it is. */
    private LocalDateTime joint(String number) {
        return CaseClock.joint(
                        house.getBean(CaseFiles.class).addressed(SampleCases.REGION, number),
                        matters.ofCase(SampleCases.REGION, number),
                        house.getBean(SpecialProcedures.class).ofCase(number),
                        calendar.deadlines())
                .orElseThrow();
    }

    private CaseFile file(String number) {
        return door.file(number, MANAGER).file();
    }

    /** An hour after. */
    private List<String> swept(LocalDateTime at, String number) {
        clock.set(at.plusHours(1).atZone(ZoneId.of("Asia/Shanghai")));
        sweepOnce();
        return jdbc.sql(
                        "select kind || ' ' || item from approval.card where number = :number and kind like 'JOINT%' order by id")
                .param("number", number)
                .query(String.class)
                .list();
    }

    private LocalDateTime workingDaysFrom(LocalDateTime start, int days) {
        return calendar.deadlines()
                .of(start, TimeLimit.workingDays(String.valueOf(days)))
                .due();
    }
}
