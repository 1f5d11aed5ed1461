package city.onewindow.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.approval.Progress;
import city.onewindow.approval.Transfers;
import city.onewindow.kernel.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("移送以后原部门系统的消息")
class TransferredMessagesTest extends MessagesHouseTest {

    @Autowired
    private Transfers transfers;

    @Test
    @DisplayName("收下过的消息，事项移送以后原样重发，仍然答复它现在的情况；新的不收")
    void sentAgainAfterwards() {
        KeptMessage applied = take("taken-" + number, "ACCEPTED", "");
        assertThat(applied.state()).isEqualTo(MessageState.APPLIED);
        transfers.handOver(
                number, item, "zjj", "职能已划转。", accounts.get("scjg-decide").actor(), null);
        transfers.takeOn(number, item, accounts.get("zjj-decide").actor(), null);
        assertThat(take("taken-" + number, "ACCEPTED", "")).isEqualTo(applied);
        assertThatThrownBy(() -> take("taken-" + number, "ACCEPTED", "'step':'另一个'"))
                .as("another message under its id")
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> take("newer-" + number, "ACCEPTED", "")).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("发送的账号换了部门：它等着的消息不挡别人的，说明在等什么")
    void senderMoved() {
        take("follows-" + number, "STEP", "'step':'现场核查','follows':'never-came'");
        move("zjj");
        try {
            applying.settle(number, item);
            assertThat(messages.one("follows-" + number, system).reason()).contains("不属于办理本事项的部门");
        } finally {
            move("scjg");
        }
        applying.settle(number, item);
        assertThat(messages.one("follows-" + number, system).reason()).contains("never-came");
    }

    private void move(String department) {
        jdbc.sql("update identity.account set department = :department where name = 'scjg-system'")
                .param("department", department)
                .update();
    }

    @Test
    @DisplayName("事项已经是别的部门的，等着的消息不再采纳，说明原因")
    void noLongerItsOwn() {
        KeptMessage waiting = take("follows-" + number, "STEP", "'step':'现场核查','follows':'never-came'");
        assertThat(waiting.state()).isEqualTo(MessageState.WAITING);
        transfers.handOver(
                number, item, "zjj", "职能已划转。", accounts.get("scjg-decide").actor(), null);
        applying.sweep();
        assertThat(messages.one("follows-" + number, system).state())
                .as("it may come back")
                .isEqualTo(MessageState.WAITING);
        transfers.takeOn(number, item, accounts.get("zjj-decide").actor(), null);
        applying.sweep();
        KeptMessage told = messages.one("follows-" + number, system);
        assertThat(told.state()).isEqualTo(MessageState.REFUSED);
        assertThat(told.reason()).contains("已经移送");
        assertThat(cases.matter(number, item, system).progress())
                .extracting(Progress::words)
                .isEmpty();
    }
}
