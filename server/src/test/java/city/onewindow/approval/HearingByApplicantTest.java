package city.onewindow.approval;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("听证：申请人在网上、别人来窗口申请和放弃")
class HearingByApplicantTest extends HearingHouseTest {

    private static final LocalDateTime SESSION = LocalDateTime.parse("2026-11-18T09:30");
    private static final Actor CLERK = new Actor("qykb-clerk", "孙窗口", Set.of(Role.CLERK), "zwfw", "qykb");
    private static final Actor ELSEWHERE = new Actor("other-clerk", "周窗口", Set.of(Role.CLERK), "scjg", "ylws");

    @Test
    @DisplayName("凭编号和查询码申请，谁领取着都一样；部门看得到是申请人自己办的，同一次提交只登记一次，不能再申请")
    void asksOnline(@Autowired Pool pool) {
        tell(List.of());
        pool.take(number, item, null, EXAMINER);
        assertThat(told().mayAsk()).isTrue();
        assertThatThrownBy(() -> requests.askOnline(number, "WRONG1", item, null))
                .isInstanceOf(Problem.NotFound.class);
        IdempotencyKey key = new IdempotencyKey("asked-online-1");
        List<HistoryEntry> first = requests.askOnline(number.toLowerCase(), code(), item, key);
        assertThat(requests.askOnline(number, code(), item, key)).isEqualTo(first);
        assertThat(first)
                .extracting(HistoryEntry::whoName, HistoryEntry::opinion)
                .containsExactly(tuple("申请人", "申请人申请听证。"));
        assertThat(matter().hearing().toBeHeld()).isTrue();
        assertThat(matter().holder()).isNotNull();
        assertThat(told().askedOn()).isEqualTo(today());
        assertThat(told().mayAsk()).isFalse();
        assertThatThrownBy(() -> requests.askOnline(number, code(), item, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("您已于2026年11月4日申请");
        assertThat(audited()).contains("matter.ask_hearing");
    }

    @Test
    @DisplayName("网上只能放弃自己的：申请过的撤回自己的申请，没有申请、别人也被告知了的不用办；只告知了他的放弃以后照常办理")
    void waivesOnline() {
        tell(List.of(NEIGHBOUR));
        assertThat(told().mayWaive()).isFalse();
        assertThatThrownBy(() -> requests.waiveOnline(number, code(), item, null))
                .isInstanceOf(Problem.Conflict.class);
        requests.askOnline(number, code(), item, null);
        requests.ask(number, item, today(), 1, REVIEWER, null);
        call(SESSION, false);
        assertThat(told().at()).isEqualTo(SESSION);
        requests.waiveOnline(number, code(), item, null);
        assertThat(matter().step()).isEqualTo(Step.SUSPENDED);
        requests.waive(number, item, 1, "赵邻居书面撤回。", REVIEWER, null);

        aCase();
        tell(List.of());
        requests.waiveOnline(number, code(), item, null);
        assertThat(toldNow()).isEmpty();
        review();
        assertThat(door.hearings(number, item, REVIEWER).get(0).waiver()).contains("网上");
    }

    @Test
    @DisplayName("期满以后、到了举行的时间、依职权举行的，网上不能再申请、放弃；写明到哪天为止、还能怎么办，不提办理人员的事")
    void tooLateOnline() {
        tell(List.of());
        at("2026-11-12T09:00");
        assertThat(toldNow()).isEmpty();
        refused(this::askOnline, "到2026年11月11日为止", "受理窗口", "陈述、申辩");
        refused(this::waiveOnline, "不用办理放弃");
        call(LocalDateTime.parse("2026-11-24T09:30"), false, "涉及公共利益。");
        assertThat(told().mayAsk()).isFalse();
        assertThat(told().mayWaive()).isFalse();
        refused(this::askOnline, "到2026年11月11日为止");
        refused(this::waiveOnline, "依职权");
        at("2026-11-24T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        review();
        refused(this::askOnline, "到2026年11月11日为止", "陈述、申辩");
        approval.deny(number, item, "不符合条件。", "公司法第二十九条", DECIDER, null);
        refused(this::askOnline, "到2026年11月11日为止", "行政复议");

        at("2026-11-04T10:00");
        aCase();
        refused(this::askOnline, "没有可以申请的听证");
        tell(List.of());
        requests.askOnline(number, code(), item, null);
        call(SESSION, false);
        at("2026-11-18T09:30");
        refused(this::waiveOnline, "已到举行的时间");
        at("2026-11-18T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        refused(this::askOnline, "已经举行过");
    }

    @Test
    @DisplayName("网上重发的，期满以后也照第一次回答")
    void sentAgainLate() {
        tell(List.of());
        IdempotencyKey key = new IdempotencyKey("asked-online-2");
        List<HistoryEntry> first = requests.askOnline(number, code(), item, key);
        at("2026-11-12T09:00");
        assertThat(requests.askOnline(number, code(), item, key)).isEqualTo(first);
    }

    private void askOnline() {
        requests.askOnline(number, code(), item, null);
    }

    private void waiveOnline() {
        requests.waiveOnline(number, code(), item, null);
    }

    /** In words of his own: nothing of what a clerk fills in or has to do, and of who works there. */
    private static void refused(ThrowingCallable act, String... words) {
        assertThatThrownBy(act)
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContainingAll(words)
                .message()
                .doesNotContain("刷新", "登记听证申请", "请填写", "制作笔录", "环节", "scjg");
    }

    @Test
    @DisplayName("受理窗口替来的人登记，别的窗口不能；窗口看不到利害关系人的全名，部门的待办写明")
    void atTheWindow() {
        tell(List.of(NEIGHBOUR));
        HearingRequests.AtWindow open = requests.atWindow(number, item, CLERK);
        assertThat(open.hearing().others()).extracting(Hearing.Party::name).doesNotContain("赵邻居");
        assertThatThrownBy(() -> requests.atWindow(number, item, ELSEWHERE)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> requests.ask(number, item, today(), 1, ELSEWHERE, null))
                .isInstanceOf(Problem.NotFound.class);
        requests.ask(number, item, today(), 1, CLERK, null);
        assertThat(view().history())
                .filteredOn(entry -> entry.act() == Act.ASK_HEARING)
                .extracting(HistoryEntry::whoName)
                .containsExactly("孙窗口");
        assertThat(matter().hearing().heldFrom()).isEqualTo(today());
        requests.waive(number, item, 1, "本人来窗口说不要了。", CLERK, null);
        assertThat(matter().hearing().askUntil()).isEqualTo(LocalDate.parse("2026-11-11"));
    }

    @Test
    @DisplayName("窗口正写着，别人先登记了放弃：写好的还在，说明怎么回事")
    void windowTooLate() throws Exception {
        tell(List.of());
        requests.waive(number, item, null, "当面放弃。", REVIEWER, null);
        mvc.perform(post("/cases/" + number + "/hearing/" + item)
                        .with(SignedInAs.of(CLERK))
                        .with(csrf())
                        .param("act", "WAIVE_HEARING")
                        .param("by", "all")
                        .param("reason", "本人来窗口书面放弃，附字条。")
                        .param("key", "window-too-late"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("本人来窗口书面放弃，附字条。")));
    }

    @Test
    @DisplayName("申请人看到的没有利害关系人的姓名、地址")
    void namesNobody() {
        tell(List.of(NEIGHBOUR));
        requests.ask(number, item, today(), 1, REVIEWER, null);
        assertThat(told().toString()).doesNotContain("赵邻居").doesNotContain("示例路");
        assertThat(told().others()).isTrue();
        assertThat(told().mayAsk()).isTrue();
    }

    @Test
    @DisplayName("申请人在网上、窗口同时登记同一个人的申请，只登记一次，另一个被告知")
    void askedAtOnce() {
        tell(List.of());
        String code = code();
        CompletableFuture<Boolean> online =
                CompletableFuture.supplyAsync(() -> isDone(() -> requests.askOnline(number, code, item, null)));
        boolean atTheWindow = isDone(() -> requests.ask(number, item, today(), 0, CLERK, null));
        assertThat(online.join()).isNotEqualTo(atTheWindow);
        assertThat(view().history())
                .filteredOn(entry -> entry.act() == Act.ASK_HEARING)
                .hasSize(1);
        assertThat(door.hearings(number, item, REVIEWER).get(0).requests()).hasSize(1);
    }

    private static boolean isDone(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Problem.InvalidInput | Problem.Conflict told) {
            return false;
        }
    }

    private ToldHearing told() {
        return toldNow().get(0);
    }

    private List<ToldHearing> toldNow() {
        return requests.told(door.file(number, REVIEWER).matters());
    }

    private String code() {
        return jdbc.sql("select query_code from approval.case_file where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }
}
