package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("领取和放回")
class PoolTest extends ApprovalHouseTest {

    private static final Actor COLLEAGUE =
            new Actor("colleague", "周七", Set.of(Role.REVIEWER, Role.CERTIFIER), "dep-a", null);

    @Autowired
    private Pool pool;

    @Autowired
    private ClockActs clockActs;

    @Test
    @DisplayName("领取后别人不能办，并说明由谁领取；办完这一环节，下一环节的人都可以办")
    void alone() {
        String number = cases.accept("a");
        pool.take(number, "a", null, COLLEAGUE);
        assertThat(matter(number, "a").holder()).isEqualTo(new Matter.Holder("colleague", "周七"));
        assertThatThrownBy(() -> review(number, "a"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已由周七领取");
        assertThatThrownBy(() -> clockActs.suspend(
                        number,
                        "a",
                        new AskedProcedure(
                                SpecialProcedure.Kind.EXPERT_REVIEW,
                                "评审",
                                "市检测中心",
                                "",
                                LocalDate.now(clock).plusDays(1)),
                        reviewer("a"),
                        null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已由周七领取");
        assertThat(door.matter(number, "a", reviewer("a")).next()).isEmpty();

        approval.review(number, "a", Recommendation.GRANT, "齐全", COLLEAGUE, null);
        assertThat(matter(number, "a").holder()).isNull();
        approval.grant(number, "a", "", decider("a"), null);
    }

    @Test
    @DisplayName("休假的人领取的，同事可以改由自己办；以为没人领取的，先被告知")
    void takenOver() {
        String number = cases.accept("a");
        pool.take(number, "a", null, COLLEAGUE);
        assertThatThrownBy(() -> pool.take(number, "a", null, reviewer("a")))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已由周七领取");
        pool.take(number, "a", "colleague", reviewer("a"));
        assertThatThrownBy(() -> pool.putBack(number, "a", COLLEAGUE))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已由张三领取");
        review(number, "a");
        assertThat(audited(number))
                .contains("matter.take colleague", "matter.take reviewer-a", "matter.review reviewer-a");
    }

    @Test
    @DisplayName("申请人撤回的，没有人再占着它")
    void withdrawn() {
        String number = cases.accept("a");
        pool.take(number, "a", null, COLLEAGUE);
        approval.withdraw(number, "不办了。", SampleCases.CLERK, null);
        assertThat(matter(number, "a").holder()).isNull();
    }

    @Test
    @DisplayName("放回后谁都可以办；放回两次没有关系")
    void putBack() {
        String number = cases.accept("a");
        pool.take(number, "a", null, COLLEAGUE);
        pool.putBack(number, "a", COLLEAGUE);
        pool.putBack(number, "a", COLLEAGUE);
        review(number, "a");
        assertThat(audited(number)).containsOnlyOnce("matter.put_back colleague");
    }

    @Test
    @DisplayName("两个人同时领取，只有一个领到")
    void oneOfTwo() throws Exception {
        String number = cases.accept("a");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            int taken = 0;
            for (Future<Boolean> one :
                    both.invokeAll(List.of(taking(number, COLLEAGUE), taking(number, reviewer("a"))))) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            both.shutdown();
        }
    }

    private Callable<Boolean> taking(String number, Actor actor) {
        return () -> {
            try {
                pool.take(number, "a", null, actor);
                return true;
            } catch (Problem.Conflict late) {
                return false;
            }
        };
    }

    @Test
    @DisplayName("我领取的：只看到自己领取、还在本部门的；别的部门和不在自己环节的不能领取")
    void mine() {
        String number = cases.accept("a");
        String other = cases.accept("a");
        pool.take(number, "a", null, COLLEAGUE);
        InboxQuery mine = new InboxQuery(null, null, true, false);
        assertThat(inbox.page(mine, null, 50, COLLEAGUE).items())
                .extracting(row -> row.matter().number())
                .contains(number)
                .doesNotContain(other);
        assertThat(inbox.page(mine, null, 50, reviewer("a")).items())
                .extracting(row -> row.matter().number())
                .doesNotContain(number, other);
        assertThatThrownBy(() -> pool.take(other, "a", null, reviewer("b"))).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> pool.take(other, "a", null, decider("a")))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("审查");
        assertThatThrownBy(() -> pool.take(other, "a", null, SampleCases.CLERK)).isInstanceOf(Problem.NotAllowed.class);
    }

    private List<String> audited(String number) {
        return jdbc.sql("select act || ' ' || who from audit.entry where object = :number order by id")
                .param("number", number)
                .query(String.class)
                .list();
    }
}
