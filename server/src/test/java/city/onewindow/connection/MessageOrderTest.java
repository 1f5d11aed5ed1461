package city.onewindow.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.approval.Act;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Matter;
import city.onewindow.approval.StartupCases;
import city.onewindow.approval.Step;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("部门系统的消息按任何顺序到达")
class MessageOrderTest extends MessagesHouseTest {

    @Autowired
    private Approval approval;

    @Test
    @DisplayName("无论按什么顺序到达，结果都一样，一条不丢，一条不重")
    void anyOrder() {
        List<String> sent = List.of(
                body("SUSPENDED", "'special':'TESTING','reason':'送检。','body':'市检测中心','expectedEnd':'2026-11-06'"),
                body("RESUMED", "'result':'合格。','follows':'m-0000-0'"),
                body("STEP", "'step':'审查','recommendation':'GRANT','opinion':'齐全。','follows':'m-0000-1'"),
                body("RESULT", "'outcome':'GRANT','opinion':'准予。','certificateNumber':'示例 1 号','follows':'m-0000-2'"));
        int run = 0;
        for (List<Integer> order : permutations(List.of(0, 1, 2, 3))) {
            String place = "m-%04d-".formatted(run++);
            number = startups.accept();
            for (int one : order) {
                String body = sent.get(one)
                        .replace("m-0000-", place)
                        .replaceAll("'number':'[^']*'", "'number':'" + number + "'");
                send(place + one, body);
            }
            assertThat(acts())
                    .as("%s", order)
                    .containsExactly(Act.OPEN, Act.SUSPEND, Act.RESUME, Act.REVIEW, Act.GRANT, Act.CERTIFY);
            for (int one : order) {
                assertThat(messages.one(place + one, system).state()).isEqualTo(MessageState.APPLIED);
            }
        }
    }

    @Test
    @DisplayName("由一人审查并决定的没有特别程序：说明要先退回审查，不说已经审查过")
    void noSpecialProcedureOfOne() {
        jdbc.sql("update approval.matter set chain = 'ONE', step = 'DECIDE' where number = :number and item = :item")
                .param("number", number)
                .param("item", item)
                .update();
        KeptMessage refused = take(
                "of-one-1", "SUSPENDED", "'special':'TESTING','reason':'送检。','body':'检测站','expectedEnd':'2026-11-06'");
        assertThat(refused.state()).isEqualTo(MessageState.REFUSED);
        assertThat(refused.reason()).isEqualTo("由一人审查并决定的事项没有特别程序；请先退回审查。");
    }

    @Test
    @DisplayName("先到的等着，说明等什么；等的到了就采纳")
    void waits() {
        KeptMessage early = take("waits-1-x", "RESUMED", "'result':'合格。'");
        assertThat(early.state()).isEqualTo(MessageState.WAITING);
        assertThat(early.reason()).contains("SUSPENDED");
        take("waits-2-x", "SUSPENDED", "'special':'TESTING','reason':'送检。','body':'市检测中心','expectedEnd':'2026-11-06'");
        assertThat(messages.one("waits-1-x", system).state()).isEqualTo(MessageState.APPLIED);
        assertThat(acts()).containsExactly(Act.OPEN, Act.SUSPEND, Act.RESUME);
    }

    @Test
    @DisplayName("前序事项还没有准予的，等到准予之后由巡查采纳")
    void waitsForAnotherMatter() {
        Matter waiting = cases.file(number, MANAGER).matters().stream()
                .filter(matter -> matter.step() == Step.WAITING)
                .filter(matter -> matter.after().equals(List.of(item)))
                .findFirst()
                .orElseThrow();
        Actor other = accounts.get(waiting.department() + "-system").actor();
        String early = body("RESULT", "'outcome':'GRANT','opinion':'准予。','certificateNumber':'示例 1 号'")
                .replace("'item':'" + item + "'", "'item':'" + waiting.item() + "'");
        assertThat(messages.take(read(early), bytes(early), new IdempotencyKey(number), other)
                        .state())
                .isEqualTo(MessageState.WAITING);
        take("before-" + number, "RESULT", "'outcome':'GRANT','opinion':'准予。','certificateNumber':'示例 1 号'");
        applying.sweep();
        assertThat(messages.one(number, other).state()).isEqualTo(MessageState.APPLIED);
    }

    @Test
    @DisplayName("消息互相接续的不采纳，不会一直等；接续自己的不收")
    void ring() {
        assertThatThrownBy(() -> take("ring-0-x", "ACCEPTED", "'follows':'ring-0-x'"))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("接续它自己");
        assertThat(take("ring-1-x", "ACCEPTED", "'follows':'ring-3-x'").state()).isEqualTo(MessageState.WAITING);
        assertThat(take("ring-2-x", "ACCEPTED", "'follows':'ring-1-x'").state()).isEqualTo(MessageState.WAITING);
        take("ring-3-x", "ACCEPTED", "'follows':'ring-2-x'");
        applying.sweep();
        for (int one = 1; one <= 3; one++) {
            assertThat(messages.one("ring-" + one + "-x", system).state()).isEqualTo(MessageState.REFUSED);
        }
        assertThat(acts()).containsExactly(Act.OPEN);
    }

    @Test
    @DisplayName("事项办结以后，接续没有收到的消息的不再等")
    void endedMeanwhile() {
        assertThat(take("never-2-x", "ACCEPTED", "'follows':'never-1-x'").state())
                .isEqualTo(MessageState.WAITING);
        approval.withdraw(number, "不办了。", StartupCases.CLERK, null);
        applying.sweep();
        assertThat(messages.one("never-2-x", system))
                .extracting(KeptMessage::state, KeptMessage::reason)
                .containsExactly(MessageState.REFUSED, "本事项已经办结：撤回。");
    }

    private static List<List<Integer>> permutations(List<Integer> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : all) {
            List<Integer> rest = new ArrayList<>(all);
            rest.remove(first);
            for (List<Integer> order : permutations(rest)) {
                List<Integer> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
