package city.onewindow.approval;

import static city.onewindow.approval.StartupCases.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("物料流转：重发的提交")
class SlipsSentAgainTest extends SlipsHouseTest {

    @Test
    @DisplayName("移送以后原样重发的，还是第一次的流转单：移交、移回、退还都一样；同一个编号改了内容的不收")
    void afterTransfer(@Autowired Transfers transfers) {
        String item = startups.item("企业设立登记(有限责任公司)");
        List<String> keys = keys();
        IdempotencyKey handed = key();
        IdempotencyKey handedBack = key();
        IdempotencyKey given = key();
        Slip made = handing.hand(number, SCJG, keys, CLERK, handed);
        slips.answer(made.id(), null, RECEIVER);
        Slip back = handing.handBack(made.id(), keys, "用完了", RECEIVER, handedBack);
        slips.answer(back.id(), null, CLERK);
        Slip out = handing.giveBack(number, keys, "不用了", CLERK, given);
        transfers.handOver(number, item, "zjj", "职能已划转。", COLLEAGUE, null);
        transfers.takeOn(number, item, SignedInAs.actor("zjj-decide", "zjj", null, Role.DECIDER), null);
        assertThat(handing.hand(number, SCJG, keys, CLERK, handed).id()).isEqualTo(made.id());
        assertThat(handing.handBack(made.id(), keys, "用完了", RECEIVER, handedBack)
                        .id())
                .isEqualTo(back.id());
        assertThat(handing.giveBack(number, keys, "不用了", CLERK, given).id()).isEqualTo(out.id());
        assertThatThrownBy(() -> handing.hand(number, SCJG, keys.subList(0, 1), CLERK, handed))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已用于");
        assertThatThrownBy(() -> handing.hand(number, SCJG, keys, CLERK, null))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("市市场监管局");
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
