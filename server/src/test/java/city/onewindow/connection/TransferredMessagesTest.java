package city.onewindow.connection;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.approval.Progress;
import city.onewindow.approval.Transfers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("移送以后原部门系统的消息")
class TransferredMessagesTest extends MessagesHouseTest {

    @Autowired
    private Transfers transfers;

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
