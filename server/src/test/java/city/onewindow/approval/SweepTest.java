package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.CLERK;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.Holiday;
import city.onewindow.calendar.TimeLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases are accepted on Wednesday, 4 November 2026, at ten; an item promises one working day, its law allows twenty. */
@DisplayName("黄牌、红牌和日历变更")
class SweepTest extends ApprovalHouseTest {

    @Autowired
    private Sweep sweep;

    @Autowired
    private CardTable cardTable;

    @Autowired
    private Cards cards;

    @Autowired
    private ClockActs acts;

    @Autowired
    private Calendar calendar;

    private List<Holiday> published = List.of();

    @BeforeEach
    void remember() {
        published = calendar.published();
    }

    @AfterEach
    void restore() {
        calendar.replaceHolidays(published);
    }

    @Test
    @DisplayName("将到期发黄牌，超过承诺发红牌，超过法定再发红牌，每种一次")
    void eachOnce() {
        String number = cases.accept("card1");
        assertThat(swept("2026-11-04T16:59", number)).isEmpty();
        assertThat(swept("2026-11-04T17:01", number)).containsExactly(Card.Kind.YELLOW);
        assertThat(swept("2026-11-05T17:00", number)).containsExactly(Card.Kind.YELLOW);
        assertThat(swept("2026-11-05T17:01", number)).containsExactly(Card.Kind.RED, Card.Kind.YELLOW);
        assertThat(swept("2026-12-02T17:01", number))
                .containsExactly(Card.Kind.STATUTORY, Card.Kind.RED, Card.Kind.YELLOW);
        assertThat(swept("2026-12-31T17:01", number)).hasSize(3);
    }

    @Test
    @DisplayName("一直没人看的时钟，一次补发全部的牌；已到出件窗口的不发")
    void late() {
        String running = cases.accept("card2");
        String ready = cases.accept("card2");
        certify(ready, "card2");
        assertThat(swept("2026-12-31T17:01", running)).hasSize(3);
        assertThat(kinds(ready, "card2")).isEmpty();
    }

    @Test
    @DisplayName("在法定期限内作了决定的，制证再慢也不发法定期限的红牌")
    void decidedInTime() {
        String number = cases.accept("card7");
        grant(number, "card7");
        assertThat(swept("2026-12-31T17:01", number))
                .doesNotContain(Card.Kind.STATUTORY)
                .contains(Card.Kind.RED, Card.Kind.YELLOW);
    }

    @Test
    @DisplayName("巡查之前刚刚超期办完的，照样发牌")
    void finishedLate() {
        String number = cases.accept("card8");
        clock.set(LocalDateTime.parse("2026-11-05T17:30").atZone(ZoneId.of("Asia/Shanghai")));
        certify(number, "card8");
        assertThat(swept("2026-12-31T17:01", number)).containsExactly(Card.Kind.RED, Card.Kind.YELLOW);
    }

    @Test
    @DisplayName("发牌功能上线之前已经在办的事项，也会发牌")
    void upgraded() {
        String number = cases.accept("card9");
        jdbc.sql("update approval.matter set next_card_at = null where number = :number")
                .param("number", number)
                .update();
        jdbc.sql("delete from approval.counted").update();
        assertThat(swept("2026-11-05T17:01", number)).containsExactly(Card.Kind.RED, Card.Kind.YELLOW);
    }

    @Test
    @DisplayName("特别程序推迟发牌")
    void suspended() {
        String number = cases.accept("card3");
        acts.suspend(
                number,
                "card3",
                new AskedProcedure(SpecialProcedure.Kind.TESTING, "送检。", "市检测中心", "", LocalDate.parse("2026-11-10")),
                reviewer("card3"),
                null);
        assertThat(swept("2026-11-11T11:59", number)).isEmpty();
        assertThat(swept("2026-11-11T12:01", number)).containsExactly(Card.Kind.YELLOW);
    }

