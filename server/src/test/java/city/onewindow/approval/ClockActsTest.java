package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.CLERK;
import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases are accepted on Wednesday, 4 November 2026; an item promises one working day, its law allows twenty. */
@DisplayName("特别程序和延长期限")
class ClockActsTest extends ApprovalHouseTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-10");

    @Autowired
    private ClockActs acts;

    @Test
    @DisplayName("特别程序期间时钟停走，期限按告知的天数顺延，整件的期限随之顺延，告知书写给申请人")
    void clockStandsStill() throws IOException {
        String number = cases.accept("a", "b<a");
        suspend(number, TUESDAY);

        Matter matter = matter(number, "a");
        assertThat(matter.step()).isEqualTo(Step.SUSPENDED);
        assertThat(matter.running().promisedDue()).isEqualTo("2026-11-11T17:00");
        assertThat(matter.running().statutoryDue()).isEqualTo("2026-12-08T17:00");
        assertThat(caseDue(number)).isEqualTo("2026-11-12T17:00");
        assertThat(titles(number)).containsExactly("特别程序告知书");
        String code = documents.bySubject(number).get(0).verifyCode();
        assertThat(PaperText.of(documents.read(code, Format.PDF, "test")))
                .contains("费用除法律、行政法规另有规定外，不向你（单位）收取", "咨询、监督电话：12345");
        assertThat(inbox(InboxQuery.ALL, reviewer("a")))
                .filteredOn(row -> row.matter().number().equals(number))
                .singleElement()
                .satisfies(row -> assertThat(row.special())
                        .hasFieldOrPropertyWithValue("reason", "专家评审")
                        .hasFieldOrPropertyWithValue("to", TUESDAY));
        Timeline.Part part = door.file(number, reviewer("a")).timeline().parts().get(0);
        assertThat(part.special()).isNotNull();
        assertThat(part.until()).hasFieldOrPropertyWithValue("due", LocalDateTime.parse("2026-11-11T17:00"));
        assertThatThrownBy(() -> review(number, "a"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("特别程序");
    }

    @Test
    @DisplayName("提前结束的，没有用完的天数重新计入")
    void overEarly() {
        String number = cases.accept("a");
        suspend(number, TUESDAY);
        clock.forward(Duration.ofDays(2));
        acts.resume(number, "a", "专家一致同意。", reviewer("a"), null);

        Matter matter = matter(number, "a");
        assertThat(matter.step()).isEqualTo(Step.REVIEW);
        assertThat(matter.running().promisedDue()).isEqualTo("2026-11-09T17:00");
        assertThat(matter.running().statutoryDue()).isEqualTo("2026-12-04T17:00");
        assertThat(caseDue(number)).isEqualTo("2026-11-09T17:00");
        assertThat(door.matter(number, "a", reviewer("a")).procedures())
                .extracting(SpecialProcedure::result)
                .containsExactly("专家一致同意。");
        assertThat(inbox(InboxQuery.ALL, reviewer("a")))
                .filteredOn(row -> row.matter().number().equals(number))
                .extracting(InboxRow::remaining)
                .as("without the days of the procedure that is over")
                .containsExactly(door.matter(number, "a", reviewer("a")).remaining());
    }

    @Test
    @DisplayName("超过告知的天数才结束的，多出来的天数照样计入")
    void overLate() {
        String number = cases.accept("a");
        suspend(number, TUESDAY);
        clock.forward(Duration.ofDays(8));
        acts.resume(number, "a", "检测合格。", reviewer("a"), null);

        assertThat(matter(number, "a").running().promisedDue()).isEqualTo("2026-11-11T17:00");
    }

    @Test
    @DisplayName("过了期限或下了班才启动的，从第二天起扣，误了的还是误了")
    void tooLate() {
        String number = cases.accept("a");
        clock.set(LocalDateTime.parse("2026-11-05T17:30").atZone(ZoneId.of("Asia/Shanghai")));
        suspend(number, TUESDAY);
        assertThat(matter(number, "a").running().promisedDue()).isEqualTo("2026-11-05T17:00");
        acts.resume(number, "a", "通过。", reviewer("a"), null);
        assertThat(matter(number, "a").step()).isEqualTo(Step.REVIEW);
    }

    @Test
    @DisplayName("申请了延期又启动特别程序，延期申请还在；工伤认定的中止别的事项不能用")
    void besideAnExtension() {
        String number = cases.accept("a");
        acts.askExtension(number, "a", 3, "复杂。", reviewer("a"), null);
        AskedProcedure judgment = SampleCases.special(SpecialProcedure.Kind.CONCLUSION, "等判决。", TUESDAY);
        assertThat(faults(() -> acts.suspend(number, "a", judgment, reviewer("a"), null)))
                .extracting(Fault::pointer)
                .containsExactly("/kind");
        suspend(number, TUESDAY);
        assertThat(matter(number, "a").extensionAsked()).isEqualTo(3);
        acts.resume(number, "a", "通过。", reviewer("a"), null);
        acts.extend(number, "a", "", head("a"), null);
        assertThat(matter(number, "a").extended()).isEqualTo(3);
    }

    @Test
    @DisplayName("两次特别程序各扣各的天数")
    void twice() {
        String number = cases.accept("a");
        suspend(number, LocalDate.parse("2026-11-04"));
        acts.resume(number, "a", "通过。", reviewer("a"), null);
        clock.forward(Duration.ofDays(1));
        suspend(number, LocalDate.parse("2026-11-06"));

        assertThat(matter(number, "a").running().promisedDue()).isEqualTo("2026-11-09T17:00");
    }

    @Test
    @DisplayName("特别程序要写明种类、事由和预计结束日期，不能超过这种程序的上限")
    void faults() {
        String number = cases.accept("a");
        assertThat(faults(() -> acts.suspend(number, "a", SampleCases.special(null, " ", null), reviewer("a"), null)))
                .extracting(Fault::pointer)
                .containsExactly("/kind", "/expectedEnd", "/reason");
        assertThat(faults(() -> suspend(number, LocalDate.parse("2026-11-03"))))
                .extracting(Fault::pointer)
                .containsExactly("/expectedEnd");
        assertThat(faults(() -> suspend(number, LocalDate.parse("2027-03-01"))))
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .contains("最多 30 个工作日", "最晚到2026年12月15日");
        assertThat(matter(number, "a").step()).isEqualTo(Step.REVIEW);
    }

    @Test
    @DisplayName("同一次提交送两遍只算一次；别的部门碰不到")
    void once() {
        String number = cases.accept("a");
        IdempotencyKey key = new IdempotencyKey("suspend-once");
        AskedProcedure review = SampleCases.special(SpecialProcedure.Kind.EXPERT_REVIEW, "评审", TUESDAY);
        List<HistoryEntry> first = acts.suspend(number, "a", review, reviewer("a"), key);
        assertThat(acts.suspend(number, "a", review, reviewer("a"), key)).isEqualTo(first);
        assertThatThrownBy(() -> acts.resume(number, "a", "好", reviewer("b"), null))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> acts.resume(number, "a", "好", decider("a"), null))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @DisplayName("特别程序中申请人撤回，事项办结")
    void withdrawn() {
        String number = cases.accept("a");
        suspend(number, TUESDAY);
        approval.withdraw(number, "不办了。", CLERK, null);
        assertThat(matter(number, "a").outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(statusOf(number)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("延长期限：申请、部门负责人批准、告知申请人，承诺和法定期限一起延长，只能一次")
    void extended() {
        String number = cases.accept("a");
        acts.askExtension(number, "a", 5, "现场情况复杂。", reviewer("a"), null);
        assertThat(caseDue(number)).isEqualTo("2026-11-05T17:00");
        assertThat(inbox(new InboxQuery(null, null, false, true), head("a")))
                .extracting(row -> row.matter().number())
                .contains(number);
        assertThatThrownBy(() -> acts.askExtension(number, "a", 5, "再申请。", reviewer("a"), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("正等待部门负责人答复");
        acts.extend(number, "a", "同意。", head("a"), null);

        Matter matter = matter(number, "a");
        assertThat(matter.extended()).isEqualTo(5);
        assertThat(matter.running().promisedDue()).isEqualTo("2026-11-12T17:00");
        assertThat(matter.running().statutoryDue()).isEqualTo("2026-12-09T17:00");
        assertThat(caseDue(number)).isEqualTo("2026-11-12T17:00");
        assertThat(titles(number)).containsExactly("延长办理期限告知书");
        assertThatThrownBy(() -> acts.askExtension(number, "a", 1, "还不够。", reviewer("a"), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("只能延长一次");
        assertThat(door.file(number, head("a")).timeline().parts().get(0).moments())
                .extracting(Timeline.Moment::act)
                .containsExactly(Act.OPEN, Act.EXTEND);
    }

    @Test
    @DisplayName("批准时承诺已经误了的，只延长法定期限，误了的还是误了")
    void brokenPromise() {
        String number = cases.accept("a");
        clock.set(LocalDateTime.parse("2026-11-09T10:00").atZone(ZoneId.of("Asia/Shanghai")));
        acts.askExtension(number, "a", 5, "现场情况复杂。", reviewer("a"), null);
        acts.extend(number, "a", "同意。", head("a"), null);
        assertThat(matter(number, "a").running().promisedDue()).isEqualTo("2026-11-05T17:00");
        assertThat(matter(number, "a").running().statutoryDue()).isEqualTo("2026-12-09T17:00");
        suspend(number, TUESDAY);
        acts.resume(number, "a", "通过。", reviewer("a"), null);
        assertThat(matter(number, "a").running().promisedDue()).isEqualTo("2026-11-05T17:00");
        assertThat(matter(number, "a").extended()).isEqualTo(5);
    }

    @Test
    @DisplayName("不批准的不延长，可以再申请；自己申请的不能自己批")
    void refused() {
        String number = cases.accept("a");
        Actor both = new Actor("both", "孙八", Set.of(Role.REVIEWER, Role.HEAD), "dep-a", null);
        acts.askExtension(number, "a", 10, "人手不足。", both, null);
        assertThatThrownBy(() -> acts.extend(number, "a", "", both, null)).isInstanceOf(Problem.NotAllowed.class);
        acts.refuseExtension(number, "a", "不是法定理由。", head("a"), null);
        assertThat(matter(number, "a").running().promisedDue()).isEqualTo("2026-11-05T17:00");
        assertThatThrownBy(() -> acts.extend(number, "a", "", head("a"), null)).isInstanceOf(Problem.Conflict.class);
        acts.askExtension(number, "a", 10, "需要核对原始档案。", reviewer("a"), null);
        assertThat(matter(number, "a").extensionAsked()).isEqualTo(10);
    }

    @Test
    @DisplayName("没等到答复就作了决定或撤回的，申请随之了结，负责人不再能看申请材料")
    void overtaken() {
        String number = cases.accept("a");
        acts.askExtension(number, "a", 5, "现场情况复杂。", reviewer("a"), null);
        assertThat(door.matter(number, "a", head("a")).readable()).isTrue();
        grant(number, "a");
        assertThat(matter(number, "a").extensionAsked()).isZero();
        assertThat(door.matter(number, "a", head("a")).readable()).isFalse();

        String withdrawn = cases.accept("a");
        acts.askExtension(withdrawn, "a", 5, "现场情况复杂。", reviewer("a"), null);
        approval.withdraw(withdrawn, "不办了。", CLERK, null);
        assertThat(door.matter(withdrawn, "a", head("a")).readable()).isFalse();
    }

    @Test
    @DisplayName("延长的天数是 1 至 10 的整数；过了法定期限不能再延长")
    void limits() {
        String number = cases.accept("a");
        assertThat(faults(() -> acts.askExtension(number, "a", 11, "复杂。", reviewer("a"), null)))
                .extracting(Fault::pointer)
                .containsExactly("/days");
        acts.askExtension(number, "a", 10, "复杂。", reviewer("a"), null);
        clock.forward(Duration.ofDays(40));
        assertThatThrownBy(() -> acts.extend(number, "a", "", head("a"), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经超过法定期限");
    }

    private void suspend(String number, LocalDate expectedEnd) {
        acts.suspend(
                number,
                "a",
                SampleCases.special(SpecialProcedure.Kind.EXPERT_REVIEW, "方案需要专家评审。", expectedEnd),
                reviewer("a"),
                null);
    }

    private static Actor head(String item) {
        return new Actor("head-" + item, "周局长", Set.of(Role.HEAD), "dep-" + item, null);
    }

    private LocalDateTime caseDue(String number) {
        return door.file(number, CLERK).file().promisedDue();
    }

    private List<String> titles(String number) {
        return door.file(number, CLERK).documents().stream()
                .map(IssuedDocument::kind)
                .map(kind -> kind.title())
                .toList();
    }

    private static List<Fault> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(Problem.InvalidInput.class, act).faults();
    }
}
