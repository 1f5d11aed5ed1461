package city.onewindow.intake;

import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("重发的提交")
class SubmissionsTest extends HouseTest {

    @Autowired
    Reception reception;

    private Counter counter;

    @BeforeEach
    void openTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private NewApplication of(String name) {
        return new NewApplication(
                new ErrandChoice(counter.errandCode(), List.of(), Map.of("q_agent", "no")),
                new Applicant(Applicant.Kind.PERSON, name, IdType.ID_CARD, Counter.ID_NUMBER, "13800000000", null));
    }

    @Test
    @DisplayName("用过的标识换了申请人再提交，不会得到别人的申请")
    void aKeyIsForOneSubmission() {
        IdempotencyKey key = key();
        String first = number(intake.begin(of("张示例"), CLERK, key));
        assertThat(number(intake.begin(of("张示例"), CLERK, key))).isEqualTo(first);
        assertThatThrownBy(() -> intake.begin(of("李另人"), CLERK, key))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining(first);
    }

    @Test
    @DisplayName("重发一次性告知、不予受理，得到同一份文书；标识用到别处说明白")
    void documentsAreGivenOnce() {
        String number = number(counter.filled());
        IdempotencyKey key = key();
        String notice = reception.notifyOnce(number, CLERK, key);
        assertThat(reception.notifyOnce(number, CLERK, key)).isEqualTo(notice);
        assertThatThrownBy(() -> reception.refuse(number, new Refusal("理由", "依据", ""), CLERK, key))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("Idempotency-Key");
        IdempotencyKey other = key();
        String refusal = reception.refuse(number, new Refusal("理由", "依据", ""), CLERK, other);
        assertThat(reception.refuse(number, new Refusal("理由", "依据", ""), CLERK, other))
                .isEqualTo(refusal);
    }

    @Test
    @DisplayName("再受理一次，得到的文书与第一次一样，不把收件凭证也算进来")
    void acceptedAgain() {
        String number = number(counter.checkedBut());
        reception.receive(number, null, false, CLERK, null);
        Accepted first = reception.accept(number, null, CLERK);
        assertThat(reception.accept(number, null, CLERK)).isEqualTo(first);
    }

    @Test
    @DisplayName("同时受理两次，两边得到同一个办件")
    void acceptedAtOnce() throws Exception {
        String number = number(counter.checkedBut());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Accepted> accept = () -> reception.accept(number, null, CLERK);
            Set<Accepted> answers = new HashSet<>();
            for (Future<Accepted> one : threads.invokeAll(List.of(accept, accept, accept, accept))) {
                answers.add(one.get());
            }
            assertThat(answers).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("同一个标识同时用于两件申请，先到的办了，后到的被告知")
    void oneKeyForTwoAtOnce() throws Exception {
        String first = number(counter.filled());
        String second = number(counter.filled());
        IdempotencyKey key = key();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<String> late = transaction.execute(status -> {
                reception.receive(first, null, false, CLERK, key);
                Future<String> waiting = thread.submit(() -> reception.receive(second, null, false, CLERK, key));
                awaitSomebodyBlocked();
                return waiting;
            });
            assertThatThrownBy(late::get).hasCauseInstanceOf(Problem.Conflict.class);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    @DisplayName("两个申请人碰巧用了同一个标识：各办各的，谁也看不到谁的编号")
    void keysOfApplicants(@Autowired OnlineApplications online, @Autowired RemoteApplications remote) {
        AtHome home = new AtHome(online, catalogs);
        IdempotencyKey applying = new IdempotencyKey("12345678");
        IdempotencyKey retracting = new IdempotencyKey("87654321");
        for (OpenedApplication opened : List.of(home.filledToApply(), home.filledToApply())) {
            remote.apply(opened, applying);
            remote.apply(opened, applying);
            online.retract(opened, retracting);
            online.retract(opened, retracting);
            assertThat(online.dossier(opened).application().status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        }
    }
}
