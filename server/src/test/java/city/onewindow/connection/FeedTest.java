package city.onewindow.connection;

import static city.onewindow.approval.SampleCases.CLERK;
import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.approval.Act;
import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.Transfers;
import city.onewindow.identity.AccountKind;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("部门系统读取办理动态")
class FeedTest extends ApprovalHouseTest {

    @Autowired
    private Feed feed;

    @Autowired
    private Numbering numbering;

    @Test
    @DisplayName("一个事项从开始办理到终了，按顺序读到；只读到本部门的")
    void inOrder() {
        String number = cases.accept("feed1", "feed2<feed1", "other<feed1");
        all(null, "other");
        certify(number, "feed1");
        deny(number, "feed2");
        assertThat(of(number, "feed1"))
                .extracting(Event::act)
                .containsExactly(Act.OPEN, Act.REVIEW, Act.GRANT, Act.CERTIFY);
        assertThat(of(number, "feed1").get(1).outcome()).as("decided later").isNull();
        Event certified = of(number, "feed1").get(3);
        assertThat(certified.certificateNumber()).isEqualTo(number + "-01");
        assertThat(certified.document()).isNotNull();
        assertThat(certified.matter()).isEqualTo("/api/matters/" + number + "/feed1");
        assertThat(of(number, "feed2")).extracting(Event::act).containsExactly(Act.OPEN, Act.REVIEW, Act.DENY);
        assertThat(of(number, "feed2").get(0).promisedDue()).isNotNull();
        approval.withdraw(number, "不办了。", CLERK, null);
        Event withdrawn = of(number, "other").get(1);
        assertThat(withdrawn.act()).isEqualTo(Act.WITHDRAW);
        assertThat(withdrawn.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(all(null, "feed1")).noneMatch(event -> !event.item().equals("feed1"));
    }

    @Test
    @DisplayName("先写下、后提交的，读过了后面的也不会漏掉")
    void committedInReverseOrder() {
        String slow = cases.accept("feed3");
        String fast = cases.accept("feed3");
        String cursor = end("feed3");
        List<Event> between = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            review(slow, "feed3");
            elsewhere(() -> review(fast, "feed3"));
            elsewhere(() -> between.addAll(all(cursor, "feed3")));
        });
        assertThat(reviewId(slow)).as("written first, committed last").isLessThan(reviewId(fast));
        assertThat(between).extracting(Event::number).containsExactly(fast);
        String next = String.valueOf(between.get(0).id());
        assertThat(all(next, "feed3")).extracting(Event::number).containsExactly(slow);
        assertThat(all(cursor, "feed3")).extracting(Event::number).containsExactly(fast, slow);
    }

    @Test
    @DisplayName("比最后一条还靠后的位置不收：中心从备份恢复过，不能让部门系统一声不响地漏掉")
    void beyondTheLast() {
        cases.accept("feed4");
        String beyond = String.valueOf(Long.parseLong(end("feed4")) + 1_000_000);
        assertThatThrownBy(() -> feed.read(beyond, 10, system("feed4")))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("备份");
    }

    @Test
    @DisplayName("没有成立的不会读到")
    void rolledBack() {
        String number = cases.accept("feed4");
        transaction.executeWithoutResult(status -> {
            review(number, "feed4");
            status.setRollbackOnly();
        });
        assertThat(of(number, "feed4")).extracting(Event::act).containsExactly(Act.OPEN);
    }

    @Test
    @DisplayName("几个实例同时编号，每件事只编一次")
    void onceEach() {
        all(null, "feed5");
        List<String> numbers =
                IntStream.range(0, 30).mapToObj(i -> cases.accept("feed5")).toList();
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(numbering::number))
                        .toArray(CompletableFuture[]::new))
                .join();
        List<Event> read = all(null, "feed5");
        assertThat(read).extracting(Event::number).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(read).extracting(Event::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("只给部门系统的账号；游标不对的说明怎么办；不含申请人的姓名和证件号")
    void overTheApi() throws Exception {
        String number = cases.accept("feed6");
        assertThatThrownBy(() -> feed.read(null, 10, decider("feed6"))).isInstanceOf(Problem.NotAllowed.class);
        mvc.perform(get("/api/feed").with(SignedInAs.of(system("feed6"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.events[0].number").value(number))
                .andExpect(jsonPath("$.events[0].at").value("2026-11-04T10:00:00+08:00"))
                .andExpect(jsonPath("$.more").value(false))
                .andExpect(content().string(not(containsString("王小明"))))
                .andExpect(content().string(not(containsString("11010519491231002X"))));
        mvc.perform(get("/api/feed").param("after", "x").with(SignedInAs.of(system("feed6"))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/after"));
        mvc.perform(get("/api/feed").with(SignedInAs.of(CLERK))).andExpect(status().isForbidden());
        String end = end("feed6");
        FeedPage nothing = feed.read(end, 10, system("feed6"));
        assertThat(nothing.events()).isEmpty();
        assertThat(nothing.cursor()).isEqualTo(end);
    }

    @Test
    @DisplayName("从接入时还没办结的读起，从头读到；没有接入的部门什么也不留着")
    void fromWhatIsOpen() {
        String ended = cases.accept("feed7");
        approval.withdraw(ended, "不办了。", CLERK, null);
        String open = cases.accept("feed7");
        review(open, "feed7");
        assertThat(left(open)).isZero();
        assertThat(all(null, "feed7")).extracting(Event::number).containsExactly(open, open);
        approval.withdraw(open, "不办了。", CLERK, null);
        assertThat(left(open)).isOne();
        assertThat(of(open, "feed7")).extracting(Event::act).containsExactly(Act.OPEN, Act.REVIEW, Act.WITHDRAW);
    }

    @Test
    @DisplayName("移送的，两个部门的系统都读到；以后的只有办理的部门读到")
    void transferred(@Autowired Transfers transfers) {
        String number = cases.accept("feed8");
        Actor receiver = SignedInAs.actor("zjj-decide", "zjj", null, Role.DECIDER);
        Actor theirs =
                new Actor("zjj-system", "系统", Set.of(Role.REVIEWER, Role.DECIDER), "zjj", null, AccountKind.SYSTEM);
        all(null, "feed8");
        read(null, theirs);
        transfers.handOver(number, "feed8", "zjj", "职能已划转。", decider("feed8"), null);
        transfers.takeOn(number, "feed8", receiver, null);
        approval.review(number, "feed8", Recommendation.GRANT, "齐全。", theirs, null);
        assertThat(of(number, "feed8")).extracting(Event::act).containsExactly(Act.OPEN, Act.TRANSFER, Act.TAKE_ON);
        assertThat(read(null, theirs))
                .filteredOn(event -> event.number().equals(number))
                .extracting(Event::act)
                .containsExactly(Act.TRANSFER, Act.TAKE_ON, Act.REVIEW);
    }

    private long left(String number) {
        return jdbc.sql("select count(*) from approval.unread where number = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private List<Event> of(String number, String item) {
        return all(null, item).stream()
                .filter(event -> event.number().equals(number))
                .toList();
    }

    private String end(String item) {
        List<Event> all = all(null, item);
        return String.valueOf(all.get(all.size() - 1).id());
    }

    /** Page by page, as a system reads. */
    private List<Event> all(@Nullable String after, String item) {
        return read(after, system(item));
    }

    private List<Event> read(@Nullable String after, Actor system) {
        List<Event> read = new ArrayList<>();
        FeedPage page = feed.read(after, 7, system);
        read.addAll(page.events());
        while (page.more()) {
            page = feed.read(page.cursor(), 7, system);
            read.addAll(page.events());
        }
        return read;
    }

    /** In a transaction of its own. */
    private static void elsewhere(Runnable what) {
        CompletableFuture.runAsync(what).join();
    }

    private long reviewId(String number) {
        return jdbc.sql("select id from approval.history where number = :number and act = 'REVIEW'")
                .param("number", number)
                .query(Long.class)
                .single();
    }
}
