package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Holiday;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is asked for on Wednesday, 4 November 2026, is held until Wednesday, 2 December, and called until Monday, 23 November, which is near
 * at noon of the 19th.
 */
@DisplayName("听证：申请以后二十个工作日内举行")
class HearingDueTest extends HearingHouseTest {

    private static final LocalDate CALL_BY = LocalDate.parse("2026-11-23");
    private static final LocalDate HELD_BY = LocalDate.parse("2026-12-02");
    private static final String RED = "2026-12-02T17:01";

    @Autowired
    Inbox inbox;

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
    @DisplayName("通知以前写明哪天以前通知、哪天以前举行，谁该办；过期标明；通知了就不再提")
    void owedUntilCalled() {
        asked();
        assertThat(view().owed()).singleElement().satisfies(move -> {
            assertThat(move.what()).contains("通知听证");
            assertThat(move.until()).isEqualTo(CALL_BY);
            assertThat(move.overdue()).isFalse();
        });
        assertThat(clockInInbox())
                .extracting(HearingClock::callBy, HearingClock::heldBy)
                .containsExactly(CALL_BY, HELD_BY);
        at("2026-11-24T09:00");
        assertThat(view().owed()).extracting(NextMove::overdue).containsExactly(true);
        call(LocalDateTime.parse("2026-12-03T09:30"), false);
        assertThat(view().owed()).extracting(NextMove::what).containsExactly("特别程序：听证");
        assertThat(matter().hearing().heldFrom()).isNull();
    }

    @Test
    @DisplayName("快到最后的通知日发黄牌，二十个工作日没有举行发红牌，各一次；通知了不再发")
    void cards() {
        asked();
        sweepAt("2026-11-19T12:00");
        assertThat(raised()).isEmpty();
        sweepAt("2026-11-19T12:01");
        sweepAt("2026-12-02T17:00");
        assertThat(raised()).containsExactly(Card.Kind.HEARING_YELLOW);
        sweepAt(RED);
        sweepAt("2027-01-12T17:01");
        assertThat(raised()).containsExactly(Card.Kind.HEARING_RED, Card.Kind.HEARING_YELLOW);
        assertThat(cards.list(null, 50, DECIDER).items())
                .filteredOn(card -> card.number().equals(number) && card.kind() == Card.Kind.HEARING_RED)
                .extracting(Card::due, Card::what)
                .containsExactly(tuple(HELD_BY.atTime(17, 0), HearingClock.WHAT));
    }

    @Test
    @DisplayName("通知了的、放弃了的、撤回了的不发牌；延期的从延期那天重新算，又有两种")
    void whenNothingWaits() {
        asked();
        call(LocalDateTime.parse("2026-11-18T09:30"), false);
        at("2026-11-18T12:00");
        hearings.record(number, item, new AskedRecord("双方", "主持人回避。", "均签字", true), REVIEWER, null);
        assertThat(view().owed())
                .filteredOn(move -> move.party() == NextMove.Party.DEPARTMENT)
                .extracting(NextMove::until)
                .containsExactly(LocalDate.parse("2026-12-07"));
        sweepAt(RED);
        assertThat(raised()).isEmpty();
        sweepAt("2026-12-16T17:01");
        assertThat(raised()).containsExactly(Card.Kind.HEARING_RED, Card.Kind.HEARING_YELLOW);
        requests.waive(number, item, null, "都放弃。", REVIEWER, null);
        assertThat(view().owed()).extracting(NextMove::what).doesNotContain(HearingClock.WHAT);

        at("2026-11-04T10:00");
        aCase();
        asked();
        approval.withdraw(number, "不办了。", StartupCases.CLERK, null);
        sweepAt(RED);
        assertThat(raised()).isEmpty();
    }

    @Test
    @DisplayName("申请过听证、和别的事项一起撤回的，裁决使它一起恢复时，也先举行听证")
    void ofWhatBeginsAgainWithAnother(@Autowired RulingActs rulings) {
        SampleCases cases = new SampleCases(house, transaction, clock, catalogs);
        number = cases.accept("a", "x");
        hearings.tell(number, "x", "重大利益。", List.of(), null, SampleCases.reviewer("x"), null);
        requests.ask(number, "x", today(), 0, SampleCases.reviewer("x"), null);
        approval.withdraw(number, "被人冒名撤回。", SampleCases.CLERK, null);
        AskedRuling anew = new AskedRuling(
                Ruling.Organ.COURT,
                "某法院",
                "(2026)豫03行初9号",
                today(),
                today(),
                Ruling.Kind.DECIDE_ANEW,
                "重新办理。",
                "",
                false,
                null,
                null);
        rulings.record(number, "a", anew, SignedInAs.actor("manager", "zwfw", null, Role.MANAGER), null);
        Matter again = door.matter(number, "x", SampleCases.reviewer("x")).matter();
        assertThat(again.step()).isEqualTo(Step.REVIEW);
        assertThat(again.hearing().toBeHeld()).isTrue();
        assertThat(again.hearing().heldFrom()).isEqualTo(today());
    }

