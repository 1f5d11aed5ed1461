package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.BlankImage;
import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Chain;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("复议、诉讼结果以后：承诺、移送、征求意见不留在半路")
class RulingAfterwardsTest extends RulingHouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final Actor RECEIVER = SignedInAs.actor("zjj-decide", "zjj", null, Role.DECIDER);
    private static final Actor ASKED = SignedInAs.actor("scjg-review", "scjg", null, Role.REVIEWER);

    @Autowired
    private Endings endings;

    @Autowired
    private Transfers transfers;

    @Autowired
    private Consultations consultations;

    @Autowired
    private ClockActs clocks;

    @Test
    @DisplayName("凭承诺准予、还没送达就逾期终止的，一起恢复以后按一般程序办理")
    void declaredBefore() {
        String fire = cases.declarable();
        String number = cases.accept("a", fire);
        approvedOnDeclaration(number, fire);
        endings.withoutResult(
                Act.LAPSE,
                number,
                matters.ofCase(SampleCases.REGION, number),
                Said.ending(Act.LAPSE, "逾期未补交"),
                cases.receipt(number),
                SampleCases.CLERK,
                now(),
                null);
        assertThat(declared(number, fire).state()).isEqualTo(Declared.State.OVER);
        rulings.record(number, "a", anew("1", 10, DayUnit.WORKING, false), MANAGER, null);
        assertThat(matter(number, fire).step()).isEqualTo(Step.REVIEW);
        grant(number, fire);
        assertThat(matter(number, fire).step()).isEqualTo(Step.CERTIFY);
    }

    private Declared declared(String number, String item) {
        return Objects.requireNonNull(door.matter(number, item, decider(item)).declared());
    }

    @Test
    @DisplayName("移送途中终止的，回到移送的部门；恢复以后由它从审查开始，还能移送")
    void endedOnTheWay() {
        String number = cases.accept("a");
        transfers.handOver(number, "a", "zjj", "职能已划转。", decider("a"), null);
        approval.withdraw(number, "被人冒名申请撤回", SampleCases.CLERK, null);
        assertThat(matter(number, "a").department()).isEqualTo("dep-a");
        assertThat(door.matter(number, "a", RECEIVER).transfers())
                .extracting(Transfer::answer)
                .containsExactly(new Transfer.Answer(Act.WITHDRAW, "被人冒名申请撤回", SampleCases.CLERK.name(), now()));
        rulings.record(number, "a", anew("1", 10, DayUnit.WORKING, false), MANAGER, null);
        transfers.handOver(number, "a", "zjj", "职能已划转。", decider("a"), null);
        transfers.takeOn(number, "a", RECEIVER, null);
        assertThat(matter(number, "a").department()).isEqualTo("zjj");
    }

    @Test
    @DisplayName("恢复等待以后由一人审查并决定的，是部门的决定，不是裁决")
    void decidedByOne() {
        TimeLimit day = TimeLimit.workingDays("1");
        String number = cases.accept(List.of(
                SampleCases.item("a", day, day, List.of()), SampleCases.item("b", day, day, List.of("a"), Chain.ONE)));
        deny(number, "a");
        deliver(number, "a");
        rule(number, "a", of(Ruling.Kind.CHANGED_TO_GRANT, "1", null, null, false));
        assertThat(matter(number, "a").isDecidedByRuling()).isTrue();
        approval.deny(number, "b", "不符合", "某法第二条", decider("b"), null);
        assertThat(matter(number, "b").outcome()).isEqualTo(Outcome.DENIED);
        assertThat(matter(number, "b").isDecidedByRuling()).isFalse();
    }

    @Test
    @DisplayName("重新办理以后，从前没有答复的征求意见不再要答复，被问的部门也看不到材料")
    void askedBefore() {
        String number = cases.accept("a");
        LocalDate until = now().toLocalDate().plusDays(2);
        consultations.ask(number, "a", "scjg", "是否同意？", until, reviewer("a"), null);
        deny(number, "a");
        deliver(number, "a");
        clock.forward(Duration.ofDays(30));
        rule(number, "a", anew("1", null, null, false));
        assertThat(consultations.asked(null, 100, ASKED).items())
                .extracting(Consultation::number)
                .doesNotContain(number);
        assertThatThrownBy(() -> door.dossier(number, "a", ASKED)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> consultations.answer(number, "a", 1, Consultation.Opinion.AGREE, "", ASKED))
                .isInstanceOf(Problem.Conflict.class);
        consultations.ask(number, "a", "scjg", "现在是否同意？", LocalDate.now(clock).plusDays(3), reviewer("a"), null);
        assertThat(consultations.asked(null, 100, ASKED).items())
                .extracting(Consultation::number)
                .contains(number);
    }

    @Test
    @DisplayName("重新准予以后送来一模一样的结果文件，不再标作被撤销的")
    void sameFileAgain(@Autowired ResultFiles results) {
        String number = cases.accept("a");
        certify(number, "a");
        keep(results, number);
        deliver(number, "a");
        clock.forward(Duration.ofDays(1));
        rule(number, "a", anew("1", null, null, true));
        assertThat(results.of(number, decider("a")))
                .extracting(ResultFile::revokedOn)
                .doesNotContainNull();
        review(number, "a");
        approval.grant(number, "a", "", another("a"), null);
        clock.forward(Duration.ofDays(1));
        keep(results, number);
        assertThat(results.of(number, decider("a")))
                .extracting(ResultFile::revokedOn)
                .containsOnlyNulls();
    }

    private void keep(ResultFiles results, String number) {
        transaction.executeWithoutResult(
                status -> results.keep(number, "a", "licence.png", BlankImage.png(3, 3), SampleCases.system("a")));
    }

    @Test
    @DisplayName("批量准予里有一件要写明与原决定不同的，说明原因，其他各件照办")
    void grantedTogether(@Autowired Together together) {
        String before = cases.accept("a");
        certify(before, "a");
        deliver(before, "a");
        rule(before, "a", anew("1", null, null, false));
        String other = cases.accept("a");
        review(before, "a");
        review(other, "a");
        List<Together.Done> done = together.act(
                "a", List.of(before, other), Act.GRANT, "", another("a"), new IdempotencyKey("together-" + before));
        assertThat(done.get(0).refused()).contains("不同的事实和理由", "单独办理");
        assertThat(done.get(1).refused()).isEmpty();
        assertThat(matter(before, "a").step()).isEqualTo(Step.DECIDE);
        assertThat(matter(other, "a").outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    @DisplayName("变更决定登记得晚，之后的判决按裁决的日期比先后")
    void writtenDownLate() {
        String number = denied();
        clock.forward(Duration.ofDays(2));
        AskedRuling changed = of(Ruling.Kind.CHANGED_TO_GRANT, "1", null, null, false);
        clock.forward(Duration.ofDays(20));
        rule(number, "a", changed);
        approval.certify(number, "a", "", SampleCases.certifier("a"), null);
        deliver(number, "a");
        LocalDate before = now().toLocalDate().minusDays(5);
        rule(number, "a", court(before, before));
        LocalDate early = now().toLocalDate().minusDays(21);
        assertThatThrownBy(() -> rule(number, "a", court(early, now().toLocalDate())))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("早于");
    }

    private static AskedRuling court(LocalDate dated, LocalDate reached) {
        return new AskedRuling(
                RulingOrgan.COURT,
                "某法院",
                "某号" + dated,
                dated,
                reached,
                Ruling.Kind.UPHELD,
                "驳回",
                "",
                false,
                null,
                null);
    }

    @Test
    @DisplayName("退回以后自己作了决定的，重新办理不再是移送争议")
    void settledByDeciding() {
        String number = cases.accept("a");
        transfers.handOver(number, "a", "zjj", "职能已划转。", decider("a"), null);
        transfers.decline(number, "a", "不是我局职责。", RECEIVER, null);
        assertThat(transfers.disputed(MANAGER)).extracting(Matter::number).contains(number);
        deny(number, "a");
        deliver(number, "a");
        clock.forward(Duration.ofDays(1));
        rule(number, "a", anew("1", null, null, false));
        assertThat(transfers.disputed(MANAGER)).extracting(Matter::number).doesNotContain(number);
    }

    @Test
    @DisplayName("重新办理的期限自收到裁决起算：从前的特别程序，哪怕从明天起才停，也不再停；重新办理以后启动的照样停")
    void stoodBefore() {
        String number = cases.accept("a");
        // Thursday after business: the procedure stops the clock from Friday on.
        clock.forward(Duration.between(now(), LocalDateTime.parse("2026-11-05T18:00")));
        stand(number, "2026-11-12");
        approval.withdraw(number, "被人冒名申请撤回", SampleCases.CLERK, null);
        rulings.record(number, "a", anew("1", 1, DayUnit.WORKING, false), MANAGER, null);
        Matter.Clock ruled = matter(number, "a").running();
        assertThat(ruled.promisedDue()).isEqualTo("2026-11-06T17:00");
        assertThat(caseDue(number)).isEqualTo("2026-11-06T17:00");

        jdbc.sql("delete from approval.counted").update();
        sweepOnce();
        assertThat(matter(number, "a").running()).as("counted again").isEqualTo(ruled);
        assertThat(caseDue(number)).as("counted again").isEqualTo("2026-11-06T17:00");
        assertThat(door.matter(number, "a", decider("a")).procedures())
                .as("it is told of all the same")
                .hasSize(1);

        stand(number, "2026-11-09");
        assertThat(matter(number, "a").running().promisedDue()).isEqualTo("2026-11-10T17:00");
    }

    private void stand(String number, String until) {
        LocalDate last = LocalDate.parse(until);
        clocks.suspend(
                number,
                "a",
                new AskedProcedure(SpecialProcedure.Kind.TESTING, "需要检测。", "市检测中心", "", last),
                reviewer("a"),
                null);
    }

    private LocalDateTime caseDue(String number) {
        return door.file(number, MANAGER).file().promisedDue();
    }
}
