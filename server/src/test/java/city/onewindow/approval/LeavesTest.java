package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("请假登记")
class LeavesTest extends HouseTest {

    private static final String DEPARTMENT = "zjj";
    private static final Actor REVIEWER = staff("review", Role.REVIEWER);
    private static final Actor EXAMINER = staff("examine", Role.REVIEWER);
    private static final Actor DECIDER = staff("decide", Role.DECIDER);
    private static final Actor CERTIFIER = staff("certify", Role.CERTIFIER);
    private static final Actor HEAD = staff("head", Role.HEAD);
    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final Actor STRANGER = SignedInAs.actor("scjg-decide", "scjg", null, Role.DECIDER);

    /** The test clock's day. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 4);

    @Autowired
    private Leaves leaves;

    /** The accounts are everybody's: nobody of them stays away. */
    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("delete from approval.leave").update();
    }

    @Test
    @DisplayName("本人登记、指定同角色的代理人；到最后一天过完自动结束")
    void ofOneself() {
        IdempotencyKey key = key();
        AskedLeave asked = asked(REVIEWER, 0, 2, EXAMINER);
        Leave leave = leaves.register(asked, REVIEWER, key);
        assertThat(leaves.register(asked, REVIEWER, key)).isEqualTo(leave);
        assertThat(leave.standIn()).extracting(Leave.StandIn::account).isEqualTo("zjj-examine");
        assertThat(leave.runs(TODAY)).isTrue();
        assertThat(open(CERTIFIER)).extracting(Leave::kind).containsOnlyNulls();
        assertThat(open(DECIDER)).extracting(Leave::kind).containsExactly(Leave.Kind.SICK);
        assertThat(leaves.open(STRANGER)).doesNotContain(leave);
        assertThatThrownBy(() -> leaves.one(leave.id(), STRANGER)).isInstanceOf(Problem.NotFound.class);
        clock.forward(Duration.ofDays(3));
        assertThat(open(DECIDER)).isEmpty();
        assertThatThrownBy(() -> leaves.takeBack(leave.id(), REVIEWER)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> leaves.nameStandIn(leave.id(), "zjj-examine", "再来", REVIEWER))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("生病在家的由决定人员、负责人或者中心登记；同事和别的部门不能")
    void byOthers() {
        assertThatThrownBy(() -> leaves.register(asked(REVIEWER, 0, 1, null), CERTIFIER, key()))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> leaves.register(asked(REVIEWER, 0, 1, null), STRANGER, key()))
                .isInstanceOf(Problem.NotAllowed.class);
        Leave leave = leaves.register(asked(REVIEWER, 0, 1, null), DECIDER, key());
        assertThatThrownBy(() -> leaves.nameStandIn(leave.id(), "zjj-examine", "", CERTIFIER))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(leaves.nameStandIn(leave.id(), "zjj-examine", "", MANAGER).standIn())
                .isNotNull();
        assertThat(leaves.takeBack(leave.id(), HEAD).takenBackAt()).isNotNull();
        assertThat(leaves.takeBack(leave.id(), HEAD).takenBackAt()).isNotNull();
        leaves.register(asked(REVIEWER, 0, 1, null), MANAGER, key());
    }

    @Test
    @DisplayName("代理人须有同样的角色；没有决定角色的由负责人书面授权，换人以后授权不再有效")
    void authorised() {
        assertThat(faults(asked(CERTIFIER, 0, 1, REVIEWER), CERTIFIER))
                .contains("/standIn 市住房和城乡建设局审查岗没有“审批人员（制证）”的角色");
        assertThat(faults(asked(REVIEWER, 0, 1, REVIEWER), REVIEWER)).contains("/standIn 请选择本部门另一位审批人员作代理人。");
        assertThat(faults(asked(REVIEWER, 0, 1, STRANGER), REVIEWER)).contains("/standIn 请选择本部门另一位审批人员作代理人。");
        AskedLeave written = new AskedLeave("zjj-decide", TODAY, TODAY, Leave.Kind.AWAY, "zjj-examine", "同意。");
        assertThat(faults(written, DECIDER)).contains("/authorisation 代行决定、代行负责人职责由本部门负责人书面授权");

        Leave leave = leaves.register(asked(DECIDER, 0, 3, EXAMINER), DECIDER, key());
        assertThat(mayDecide(leave)).isFalse();
        assertThatThrownBy(() -> leaves.authorise(leave.id(), "同意。", DECIDER)).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> leaves.authorise(leave.id(), " ", HEAD)).isInstanceOf(Problem.InvalidInput.class);
        assertThat(mayDecide(leaves.authorise(leave.id(), "授权书〔2026〕3号", HEAD))).isTrue();
        assertThatThrownBy(() -> leaves.authorise(leave.id(), "再次", HEAD)).isInstanceOf(Problem.Conflict.class);
        assertThat(mayDecide(leaves.nameStandIn(leave.id(), "zjj-certify", "", DECIDER)))
                .isFalse();
        assertThat(mayDecide(leaves.nameStandIn(leave.id(), "zjj-review", "授权书〔2026〕4号", HEAD)))
                .isTrue();
        assertThat(jdbc.sql("select act from audit.entry where object = 'zjj-decide' order by id desc limit 2")
                        .query(String.class)
                        .list())
                .containsExactly("leave.authorise", "leave.stand-in");
    }

    @Test
    @DisplayName("重叠的请假、自己请假的代理人、正作代理人的请假都不收，写明是哪一次；错开就可以")
    void overlapping() {
        leaves.register(asked(REVIEWER, 1, 3, EXAMINER), REVIEWER, key());
        assertThat(faults(asked(REVIEWER, 3, 5, null), REVIEWER))
                .contains("/from 市住房和城乡建设局审查岗 2026年11月5日至2026年11月7日已登记请假，日期重叠");
        assertThat(faults(asked(EXAMINER, 2, 2, null), EXAMINER))
                .contains("/from 市住房和城乡建设局审核岗已是市住房和城乡建设局审查岗 2026年11月5日至2026年11月7日请假期间的代理人");
        Leave examiner = leaves.register(asked(EXAMINER, 4, 6, null), EXAMINER, key());
        Leave later = leaves.register(asked(REVIEWER, 5, 7, null), REVIEWER, key());
        assertThatThrownBy(() -> leaves.nameStandIn(later.id(), "zjj-examine", "", REVIEWER))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("2026年11月8日至2026年11月10日自己请假，不能作代理人");
        leaves.shorten(examiner.id(), TODAY.plusDays(4), EXAMINER);
        leaves.nameStandIn(later.id(), "zjj-examine", "", REVIEWER);
    }

    @Test
    @DisplayName("只能缩短，不能延长；日期、原因一次说全")
    void days() {
        Leave leave = leaves.register(asked(REVIEWER, 0, 3, null), REVIEWER, key());
        for (@Nullable LocalDate until : new LocalDate[] {null, TODAY.plusDays(4), TODAY.minusDays(1)}) {
            assertThatThrownBy(() -> leaves.shorten(leave.id(), until, REVIEWER))
                    .isInstanceOf(Problem.InvalidInput.class);
        }
        assertThat(leaves.shorten(leave.id(), TODAY.plusDays(1), REVIEWER).until())
                .isEqualTo(TODAY.plusDays(1));
        assertThat(faults(new AskedLeave("zjj-certify", null, null, null, null, null), CERTIFIER))
                .contains("/from", "/until", "/kind");
        AskedLeave past = new AskedLeave("zjj-certify", TODAY.minusDays(1), TODAY, Leave.Kind.SICK, null, null);
        assertThat(faults(past, CERTIFIER)).contains("/from 请假从今天（2026年11月4日）");
        assertThat(faults(asked(CERTIFIER, 0, 400, null), CERTIFIER)).contains("/until");
        assertThat(faults(new AskedLeave("nobody", TODAY, TODAY, Leave.Kind.SICK, null, null), MANAGER))
                .contains("/account 请选择谁请假");
    }

    @Test
    @DisplayName("决定人员都请假、没有人能代行的部门，中心看得到；授权、销假以后就没有了")
    void undecided() {
        Leave leave = leaves.register(asked(DECIDER, 0, 1, EXAMINER), DECIDER, key());
        assertThat(leaves.undecided(MANAGER)).containsExactly(DEPARTMENT);
        leaves.authorise(leave.id(), "同意。", HEAD);
        assertThat(leaves.undecided(MANAGER)).isEmpty();
        leaves.nameStandIn(leave.id(), "zjj-review", "", DECIDER);
        assertThat(leaves.undecided(MANAGER)).containsExactly(DEPARTMENT);
        leaves.takeBack(leave.id(), DECIDER);
        assertThat(leaves.undecided(MANAGER)).isEmpty();
        leaves.register(asked(DECIDER, 1, 1, null), DECIDER, key());
        assertThat(leaves.undecided(MANAGER)).as("from tomorrow").isEmpty();
        clock.forward(Duration.ofDays(1));
        assertThat(leaves.undecided(MANAGER)).containsExactly(DEPARTMENT);
        assertThatThrownBy(() -> leaves.undecided(HEAD)).isInstanceOf(Problem.NotAllowed.class);
    }

    @RepeatedTest(5)
    @DisplayName("一人登记请假，同时另一人要他代理：只成一样")
    void atOnce() throws InterruptedException {
        List<Callable<Leave>> both = List.of(
                () -> leaves.register(asked(EXAMINER, 0, 1, null), EXAMINER, key()),
                () -> leaves.register(asked(REVIEWER, 1, 2, EXAMINER), REVIEWER, key()));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Leave> done = new ArrayList<>();
        List<Throwable> refused = new ArrayList<>();
        for (Future<Leave> one : pool.invokeAll(both)) {
            try {
                done.add(one.get());
            } catch (ExecutionException late) {
                refused.add(late.getCause());
            }
        }
        pool.shutdown();
        assertThat(done).hasSize(1);
        assertThat(refused).singleElement().isInstanceOf(Problem.InvalidInput.class);
    }

    private List<Leave> open(Actor actor) {
        return leaves.open(actor);
    }

    private static boolean mayDecide(Leave leave) {
        return leave.standIn() != null && leave.standIn().mayDecide();
    }

    /** Every fault, with its place. */
    private String faults(AskedLeave asked, Actor by) {
        return String.join(
                "\n",
                catchThrowableOfType(Problem.InvalidInput.class, () -> leaves.register(asked, by, key()))
                        .faults()
                        .stream()
                        .map(LeavesTest::words)
                        .toList());
    }

    private static String words(Fault fault) {
        return fault.pointer() + " " + fault.message();
    }

    private static AskedLeave asked(Actor absent, int from, int until, @Nullable Actor standIn) {
        return new AskedLeave(
                absent.account(),
                TODAY.plusDays(from),
                TODAY.plusDays(until),
                Leave.Kind.SICK,
                standIn == null ? null : standIn.account(),
                null);
    }

    private static Actor staff(String post, Role role) {
        return SignedInAs.actor(DEPARTMENT + "-" + post, DEPARTMENT, null, role);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