    @Test
    @DisplayName("几个实例同时巡查，每张牌只发一次")
    void many() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            numbers.add(cases.accept("card4"));
        }
        LocalDateTime now = LocalDateTime.parse("2026-11-04T17:01");
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> raised = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                raised.add(instances.submit(() -> cardTable.raise(now, 10)));
            }
            for (Future<Integer> one : raised) {
                one.get();
            }
        } finally {
            instances.shutdown();
        }
        cardTable.raise(now, 1000);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(kinds(number, "card4")).containsExactly(Card.Kind.YELLOW));
        numbers.forEach(number -> approval.withdraw(number, "试过了。", CLERK, null));
    }

    @Test
    @DisplayName("放假通知换错了又马上换回来，其间照错的算的时限也重算")
    void changedAndBack() {
        sweep.sweep();
        clock.forward(Duration.ofMinutes(2));
        sweep.sweep();
        List<Holiday> wrong = new ArrayList<>(published);
        wrong.add(new Holiday(LocalDate.parse("2026-11-05"), Holiday.Kind.HOLIDAY, "误录", 2026));
        calendar.replaceHolidays(wrong);
        String meanwhile = cases.accept("card5");
        assertThat(matter(meanwhile, "card5").running().promisedDue()).isEqualTo("2026-11-06T17:00");
        calendar.replaceHolidays(published);
        sweep.sweep();
        assertThat(matter(meanwhile, "card5").running().promisedDue()).isEqualTo("2026-11-05T17:00");
    }

    @Test
    @DisplayName("放假通知变了，正在走的时钟和整件的期限都按新日历重算，办过的特别程序照扣")
    void recounted() {
        String number = cases.accept("card5", "card6<card5");
        String special = cases.accept("card5");
        acts.suspend(
                special,
                "card5",
                new AskedProcedure(SpecialProcedure.Kind.TESTING, "送检。", "市检测中心", "", LocalDate.parse("2026-11-05")),
                reviewer("card5"),
                null);
        sweep.sweep();
        List<Holiday> changed = new ArrayList<>(published);
        changed.add(new Holiday(LocalDate.parse("2026-11-05"), Holiday.Kind.HOLIDAY, "临时", 2026));
        changed.add(new Holiday(LocalDate.parse("2026-11-07"), Holiday.Kind.WORKDAY, "临时", 2026));
        calendar.replaceHolidays(changed);
        sweep.sweep();

        assertThat(matter(number, "card5").running().promisedDue()).isEqualTo("2026-11-06T17:00");
        assertThat(door.file(number, CLERK).file().promisedDue()).isEqualTo("2026-11-07T17:00");
        assertThat(matter(special, "card5").running().promisedDue()).isEqualTo("2026-11-06T17:00");

        calendar.replaceHolidays(published);
        sweep.sweep();
        assertThat(matter(number, "card5").running().promisedDue()).isEqualTo("2026-11-05T17:00");
        assertThat(door.file(number, CLERK).file().promisedDue()).isEqualTo("2026-11-06T17:00");
    }

    @Test
    @DisplayName("重算的当口，别的实例按旧日历算出的时限，一分钟后再重算一遍也跟上")
    void recountedAgain() {
        String number = cases.accept("card11");
        List<Holiday> changed = new ArrayList<>(published);
        changed.add(new Holiday(LocalDate.parse("2026-11-05"), Holiday.Kind.HOLIDAY, "临时", 2026));
        calendar.replaceHolidays(changed);
        sweep.sweep();
        assertThat(matter(number, "card11").running().promisedDue()).isEqualTo("2026-11-06T17:00");
        jdbc.sql("update approval.matter set promised_due = '2026-11-05T17:00' where number = :number")
                .param("number", number)
                .update();
        clock.forward(Duration.ofMinutes(1));
        sweep.sweep();
        assertThat(matter(number, "card11").running().promisedDue()).isEqualTo("2026-11-06T17:00");
    }

    @Test
    @DisplayName("一件算不了的，不耽误别的，也不使别的每分钟都重算；一小时后再试")
    void oneHoldsNoOtherUp() {
        String broken = cases.accept("card12");
        String number = cases.accept("card12");
        jdbc.sql("update approval.case_file set addressee = addressee || '\\x00' where number = :number")
                .param("number", broken)
                .update();
        try {
            List<Holiday> changed = new ArrayList<>(published);
            changed.add(new Holiday(LocalDate.parse("2026-11-05"), Holiday.Kind.HOLIDAY, "临时", 2026));
            calendar.replaceHolidays(changed);
            sweep.sweep();
            clock.forward(Duration.ofMinutes(1));
            sweep.sweep();
            assertThat(matter(number, "card12").running().promisedDue()).isEqualTo("2026-11-06T17:00");
            jdbc.sql("update approval.matter set promised_due = '2026-11-05T17:00' where number = :number")
                    .param("number", number)
                    .update();
            clock.forward(Duration.ofMinutes(59));
            sweep.sweep();
            assertThat(matter(number, "card12").running().promisedDue()).isEqualTo("2026-11-05T17:00");
        } finally {
            jdbc.sql(
                            "update approval.case_file set addressee = substring(addressee from 1 for length(addressee) - 1) where number = :number")
                    .param("number", broken)
                    .update();
        }
        clock.forward(Duration.ofMinutes(1));
        sweep.sweep();
        assertThat(matter(number, "card12").running().promisedDue()).isEqualTo("2026-11-06T17:00");
        assertThat(matter(broken, "card12").running().promisedDue()).isEqualTo("2026-11-06T17:00");
    }

    @Test
    @DisplayName("按自然日计算的，放假变了期限不变，发黄牌的时间照样跟着变")
    void yellowIsRecountedToo() {
        TimeLimit tenDays = new TimeLimit(BigDecimal.TEN, DayUnit.NATURAL);
        String number = cases.accept(List.of(SampleCases.item("card10", tenDays, null, List.of())));
        List<Holiday> changed = new ArrayList<>(published);
        changed.add(new Holiday(LocalDate.parse("2026-11-05"), Holiday.Kind.HOLIDAY, "临时", 2026));
        changed.add(new Holiday(LocalDate.parse("2026-11-06"), Holiday.Kind.HOLIDAY, "临时", 2026));
        calendar.replaceHolidays(changed);
        assertThat(swept("2026-11-13T12:01", number)).as("two more days off").isEmpty();
        assertThat(matter(number, "card10").running().promisedDue()).isEqualTo("2026-11-16T17:00");
        assertThat(swept("2026-11-13T17:01", number)).containsExactly(Card.Kind.YELLOW);
    }

    /** The newest first. */
    private List<Card.Kind> swept(String now, String number) {
        clock.set(LocalDateTime.parse(now).atZone(ZoneId.of("Asia/Shanghai")));
        sweep.sweep();
        return kinds(number, matters.ofCase(SampleCases.REGION, number).get(0).item());
    }

    private List<Card.Kind> kinds(String number, String item) {
        return cards.list(null, 1000, reviewer(item)).items().stream()
                .filter(card -> card.number().equals(number))
                .map(Card::kind)
                .toList();
    }
}
