package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("移送以后重发的提交")
class SentAgainTest extends ApprovalHouseTest {

    private static final Actor HEAD = SignedInAs.actor("head-a", "dep-a", null, Role.HEAD);
    private static final Actor RECEIVER = SignedInAs.actor("zjj-decide", "zjj", null, Role.DECIDER);

    @Autowired
    private Transfers transfers;

    @Autowired
    private ClockActs clockActs;

    @Test
    @DisplayName("移送以前办过的，移送以后原样重发，得到的还是原来的答复")
    void sentAgainAfterwards() {
        String number = cases.accept("a");
        IdempotencyKey asked = new IdempotencyKey("ask-" + number);
        IdempotencyKey refused = new IdempotencyKey("refuse-" + number);
        IdempotencyKey reviewed = new IdempotencyKey("review-" + number);
        List<HistoryEntry> asking = clockActs.askExtension(number, "a", 2, "量大。", reviewer("a"), asked);
        List<HistoryEntry> refusing = clockActs.refuseExtension(number, "a", "按期办。", HEAD, refused);
        List<HistoryEntry> done = approval.review(number, "a", Recommendation.GRANT, "齐全。", reviewer("a"), reviewed);
        transfers.handOver(number, "a", "zjj", "职能已划转。", decider("a"), null);
        transfers.takeOn(number, "a", RECEIVER, null);
        assertThat(clockActs.askExtension(number, "a", 2, "量大。", reviewer("a"), asked))
                .isEqualTo(asking);
        assertThat(clockActs.refuseExtension(number, "a", "按期办。", HEAD, refused))
                .isEqualTo(refusing);
        assertThat(approval.review(number, "a", Recommendation.GRANT, "齐全。", reviewer("a"), reviewed))
                .isEqualTo(done);
        assertThatThrownBy(() -> review(number, "a")).isInstanceOf(Problem.NotFound.class);
    }
}
