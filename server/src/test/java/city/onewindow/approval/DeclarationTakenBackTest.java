package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Applicant;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("告知承诺：谁领取了都能办，决定前可以撤回")
class DeclarationTakenBackTest extends ApprovalHouseTest {

    @Autowired
    private DeclarationActs declarations;

    private String fire = "";

    @BeforeEach
    void item() {
        fire = cases.declarable();
    }

    @Test
    @DisplayName("经办人领取了也能凭承诺准予，领取的人不再持有；证照制作人领取了也能核查")
    void grantedWhoeverHoldsIt(@Autowired Pool pool) {
        String number = cases.accept(fire);
        pool.take(number, fire, null, reviewer(fire));
        assertThat(acts(number, decider(fire))).contains(Act.GRANT_DECLARED);
        declarations.grant(number, fire, "", decider(fire), null);
        assertThat(matter(number, fire).holder()).isNull();

        pool.take(number, fire, null, SampleCases.certifier(fire));
        assertThat(acts(number, reviewer(fire))).contains(Act.CONFIRM, Act.ORDER_MENDING);
        declarations.confirm(number, fire, "与承诺一致。", reviewer(fire), null);
    }

    @Test
    @DisplayName("撤回以后是一般程序：不能凭承诺准予，审查、准予照常，也没有什么要核查")
    void takenBack() {
        String number = cases.accept(fire);
        assertThat(acts(number, reviewer(fire))).contains(Act.TAKE_BACK);
        assertThatThrownBy(() -> declarations.takeBack(number, fire, " ", reviewer(fire), null))
                .isInstanceOf(Problem.InvalidInput.class);
        declarations.takeBack(number, fire, "申请人书面要求撤回。", reviewer(fire), null);

        assertThatThrownBy(() -> declarations.grant(number, fire, "", decider(fire), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经撤回");
        assertThat(declarations.isDeclared(number, fire)).isFalse();
        assertThat(acts(number, decider(fire))).doesNotContain(Act.GRANT_DECLARED, Act.TAKE_BACK);
        review(number, fire);
        assertThat(acts(number, decider(fire))).contains(Act.GRANT);
        approval.grant(number, fire, "", decider(fire), null);
        assertThat(acts(number, decider(fire))).doesNotContain(Act.CONFIRM, Act.REVOKE);
        assertThatThrownBy(() -> declarations.takeBack(number, fire, "再来", reviewer(fire), null))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("申请人到受理窗口撤回，登记以后部门就不能凭承诺准予，别人领取了也一样；别的窗口的人员不能登记")
    void takenBackAtTheWindow(
            @Autowired DeclarationByApplicant window, @Autowired Pool pool, @Autowired CaseFiles files) {
        String number = cases.accept(fire);
        CaseFile file = files.find(SampleCases.REGION, number).orElseThrow();
        Actor clerk = SignedInAs.actor("clerk", "dep-" + fire, file.window(), Role.CLERK);
        Actor other = SignedInAs.actor("other-clerk", "dep-" + fire, "another", Role.CLERK);
        pool.take(number, fire, null, reviewer(fire));
        assertThat(window.open(timeline(number)))
                .extracting(Timeline.Part::item)
                .containsExactly(fire);
        assertThatThrownBy(() -> window.takeBack(number, fire, "不要了。", other, null))
                .isInstanceOf(Problem.NotFound.class);
        for (Actor one : List.of(clerk, other)) {
            assertThatThrownBy(() -> declarations.takeBack(number, fire, "不要了。", one, null))
                    .isInstanceOf(Problem.NotFound.class);
        }
        assertThatThrownBy(() -> window.takeBack(number, fire, " ", clerk, null))
                .isInstanceOf(Problem.InvalidInput.class);
        window.takeBack(number, fire, "申请人到窗口提出。", clerk, null);
        assertThat(window.open(timeline(number))).isEmpty();
        assertThatThrownBy(() -> declarations.grant(number, fire, "", decider(fire), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经撤回");
        assertThatThrownBy(() -> window.takeBack(number, fire, "再来。", clerk, null))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("申请人凭编号和查询码在网上撤回，谁领取着都一样；查询码不对的没有这个办件，同一次提交只办一次，不能再撤回")
    void takenBackOnline(@Autowired DeclarationByApplicant byApplicant, @Autowired Pool pool) {
        String number = cases.accept(fire);
        pool.take(number, fire, null, reviewer(fire));
        assertThatThrownBy(() -> byApplicant.takeBackOnline(number, "WRONG1", fire, null))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(byApplicant.open(timeline(number)))
                .extracting(Timeline.Part::item)
                .containsExactly(fire);
        IdempotencyKey key = new IdempotencyKey("taken-back-" + number);
        List<HistoryEntry> first = byApplicant.takeBackOnline(number, code(number), fire, key);
        assertThat(first)
                .extracting(HistoryEntry::act, HistoryEntry::whoName)
                .containsExactly(tuple(Act.TAKE_BACK, "申请人"));
        assertThat(byApplicant.takeBackOnline(number, code(number), fire, key)).isEqualTo(first);
        assertThat(byApplicant.open(timeline(number))).isEmpty();
        assertThatThrownBy(() -> declarations.grant(number, fire, "", decider(fire), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经撤回");
        refusedOnline(byApplicant, number, fire, "已经撤回", "补交");
        review(number, fire);
    }

    @Test
    @DisplayName("准予以后、没有签署的、在部门业务系统办理的，网上不能撤回；用申请人的话写明还能怎么办")
    void tooLateOnline(@Autowired DeclarationByApplicant byApplicant) {
        String number = cases.accept(fire);
        jdbc.sql(
                        "insert into approval.worked_there (region, department, item, since) values ('410300', :department, :item, now())")
                .param("department", "dep-" + fire)
                .param("item", fire)
                .update();
        assertThat(byApplicant.open(timeline(number))).isEmpty();
        refusedOnline(byApplicant, number, fire, "自己的业务系统", "书面告诉办理部门");
        jdbc.sql("delete from approval.worked_there where item = :item")
                .param("item", fire)
                .update();
        declarations.grant(number, fire, "", decider(fire), null);
        assertThat(byApplicant.open(timeline(number))).isEmpty();
        refusedOnline(byApplicant, number, fire, "已经凭承诺准予", "整改");

        refusedOnline(byApplicant, cases.accept("a"), "a", "没有签署");
        String denied = cases.accept(fire);
        deny(denied, fire);
        refusedOnline(byApplicant, denied, fire, "不再适用");
    }

    /** In words of his own: nothing of what a clerk has to do. */
    private void refusedOnline(DeclarationByApplicant byApplicant, String number, String item, String... words) {
        assertThatThrownBy(() -> byApplicant.takeBackOnline(number, code(number), item, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContainingAll(words)
                .message()
                .doesNotContain("刷新", "环节", "办理“");
    }

    private Timeline timeline(String number) {
        return door.track(number, code(number)).timeline();
    }

    private static String code(String number) {
        return "CODE" + number;
    }

    @Test
    @DisplayName("移送途中也可以撤回承诺，由收到移送的部门办；原部门办不了，移送仍等答复")
    void takenBackOnTheWay(@Autowired Transfers transfers) {
        String number = cases.accept(fire);
        transfers.handOver(number, fire, "zjj", "职能已划转。", decider(fire), null);
        Actor receiver = SignedInAs.actor("zjj-decide", "zjj", null, Role.DECIDER);
        assertThat(acts(number, receiver)).containsExactlyInAnyOrder(Act.TAKE_BACK, Act.TAKE_ON, Act.DECLINE);
        assertThatThrownBy(() -> declarations.takeBack(number, fire, "申请人要求。", decider(fire), null))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> declarations.grant(number, fire, "", receiver, null))
                .isInstanceOf(Problem.Conflict.class);
        declarations.takeBack(number, fire, "申请人书面要求撤回。", receiver, null);

        assertThat(matter(number, fire).step()).isEqualTo(Step.TRANSFER);
        transfers.takeOn(number, fire, receiver, null);
        assertThat(acts(number, receiver)).doesNotContain(Act.GRANT_DECLARED, Act.TAKE_BACK);
    }

    @Test
    @DisplayName("准予以后不能撤回承诺")
    void notOnceGranted() {
        String number = cases.accept(fire);
        declarations.grant(number, fire, "", decider(fire), null);
        assertThatThrownBy(() -> declarations.takeBack(number, fire, "不要了", reviewer(fire), null))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("签署以后另有承诺被撤销的，不能凭承诺准予；撤回承诺以后按一般程序办")
    void revokedMeanwhile() {
        Applicant sam =
                new Applicant(Applicant.Kind.PERSON, "李四", IdType.ID_CARD, "410305198801011234", "13800000001", null);
        String first = cases.acceptOf(sam, fire);
        String second = cases.acceptOf(sam, fire);
        declarations.grant(first, fire, "", decider(fire), null);
        declarations.revoke(first, fire, "不实", "某法第三条", "没有陈述、申辩。", decider(fire), null);

        assertThatThrownBy(() -> declarations.grant(second, fire, "", decider(fire), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("另有告知承诺被撤销");
        declarations.takeBack(second, fire, "另有承诺被撤销。", reviewer(fire), null);
        grant(second, fire);
        assertThat(matter(second, fire).outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    @DisplayName("批量准予里签署了承诺的凭承诺准予；办结以后部门还欠核查，核查了就不欠了")
    void togetherAndOwed(@Autowired Together together) {
        String number = cases.accept(fire);
        assertThat(together.act(
                        fire, List.of(number), Act.GRANT, "", decider(fire), new IdempotencyKey("too-early-" + number)))
                .singleElement()
                .satisfies(done -> assertThat(done.refused()).contains("审查"));
        review(number, fire);
        assertThat(together.act(
                        fire, List.of(number), Act.GRANT, "", decider(fire), new IdempotencyKey("together-" + number)))
                .containsExactly(new Together.Done(number, ""));
        approval.certify(number, fire, "", SampleCases.certifier(fire), null);
        deliver(number, fire);
        assertThat(owed(number)).containsExactly(NextMove.Party.CHECKER);
        declarations.confirm(number, fire, "与承诺一致。", reviewer(fire), null);
        assertThat(owed(number)).isEmpty();
    }

    private List<NextMove.Party> owed(String number) {
        return door.matter(number, fire, decider(fire)).owed().stream()
                .map(NextMove::party)
                .toList();
    }

    private List<Act> acts(String number, Actor actor) {
        return door.matter(number, fire, actor).next().stream()
                .map(Procedure.Edge::act)
                .toList();
    }
}
