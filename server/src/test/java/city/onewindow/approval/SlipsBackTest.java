package city.onewindow.approval;

import static city.onewindow.approval.StartupCases.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.Print;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("部门接收后的纸质材料：移回窗口，交下一个部门，退还申请人")
class SlipsBackTest extends SlipsHouseTest {

    @Autowired
    private Transfers transfers;

    private Slip received() {
        return slips.answer(handed().id(), null, RECEIVER);
    }

    private Slip back(Slip received) {
        return handing.handBack(received.id(), keys(), "用完了", RECEIVER, null);
    }

    /** The departments that need this paper of the case. */
    private List<String> needing(String key) {
        return slips.paper(number, CLERK).stream()
                .filter(paper ->
                        paper.materials().stream().map(PaperMaterial::key).anyMatch(key::equals))
                .map(Slips.Paper::department)
                .toList();
    }

    private static Actor reviewer(String department) {
        return SignedInAs.actor(department + "-a", department, null, Role.REVIEWER);
    }

    @Test
    @DisplayName("移回的等窗口接收，接收了材料就在窗口；窗口有异议的等部门重新移回，重新移回全部的代替原来的")
    void thereAndBack() {
        Slip received = received();
        long mine = slips.count(CLERK);
        Slip back = back(received);
        assertThat(back.direction()).isEqualTo(Slip.Direction.TO_WINDOW);
        assertThat(owed()).containsExactly(NextMove.Party.RECEIVER);
        assertThat(cases.file(number, CLERK).owed())
                .filteredOn(move -> move.party() == NextMove.Party.RECEIVER)
                .allMatch(move -> move.department() == null && move.border() == Border.FORM);
        assertThat(slips.count(CLERK)).isEqualTo(mine + 1);
        assertThat(open(RECEIVER)).contains(back);
        assertThatThrownBy(() -> slips.answer(back.id(), null, RECEIVER)).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> back(received))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("移回窗口");
        assertThatThrownBy(this::handed).isInstanceOf(Problem.Conflict.class);

