package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.approval.SampleCases.certifier;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.Holiday;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
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

/**
 * Cases are accepted, and what is granted is granted, on Wednesday, 4 November 2026, at ten: it is delivered until the 18th, and
 * yellow once the 16th is over. Items promise one working day unless said otherwise.
 */
@DisplayName("送达的黄牌、红牌")
class DeliveryCardsTest extends RulingHouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final String YELLOW = "2026-11-16T17:01";
    private static final String RED = "2026-11-18T17:01";

    @Autowired
    private Sweep sweep;

    @Autowired
    private Cards cards;

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
    @DisplayName("没有制证的发给部门，在出件窗口的发给窗口，各看各的，中心都看得到，每种一次")
    void whoseTheyAre() {
        String number = cases.accept("dl1");
        grant(number, "dl1");
        sweepAt("2026-11-16T17:00");
        assertThat(delivery(number, MANAGER)).isEmpty();
        sweepAt(YELLOW);
        assertThat(delivery(number, reviewer("dl1"))).containsExactly(Card.Kind.DELIVERY_YELLOW);
        assertThat(delivery(number, ISSUER)).isEmpty();
        approval.certify(number, "dl1", "", certifier("dl1"), null);
        sweepAt("2026-11-18T17:00");
        assertThat(delivery(number, ISSUER)).isEmpty();
        sweepAt(RED);
        sweepAt("2026-12-31T17:01");
        assertThat(delivery(number, ISSUER)).containsExactly(Card.Kind.DELIVERY_RED);
        assertThat(delivery(number, reviewer("dl1"))).containsExactly(Card.Kind.DELIVERY_YELLOW);
        assertThat(delivery(number, MANAGER)).containsExactly(Card.Kind.DELIVERY_RED, Card.Kind.DELIVERY_YELLOW);
    }

    @Test
    @DisplayName("在最后一刻送达的不发红牌；决定不予的不发；送达了的没有时钟")
    void inTime() {
        String number = cases.accept("dl2", "dl3");
        certify(number, "dl2");
        deny(number, "dl3");
        sweepAt(YELLOW);
        at("2026-11-18T17:00");
        deliver(number, "dl2");
        String early = cases.accept("dl2");
        certify(early, "dl2");
        deliver(early, "dl2");
        sweepAt("2026-12-31T17:01");
        assertThat(delivery(number, MANAGER)).containsExactly(Card.Kind.DELIVERY_YELLOW);
        assertThat(delivery(early, MANAGER)).isEmpty();
    }

    @Test
    @DisplayName("巡查之前刚刚超期送达的，照样发牌，发给出件窗口")
    void finishedLate() {
        String number = cases.accept("dl4");
        certify(number, "dl4");
        at("2026-11-18T17:30");
        deliver(number, "dl4");
        sweepAt("2026-12-31T17:01");
        assertThat(delivery(number, ISSUER)).containsExactly(Card.Kind.DELIVERY_RED, Card.Kind.DELIVERY_YELLOW);
    }

    @Test
    @DisplayName("承诺的日期在送达期限之后的，两样各发各的")
    void promisedLater() {
        TimeLimit promised = TimeLimit.workingDays("20");
        String number = cases.accept(List.of(SampleCases.item("dl5", promised, promised, List.of())));
        grant(number, "dl5");
        sweepAt(RED);
        assertThat(kinds(number, MANAGER)).containsExactly(Card.Kind.DELIVERY_RED, Card.Kind.DELIVERY_YELLOW);
        sweepAt("2026-12-02T17:01");
        assertThat(kinds(number, MANAGER))
                .containsExactly(Card.Kind.RED, Card.Kind.YELLOW, Card.Kind.DELIVERY_RED, Card.Kind.DELIVERY_YELLOW);
    }

    @Test
    @DisplayName("放假通知变了，制证的和待领的都重算；页面上的期限是同一个")
    void recounted() {
        String number = cases.accept("dl6", "dl7");
        certify(number, "dl6");
        grant(number, "dl7");
        assertThat(dues(number)).containsOnly(LocalDateTime.parse("2026-11-18T17:00"));
        List<Holiday> changed = new ArrayList<>(published);
        changed.add(new Holiday(LocalDate.parse("2026-11-05"), Holiday.Kind.HOLIDAY, "临时", 2026));
        calendar.replaceHolidays(changed);
        sweep.sweep();
        assertThat(dues(number)).containsOnly(LocalDateTime.parse("2026-11-19T17:00"));
        assertThat(door.file(number, MANAGER).owed())
                .extracting(NextMove::party, NextMove::until)
                .containsExactly(
                        tuple(NextMove.Party.ISSUING_WINDOW, LocalDate.parse("2026-11-19")),
                        tuple(NextMove.Party.DEPARTMENT, LocalDate.parse("2026-11-19")));
        sweepAt(YELLOW);
        assertThat(delivery(number, MANAGER)).isEmpty();
        sweepAt("2026-11-17T17:01");
        assertThat(delivery(number, MANAGER))
                .containsOnly(Card.Kind.DELIVERY_YELLOW)
                .hasSize(2);
        assertThat(door.file(number, MANAGER).owed().get(0).what()).contains("邮寄");

        calendar.replaceHolidays(published);
        sweep.sweep();
        assertThat(dues(number)).containsOnly(LocalDateTime.parse("2026-11-18T17:00"));
        sweepAt(RED);
        assertThat(delivery(number, MANAGER)).hasSize(4);
    }

    @Test
    @DisplayName("这项功能上线之前准予的，也会发牌")
    void upgraded() {
        String number = cases.accept("dl8");
        certify(number, "dl8");
        jdbc.sql("update approval.matter set delivery_due = null, delivery_card_at = null where number = :number")
                .param("number", number)
                .update();
        jdbc.sql("delete from approval.counted").update();
        sweepAt(RED);
        assertThat(delivery(number, ISSUER)).containsExactly(Card.Kind.DELIVERY_RED, Card.Kind.DELIVERY_YELLOW);
    }

    @Test
    @DisplayName("裁决变更为准予的，自裁决送达部门起算，只有送达的牌；责令重新办理的，从前的时钟不再走")
    void ruled() {
        String number = cases.accept("dl9");
        deny(number, "dl9");
        deliver(number, "dl9");
        at("2026-11-06T10:00");
        rule(number, "dl9", of(Ruling.Kind.CHANGED_TO_GRANT, "1", null, null, false));
        jdbc.sql("delete from approval.counted").update();
        sweepAt("2026-11-20T17:01");
        assertThat(kinds(number, MANAGER)).containsExactly(Card.Kind.DELIVERY_RED, Card.Kind.DELIVERY_YELLOW);

        at("2026-11-04T10:00");
        String anew = cases.accept("dl9");
        certify(anew, "dl9");
        deliver(anew, "dl9");
        rule(anew, "dl9", anew("2", 60, DayUnit.WORKING, false));
        sweepAt("2026-12-31T17:01");
        assertThat(kinds(anew, MANAGER)).isEmpty();
    }

    @Test
    @DisplayName("几个实例同时巡查，每张牌只发一次")
    void many() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            numbers.add(cases.accept("dl10"));
            certify(numbers.get(i), "dl10");
        }
        at(RED);
        ExecutorService instances = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> sweeps = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sweeps.add(instances.submit(sweep::sweep));
            }
            for (Future<?> one : sweeps) {
                one.get();
            }
        } finally {
            instances.shutdown();
        }
        sweep.sweep();
        assertThat(numbers)
                .allSatisfy(number -> assertThat(delivery(number, ISSUER))
                        .containsExactly(Card.Kind.DELIVERY_RED, Card.Kind.DELIVERY_YELLOW));
    }

    private void at(String now) {
        clock.set(LocalDateTime.parse(now).atZone(ZoneId.of("Asia/Shanghai")));
    }

    private void sweepAt(String now) {
        at(now);
        sweep.sweep();
    }

    private List<LocalDateTime> dues(String number) {
        return jdbc.sql("select delivery_due from approval.matter where number = :number")
                .param("number", number)
                .query(LocalDateTime.class)
                .list();
    }

    /** The newest first; so are the others. */
    private List<Card.Kind> delivery(String number, Actor actor) {
        return kinds(number, actor).stream()
                .filter(kind -> kind == Card.Kind.DELIVERY_YELLOW || kind == Card.Kind.DELIVERY_RED)
                .toList();
    }

    private List<Card.Kind> kinds(String number, Actor actor) {
        return cards.list(null, 1000, actor).items().stream()
                .filter(card -> card.number().equals(number))
                .map(Card::kind)
                .toList();
    }
}
