package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Holiday;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.CaseItem;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("统一办理期限的黄牌、红牌")
class JointCardsTest extends ApprovalHouseTest {

    private static final Actor MANAGER = new Actor("manager", "中心", Set.of(Role.MANAGER), "zwfw", null);

    @Autowired
    private JointExtensions extensions;

    @Autowired
    private JointCards jointCards;

    @Autowired
    private Cards cards;

    @Autowired
    private ClockActs clockActs;

    @Autowired
    private Calendar calendar;

    @Test
    @DisplayName("统一办理的期限自己有牌：将到期发黄牌，超过发红牌，各一次，给没有作出决定的部门；等前序的不发；决定了的不发")
    void eachOnce() {
        List<CaseItem> items = new ArrayList<>(JointExtensionsTest.twoLicences("j11", "60", "60"));
        items.add(JointExtensionsTest.licence("j11-3", "60", List.of()));
        items.add(SampleCases.item("j11-4", "公共服务", TimeLimit.workingDays("90")));
        String number = cases.accept(items);
        LocalDateTime start = file(number).acceptedAt();
        grant(number, "j11-3");
        assertThat(swept(workingDaysFrom(start, 35), number)).isEmpty();
        assertThat(swept(workingDaysFrom(start, 37), number)).containsExactly("JOINT_YELLOW j11-1 dep-j11-1");
        assertThat(swept(workingDaysFrom(start, 44), number)).hasSize(1);
        assertThat(swept(workingDaysFrom(start, 46), number))
                .containsExactly("JOINT_YELLOW j11-1 dep-j11-1", "JOINT_RED j11-1 dep-j11-1");
        assertThat(swept(workingDaysFrom(start, 80), number)).hasSize(2);
    }

    @Test
    @DisplayName("批准延长的、特别程序停走的，统一办理的牌跟着晚；一直没人看的两张一起发；四十五日之内都决定了的没有牌")
    void cardsFollowTheLimit() {
        String longer = cases.accept(JointExtensionsTest.twoLicences("j12", "60", "60"));
        String stopped = cases.accept(JointExtensionsTest.twoLicences("j13", "60", "60"));
        String done = cases.accept(JointExtensionsTest.twoLicences("j14", "60", "60"));
        LocalDateTime start = file(longer).acceptedAt();
        sweepOnce();
        extensions.extend(longer, 15, "须现场勘验", "王副市长", MANAGER, new IdempotencyKey("extend-" + longer));
        clockActs.suspend(
                stopped,
                "j13-1",
                new AskedProcedure(
                        SpecialProcedure.Kind.TESTING,
                        "送检",
                        "市检测中心",
                        "",
                        workingDaysFrom(start, 20).toLocalDate()),
                reviewer("j13-1"),
                null);
        grant(done, "j14-1");
        grant(done, "j14-2");
        assertThat(swept(workingDaysFrom(start, 47), longer)).isEmpty();
        assertThat(raised(stopped)).isEmpty();
        assertThat(raised(done)).isEmpty();
        assertThat(swept(workingDaysFrom(start, 62), longer))
                .containsExactly("JOINT_YELLOW j12-1 dep-j12-1", "JOINT_RED j12-1 dep-j12-1");
        assertThat(raised(stopped)).containsExactly("JOINT_YELLOW j13-1 dep-j13-1");
        assertThat(swept(workingDaysFrom(start, 67), stopped))
                .containsExactly("JOINT_YELLOW j13-1 dep-j13-1", "JOINT_RED j13-1 dep-j13-1");
        assertThat(raised(done)).isEmpty();
    }