        long owes = slips.count(RECEIVER);
        slips.answer(back.id(), "少一份", CLERK);
        assertThat(slips.count(RECEIVER)).isEqualTo(owes + 1);
        assertThat(owed()).containsExactly(NextMove.Party.HANDER);
        assertThat(cases.file(number, CLERK).owed())
                .filteredOn(move -> move.party() == NextMove.Party.HANDER)
                .allMatch(move -> SCJG.equals(move.department()));
        assertThatThrownBy(this::handed).isInstanceOf(Problem.Conflict.class).hasMessageContaining("已接收");
        Slip again = back(received);
        assertThat(slips.one(back.id(), CLERK).state()).isEqualTo(Slip.State.REPLACED);
        slips.answer(again.id(), null, CLERK);
        assertThat(owed()).isEmpty();
        assertThat(slips.whereabouts(number, CLERK).kept(received)).isEmpty();
        assertThatThrownBy(() -> back(received))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已在窗口");
        assertThat(handed().state()).isEqualTo(Slip.State.HANDED);
        assertThat(slips.ofCase(number, CLERK)).hasSize(4);
    }

    @Test
    @DisplayName("两个部门都要用的先后都拿到；先拿到的部门看得到谁还要用，别的部门的流转单看不到")
    void oneAfterTheOther() {
        String key = slips.paper(number, CLERK).stream()
                .flatMap(paper -> paper.materials().stream())
                .map(PaperMaterial::key)
                .filter(one -> needing(one).size() > 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError(slips.paper(number, CLERK).toString()));
        String before = needing(key).get(0);
        String next = needing(key).get(1);
        Actor firstReviewer = reviewer(before);
        Actor nextReviewer = reviewer(next);
        long made = handing.hand(number, before, List.of(key), CLERK, null).id();
        Slip first = slips.answer(made, null, firstReviewer);
        assertThat(slips.awaited(number, firstReviewer).get(key)).contains(next).doesNotContain(before);
        assertThatThrownBy(() -> handing.hand(number, next, List.of(key), CLERK, null))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> slips.ofCase(number, nextReviewer)).isInstanceOf(Problem.NotFound.class);
        Slip back = handing.handBack(first.id(), List.of(key), "用完了", firstReviewer, null);
        slips.answer(back.id(), null, CLERK);
        Slip second = handing.hand(number, next, List.of(key), CLERK, null);
        slips.answer(second.id(), null, nextReviewer);
        assertThat(slips.awaited(number, firstReviewer).getOrDefault(key, List.of()))
                .doesNotContain(next);
        assertThat(slips.ofCase(number, firstReviewer)).extracting(Slip::id).containsExactly(first.id(), back.id());
        assertThat(slips.ofCase(number, nextReviewer)).extracting(Slip::id).containsExactly(second.id());
        assertThatThrownBy(() -> handing.handBack(first.id(), List.of(key), "用完了", firstReviewer, null))
                .isInstanceOf(Problem.Conflict.class);
        Slip home = handing.handBack(second.id(), List.of(key), "用完了", nextReviewer, null);
        assertThat(slips.answer(home.id(), null, CLERK).state()).isEqualTo(Slip.State.RECEIVED);
    }

    @Test
    @DisplayName("退还申请人：窗口出单，申请人在纸上签收，窗口记下；没有领走的收回；退还了的没有勾选，再拿来的可以再移交")
    void givenBack() throws Exception {
        assertThatThrownBy(() -> handing.giveBack(number, List.of(), " ", CLERK, null))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults()).hasSize(2));
        List<String> keys = keys();
        Slip given = handing.giveBack(number, keys, "申请人撤回", CLERK, null);
        assertThat(owed()).containsExactly(NextMove.Party.RECEIVER);
        assertThatThrownBy(this::handed).isInstanceOf(Problem.Conflict.class).hasMessageContaining("等申请人签收");
        assertThatThrownBy(() -> slips.one(given.id(), RECEIVER)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> slips.answer(given.id(), "少一份", CLERK)).isInstanceOf(Problem.NotAllowed.class);
        slips.takeBack(given.id(), "没有领走", CLERK);
        assertThat(owed()).isEmpty();
        Slip again = handing.giveBack(number, keys, "申请人撤回", CLERK, null);
        assertThat(slips.answer(again.id(), null, CLERK).state()).isEqualTo(Slip.State.RECEIVED);
        mvc.perform(get("/cases/" + number + "/slips").with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("；申请人已签收")));
        assertThatThrownBy(() -> handing.giveBack(number, keys, "再退一次", CLERK, null))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(PaperText.of(new Print(papers.print(again.id(), CLERK), "")))
                .contains("移交申请人（张", "申请人已签收", "申请人撤回", number);
        Slip brought = handed();
        assertThat(brought.state()).as("brought again").isEqualTo(Slip.State.HANDED);
        slips.answer(brought.id(), "不是这一份", RECEIVER);
        slips.takeBack(brought.id(), "部门不收", CLERK);
        assertThat(handing.giveBack(number, keys, "再退还", CLERK, null).state())
                .as("it lies at the window")
                .isEqualTo(Slip.State.HANDED);
    }

    @Test
    @DisplayName("办件撤回以后，部门手里的仍然移回、退还，在途的有人管；中心可以代撤销的窗口接收")
    void afterTheEnd() {
        Slip received = received();
        approval.withdraw(number, "不办了。", CLERK, null);
        assertThat(owed()).isEmpty();
        Slip back = back(received);
        assertThat(owed()).containsExactly(NextMove.Party.RECEIVER);
        assertThat(open(CLERK)).contains(back);
        assertThat(slips.answer(back.id(), null, CENTRE).state()).isEqualTo(Slip.State.RECEIVED);
        Slip given = handing.giveBack(number, keys(), "申请人撤回", CENTRE, null);
        assertThat(open(CLERK)).contains(given);
        slips.answer(given.id(), null, CLERK);
        assertThat(owed()).isEmpty();
    }

    private List<Long> kept(Actor actor) {
        List<Long> kept = new ArrayList<>();
        Slice<Slip> page = slips.kept(null, 1, actor);
        page.items().forEach(slip -> kept.add(slip.id()));
        while (page.next() != null) {
            page = slips.kept(page.next(), 1, actor);
            page.items().forEach(slip -> kept.add(slip.id()));
        }
        return kept;
    }

    @Test
    @DisplayName("事项移送以后，原部门仍找得到自己保管的，移回窗口，由窗口交接收的部门；分几次全部移回了就不再列")
    void afterATransfer() {
        Slip received = received();
        assertThat(kept(RECEIVER)).contains(received.id()).doesNotHaveDuplicates();
        assertThat(kept(STRANGER)).doesNotContain(received.id());
        assertThat(kept(CLERK)).isEmpty();
        String item = startups.item("企业设立登记(有限责任公司)");
        Actor taker = SignedInAs.actor("zjj-decide", "zjj", null, Role.DECIDER);
        transfers.handOver(number, item, "zjj", "职能已划转。", COLLEAGUE, null);
        transfers.takeOn(number, item, taker, null);
        assertThat(kept(RECEIVER)).contains(received.id());
        List<String> keys = received.lines().stream().map(Slip.Line::key).toList();
        assertThat(slips.awaited(number, RECEIVER).get(keys.get(0))).contains("zjj");
        for (List<String> part : List.of(keys.subList(0, 1), keys.subList(1, keys.size()))) {
            assertThat(kept(RECEIVER)).contains(received.id());
            Slip back = handing.handBack(received.id(), part, "已移送", RECEIVER, null);
            assertThat(kept(RECEIVER)).as("until the window has it").contains(received.id());
            slips.answer(back.id(), null, CLERK);
        }
        assertThat(kept(RECEIVER)).doesNotContain(received.id());
        Slip on = handing.hand(number, "zjj", keys, CLERK, null);
        slips.answer(on.id(), null, taker);
        assertThat(kept(taker)).contains(on.id());
        assertThatThrownBy(() -> slips.kept("x", 1, taker)).isInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    @DisplayName("窗口撤销以后，轮到它办的算给中心，由中心接收、收回、退还")
    void closedWindow() {
        Slip received = received();
        Slip back = back(received);
        List<String> keys = keys();
        long counted = slips.count(CENTRE);
        for (String table : List.of("case_file", "slip")) {
            jdbc.sql("update approval." + table + " set window_code = 'gone' where number = :number")
                    .param("number", number)
                    .update();
        }
        assertThat(slips.count(CENTRE)).isEqualTo(counted + 1);
        assertThat(open(CENTRE).stream().takeWhile(slip -> slip.window().equals("gone")))
                .as("first what is his to do")
                .extracting(Slip::id)
                .contains(back.id());
        assertThatThrownBy(() -> slips.answer(back.id(), null, CLERK)).isInstanceOf(Problem.NotFound.class);
        slips.answer(back.id(), null, CENTRE);
        assertThat(slips.count(CENTRE)).isEqualTo(counted);
        Slip given = handing.giveBack(number, keys, "窗口撤销", CENTRE, null);
        assertThat(slips.count(CENTRE)).isEqualTo(counted + 1);
        slips.takeBack(given.id(), "没有领走", CENTRE);
        assertThat(slips.count(CENTRE)).isEqualTo(counted);
    }

    @Test
    @DisplayName("只有接收了的部门能移回，要写明原因，只能移回单子上的；同一次提交只出一张，同时移回的只有一张")
    void whose() throws Exception {
        Slip pending = handed();
        assertThatThrownBy(() -> back(pending))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("确认接收了的才能移回");
        Slip received = slips.answer(pending.id(), null, RECEIVER);
        assertThatThrownBy(() -> handing.handBack(received.id(), keys(), "用完了", CLERK, null))
                .isInstanceOf(Problem.NotAllowed.class);
        for (Actor stranger : List.of(STRANGER, OTHER_WINDOW)) {
            assertThatThrownBy(() -> handing.handBack(received.id(), keys(), "用完了", stranger, null))
                    .isInstanceOf(Problem.NotFound.class);
        }
        assertThatThrownBy(() -> handing.handBack(received.id(), List.of("NOTHING"), "", RECEIVER, null))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults()).hasSize(2));
        IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());
        List<String> one = keys().subList(0, 1);
        Slip made = handing.handBack(received.id(), one, "用完了", RECEIVER, key);
        assertThat(handing.handBack(received.id(), one, "用完了", RECEIVER, key)).isEqualTo(made);
        List<String> rest = keys().subList(1, keys().size());
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Slip> back = () -> handing.handBack(received.id(), rest, "用完了", RECEIVER, null);
            long won = both.invokeAll(List.of(back, back)).stream()
                    .filter(SlipsHouseTest::succeeded)
                    .count();
            assertThat(won).isOne();
        } finally {
            both.shutdownNow();
        }
    }
}