    @Test
    @DisplayName("星期五、星期六各有人申请，星期五的撤回了：到期的日子一样，牌只发一张，巡查照常")
    void twoDaysDueOnOne() {
        tell(List.of(NEIGHBOUR));
        at("2026-11-06T10:00");
        requests.ask(number, item, today(), 1, REVIEWER, null);
        at("2026-11-07T10:00");
        requests.ask(number, item, today(), 0, REVIEWER, null);
        sweepAt("2026-11-26T09:00");
        requests.waive(number, item, 1, "来电撤回。", REVIEWER, null);
        assertThat(matter().hearing().heldFrom()).isEqualTo("2026-11-07");
        sweepAt("2026-11-26T09:01");
        assertThat(raised()).containsExactly(Card.Kind.HEARING_YELLOW);
    }

    @Test
    @DisplayName("放假通知变了，期限跟着变，牌也跟着变")
    void otherHolidays() {
        asked();
        holidays("2026-11-05");
        assertThat(clockInInbox())
                .extracting(HearingClock::callBy, HearingClock::heldBy)
                .containsExactly(LocalDate.parse("2026-11-24"), LocalDate.parse("2026-12-03"));
        sweepAt(RED);
        assertThat(raised()).containsExactly(Card.Kind.HEARING_YELLOW);
        sweepAt("2026-12-03T17:01");
        assertThat(raised()).containsExactly(Card.Kind.HEARING_RED, Card.Kind.HEARING_YELLOW);
    }

    @Test
    @DisplayName("放假安排变了，申请听证的最后一天跟着晚：那天以前申请得上，作不了决定；已经告知的日子不提前")
    void otherHolidaysToAsk() {
        tell(List.of());
        assertThat(matter().hearing().askUntil()).isEqualTo("2026-11-11");
        holidays("2026-11-10", "2026-11-11");
        sweepAt("2026-11-09T09:00");
        assertThat(view().hearings())
                .extracting(one -> Objects.requireNonNull(one.told()).askUntil())
                .containsExactly(LocalDate.parse("2026-11-13"));
        at("2026-11-13T09:00");
        assertThatThrownBy(this::review).isInstanceOf(Problem.Conflict.class).hasMessageContaining("2026年11月13日");
        calendar.replaceHolidays(published);
        sweepAt("2026-11-13T09:10");
        assertThat(matter().hearing().askUntil()).isEqualTo("2026-11-13");
        requests.ask(number, item, today(), 0, REVIEWER, null);
        holidays("2026-11-10", "2026-11-11", "2026-11-12");
        sweepAt("2026-11-13T09:20");
        assertThat(matter().hearing().toBeHeld()).isTrue();
    }

    @Test
    @DisplayName("邮寄告知、审查人推算得更晚的，其间又放了假，也晚同样几天；已经告知的日子不提前")
    void reckonedWithThePost() {
        hearings.tell(number, item, "采光。", List.of(), LocalDate.parse("2026-11-12"), REVIEWER, null);
        holidays("2026-11-12");
        sweepAt("2026-11-09T09:00");
        assertThat(matter().hearing().askUntil()).isEqualTo("2026-11-13");
        calendar.replaceHolidays(published);
        sweepAt("2026-11-09T09:10");
        assertThat(matter().hearing().askUntil()).isEqualTo("2026-11-13");
    }

    private void holidays(String... days) {
        List<Holiday> changed = new ArrayList<>(published);
        for (String day : days) {
            changed.add(new Holiday(LocalDate.parse(day), Holiday.Kind.HOLIDAY, "临时", 2026));
        }
        calendar.replaceHolidays(changed);
    }

    @Test
    @DisplayName("几个服务器同时巡查，各种牌只发一次")
    void sweptAtOnce() throws Exception {
        asked();
        at(RED);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(pool.submit(sweep::sweep));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(raised()).containsExactly(Card.Kind.HEARING_RED, Card.Kind.HEARING_YELLOW);
    }

    @Test
    @DisplayName("发过牌的，再巡查不锁、不改它的事项")
    void untouchedOnceRaised() {
        asked();
        sweepAt(RED);
        String before = matterAsStored();
        sweep.sweep();
        assertThat(matterAsStored()).isEqualTo(before);
    }

    /** Which version of the row it is, and who locked it last. */
    private String matterAsStored() {
        return jdbc.sql("select ctid || ' ' || xmin || ' ' || xmax from approval.matter"
                        + " where number = :number and item = :item")
                .param("number", number)
                .param("item", item)
                .query(String.class)
                .single();
    }

    private void asked() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
    }

    private HearingClock clockInInbox() {
        return inbox.page(InboxQuery.ALL, null, 300, REVIEWER).items().stream()
                .filter(row -> row.matter().number().equals(number)
                        && row.matter().item().equals(item))
                .map(InboxRow::hearing)
                .findFirst()
                .orElseThrow();
    }

    private void sweepAt(String time) {
        at(time);
        sweep.sweep();
    }

    private List<Card.Kind> raised() {
        return cards.list(null, 300, DECIDER).items().stream()
                .filter(card -> card.number().equals(number) && card.item().equals(item))
                .map(Card::kind)
                .filter(kind -> kind == Card.Kind.HEARING_YELLOW || kind == Card.Kind.HEARING_RED)
                .toList();
    }
}