    @Test
    @DisplayName("不是行政许可的事项做特别程序，许可统一办理的期限不跟着延长")
    void othersProceduresDontStopIt() {
        List<CaseItem> items = new ArrayList<>(JointExtensionsTest.twoLicences("j16", "60", "60"));
        items.add(SampleCases.item("j16-3", "公共服务", TimeLimit.workingDays("60")));
        String number = cases.accept(items);
        LocalDateTime before = nextCard(number);
        LocalDateTime start = file(number).acceptedAt();
        clockActs.suspend(
                number,
                "j16-3",
                new AskedProcedure(
                        SpecialProcedure.Kind.TESTING,
                        "送检",
                        "市检测中心",
                        "",
                        workingDaysFrom(start, 20).toLocalDate()),
                reviewer("j16-3"),
                null);
        sweepOnce();
        assertThat(nextCard(number)).isEqualTo(before);
    }

    @Test
    @DisplayName("放假安排变了，统一办理的牌按新的日历")
    void cardsFollowTheHolidays() {
        String number = cases.accept(JointExtensionsTest.twoLicences("j15", "60", "60"));
        LocalDateTime before = nextCard(number);
        List<Holiday> published = calendar.published();
        List<Holiday> more = new ArrayList<>(published);
        LocalDate off = workingDaysFrom(file(number).acceptedAt(), 10).toLocalDate();
        more.add(new Holiday(off, Holiday.Kind.HOLIDAY, "临时放假", off.getYear()));
        try {
            calendar.replaceHolidays(more);
            sweepOnce();
            LocalDateTime start = file(number).acceptedAt();
            assertThat(nextCard(number))
                    .isAfter(before)
                    .isEqualTo(calendar.deadlines().yellowFrom(start, workingDaysFrom(start, 45), List.of()));
        } finally {
            calendar.replaceHolidays(published);
        }
    }

    private LocalDateTime nextCard(String number) {
        return jdbc.sql("select joint_card_at from approval.case_file where number = :number")
                .param("number", number)
                .query(LocalDateTime.class)
                .single();
    }

    /** An hour after. */
    private List<String> swept(LocalDateTime at, String number) {
        clock.set(at.plusHours(1).atZone(ZoneId.of("Asia/Shanghai")));
        sweepOnce();
        return raised(number);
    }

    private List<String> raised(String number) {
        return jdbc.sql("""
                        select kind || ' ' || item || ' ' || department from approval.card
                        where number = :number and kind like 'JOINT%' order by id
                        """).param("number", number).query(String.class).list();
    }

    @Test
    @DisplayName("几个实例同时巡查，积下的不止一页，每张牌也只发一次；办理的部门和中心都看得到")
    void manyInstances() {
        List<String> numbers = IntStream.range(0, 210)
                .mapToObj(i -> this.cases.accept(JointExtensionsTest.twoLicences("j16", "60", "60")))
                .toList();
        LocalDateTime late = workingDaysFrom(file(numbers.get(0)).acceptedAt(), 50);
        clock.set(late.atZone(ZoneId.of("Asia/Shanghai")));
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> jointCards.raise(late)))
                        .toArray(CompletableFuture[]::new))
                .join();
        jointCards.raise(late);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(raised(number))
                        .containsExactly("JOINT_YELLOW j16-1 dep-j16-1", "JOINT_RED j16-1 dep-j16-1"));
        for (Actor reader : List.of(reviewer("j16-1"), MANAGER)) {
            assertThat(cards.list(null, 100, reader).items())
                    .filteredOn(card -> numbers.contains(card.number()))
                    .extracting(Card::kind)
                    .contains(Card.Kind.JOINT_YELLOW, Card.Kind.JOINT_RED);
        }
        assertThat(cards.owedBy("dep-j16-1", null, 1000, MANAGER).items())
                .hasSizeGreaterThanOrEqualTo(2 * numbers.size())
                .allSatisfy(card -> assertThat(card.department()).isEqualTo("dep-j16-1"));
        assertThatThrownBy(() -> cards.owedBy("dep-j16-1", null, 1000, reviewer("j16-1")))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("中心管理人员");
    }

    private CaseFile file(String number) {
        return door.file(number, MANAGER).file();
    }

    private LocalDateTime workingDaysFrom(LocalDateTime start, int days) {
        return calendar.deadlines()
                .of(start, TimeLimit.workingDays(String.valueOf(days)))
                .due();
    }
}
