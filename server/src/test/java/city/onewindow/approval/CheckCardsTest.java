package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Holiday;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("告知承诺核查的黄牌、红牌")
class CheckCardsTest extends ApprovalHouseTest {

    @Autowired
    private DeclarationActs declarations;

    @Autowired
    private Cards cards;

    @Autowired
    private Calendar calendar;

    private String fire = "";
    private String number = "";

    @BeforeEach
    void grantedOnItsDeclaration() {
        fire = cases.declarable();
        number = cases.accept(fire, "x");
        declarations.grant(number, fire, "", decider(fire), null);
    }

    @Test
    @DisplayName("剩两个工作日发黄牌，过了最后一天发红牌，各一次；责令整改的按整改的日期再发")
    void onceForEachDay() {
        LocalDate due = due();
        on(workingDaysBefore(due, 3));
        assertThat(raised()).isEmpty();
        on(workingDaysBefore(due, 2));
        on(due);
        assertThat(raised()).containsExactly(tuple(Card.Kind.CHECK_YELLOW, due, "核查承诺的内容"));
        on(due.plusDays(1));
        on(due.plusDays(40));
        assertThat(raised())
                .containsExactly(
                        tuple(Card.Kind.CHECK_RED, due, "核查承诺的内容"), tuple(Card.Kind.CHECK_YELLOW, due, "核查承诺的内容"));
        declarations.orderMending(number, fire, "灭火器不足。", reviewer(fire), null);
        LocalDate mending = due();
        on(mending.plusDays(1));
        assertThat(raised()).extracting(card -> card.toList().get(1)).containsExactly(mending, mending, due, due);
    }

    @Test
    @DisplayName("核查相符的、撤销了的不发")
    void settled() {
        LocalDate due = due();
        declarations.confirm(number, fire, "与承诺一致。", reviewer(fire), null);
        on(due.plusDays(1));
        assertThat(raised()).isEmpty();

        grantedOnItsDeclaration();
        LocalDate second = due();
        declarations.revoke(number, fire, "与承诺不符。", "行政许可法第六十九条", "没有陈述、申辩。", decider(fire), null);
        on(second.plusDays(1));
        assertThat(raised()).isEmpty();
    }

    @Test
    @DisplayName("过了最后一天才核查、才责令整改的，巡查来得再晚也发牌，各一次")
    void checkedLateBeforeTheSweep() {
        LocalDate due = due();
        clock.set(due.plusDays(1).atTime(9, 0).atZone(clock.getZone()));
        declarations.orderMending(number, fire, "灭火器不足。", reviewer(fire), null);
        LocalDate mending = due();
        clock.set(mending.plusDays(1).atTime(9, 0).atZone(clock.getZone()));
        declarations.confirm(number, fire, "与承诺一致。", reviewer(fire), null);
        on(mending.plusDays(2));
        assertThat(raised()).extracting(card -> card.toList().get(1)).containsExactly(mending, mending, due, due);
    }

    @Test
    @DisplayName("几个服务器同时巡查，各种牌只发一次")
    void sweptAtOnce() throws Exception {
        clock.set(due().plusDays(1).atTime(9, 0).atZone(clock.getZone()));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(pool.submit(this::sweepOnce));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(raised())
                .extracting(card -> card.toList().get(0))
                .containsExactlyInAnyOrder(Card.Kind.CHECK_YELLOW, Card.Kind.CHECK_RED);
    }

    @Test
    @DisplayName("有人正在办的留到下一次，别的照发，谁也不等谁；一次只发几件的，接着发完")
    void leavesWhatSomebodyIsAt(@Autowired DeclarationCards declarationCards) {
        String busy = number;
        grantedOnItsDeclaration();
        LocalDateTime late = due().plusDays(1).atTime(9, 0);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select from approval.declaration where number = :number for update")
                    .param("number", busy)
                    .query()
                    .listOfRows();
            CompletableFuture.runAsync(() -> declarationCards.raise(late, 1))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        });
        clock.set(late.atZone(clock.getZone()));
        assertThat(raised()).hasSize(2);
        number = busy;
        assertThat(raised()).isEmpty();
        declarationCards.raise(late, 1);
        assertThat(raised()).hasSize(2);
    }

    @Test
    @DisplayName("放假安排变了，核查的最后一天跟着变，办结了的办件也一样；整改的日子告知过，只晚不早")
    void otherHolidays() {
        List<Holiday> published = calendar.published();
        LocalDate due = due();
        try {
            off(published, workingDaysBefore(due, 1));
            assertThat(due()).isEqualTo(calendar.workingDays().next(due));
            calendar.replaceHolidays(published);
            sweepOnce();
            assertThat(due()).isEqualTo(due);
            declarations.orderMending(number, fire, "灭火器不足。", reviewer(fire), null);
            LocalDate mending = due();
            off(published, workingDaysBefore(mending, 1));
            LocalDate later = calendar.workingDays().next(mending);
            assertThat(due()).isEqualTo(later);
            calendar.replaceHolidays(published);
            sweepOnce();
            assertThat(due()).isEqualTo(later);
        } finally {
            calendar.replaceHolidays(published);
        }
    }

    private void off(List<Holiday> published, LocalDate day) {
        List<Holiday> changed = new ArrayList<>(published);
        changed.add(new Holiday(day, Holiday.Kind.HOLIDAY, "临时", day.getYear()));
        calendar.replaceHolidays(changed);
        sweepOnce();
    }

    private LocalDate due() {
        return jdbc.sql("select due from approval.declaration where number = :number")
                .param("number", number)
                .query(LocalDate.class)
                .single();
    }

    private LocalDate workingDaysBefore(LocalDate day, int n) {
        LocalDate before = day;
        for (int i = 0; i < n; i++) {
            do {
                before = before.minusDays(1);
            } while (!calendar.workingDays().isWorking(before));
        }
        return before;
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(9, 0).atZone(clock.getZone()));
        sweepOnce();
    }

    private List<Tuple> raised() {
        return cards.list(null, 300, reviewer(fire)).items().stream()
                .filter(card -> card.number().equals(number))
                .filter(card -> card.kind() == Card.Kind.CHECK_YELLOW || card.kind() == Card.Kind.CHECK_RED)
                .map(card -> tuple(card.kind(), card.due().toLocalDate(), card.what()))
                .toList();
    }
}
