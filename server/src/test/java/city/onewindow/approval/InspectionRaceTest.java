package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.approval.Inspection.State;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("联合踏勘：同时来的")
class InspectionRaceTest extends InspectionHouseTest {

    @Test
    @DisplayName("两个部门同时答复，约定恰好成立一次，申请人只被告知一次")
    void answeredAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            number = cases.accept("a", "b", "c");
            Inspection proposed = propose(tomorrow(), "a", "b", "c");
            bothAtOnce(() -> comes(proposed, "b"), () -> comes(proposed, "c"));
            assertThat(one().state()).isEqualTo(State.AGREED);
            assertThat(papers(DocumentKind.JOINT_INSPECTION)).hasSize(1);
        }
    }

    @Test
    @DisplayName("答复和改期、形成记录和决定同时来，结果总是其中一种，文书只有一份")
    void racing() throws Exception {
        for (int round = 0; round < 5; round++) {
            number = cases.accept("a", "b");
            Inspection proposed = propose(tomorrow(), "a", "b");
            bothAtOnce(() -> comes(proposed, "b"), () -> inspections.cancel(number, 1, "不去了。", reviewer("a"), null));
            assertThat(one().state()).isEqualTo(State.CANCELLED);
            assertThat(papers(DocumentKind.JOINT_INSPECTION)).hasSize(one().document() == null ? 0 : 2);
        }
    }

    private void bothAtOnce(Callable<Inspection> one, Callable<Inspection> other) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (Future<Inspection> done : both.invokeAll(List.of(one, other))) {
                try {
                    done.get();
                } catch (ExecutionException late) {
                    assertThat(late.getCause()).isInstanceOf(Problem.Conflict.class);
                }
            }
        } finally {
            both.shutdownNow();
        }
    }
}
