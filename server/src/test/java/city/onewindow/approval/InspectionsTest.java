package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.approval.Inspection.Reply;
import city.onewindow.approval.Inspection.Result;
import city.onewindow.approval.Inspection.State;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.RevokedHow;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

@DisplayName("联合踏勘")
class InspectionsTest extends InspectionHouseTest {

    @Test
    @DisplayName("一次约定、一份记录：都答复了才告知申请人，各写各的结论，最后形成一份文书；时钟照走，事项不动")
    void oneAppointmentOneRecord() {
        Matter before = matter(number, "a");
        Inspection proposed = propose(tomorrow(), "a", "b");
        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        assertThat(told()).isEmpty();
        assertThat(owed("b")).contains(NextMove.Party.INVITED);
        assertThat(owed("a")).doesNotContain(NextMove.Party.INVITED);

        assertThat(owed("c", "b")).as("it isn't asked").doesNotContain(NextMove.Party.INVITED);

        Inspection agreed = comes(proposed, "b");
        assertThat(agreed.state()).isEqualTo(State.AGREED);
        assertThat(papers(DocumentKind.JOINT_INSPECTION)).hasSize(1);
        assertThat(told())
                .singleElement()
                .satisfies(visit -> assertThat(visit.departments()).containsExactly("dep-a", "dep-b"));
        assertThatThrownBy(() -> finds(agreed, "a", Result.CONFORMS))
                .as("nobody has been there yet")
                .isInstanceOf(Problem.Conflict.class);

        clock.forward(Duration.ofDays(2));
        assertThat(owed("a")).contains(NextMove.Party.INSPECTOR);
        finds(agreed, "a", Result.CONFORMS);
        assertThatThrownBy(() -> inspections.close(number, 1, "无意见", Set.of(), reviewer("a"), null))
                .as("one department hasn't written down what it found")
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/absent"));
        finds(agreed, "b", Result.TO_MEND);
        assertThat(owed("b")).contains(NextMove.Party.CONVENER).doesNotContain(NextMove.Party.INSPECTOR);
        Inspection closed = inspections.close(number, 1, "同意整改。", Set.of(), decider("b"), null);

        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(papers(DocumentKind.INSPECTION_RECORD))
                .singleElement()
                .satisfies(record -> assertThat(record.number()).isEqualTo(closed.record()));
        assertThat(told()).isEmpty();
        assertThat(matter(number, "a")).isEqualTo(before);
        assertThat(audited())
                .isEqualTo("inspection.propose,inspection.answer,inspection.agree,inspection.find,inspection.find,"
                        + "inspection.close");
        assertThat(propose(tomorrow(), "b").seq()).as("inspected again").isEqualTo(2);
    }

    @Test
    @DisplayName("每个部门至少两名不同的人员：提议、答复、数据库各自都拒绝一个人")
    void twoOfficers() {
        assertThat(catchThrowableOfType(
                                Problem.InvalidInput.class, () -> propose(tomorrow(), List.of("张三", " 张三 "), "a", "b"))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/officers");
        Inspection proposed = propose(tomorrow(), "a", "b");
        assertThat(catchThrowableOfType(
                                Problem.InvalidInput.class, () -> answer(proposed, "b", Reply.COMES, List.of("王五"), ""))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/officers");
        assertThatThrownBy(() -> jdbc.sql("""
                        update approval.inspection_department
                        set answer = 'COMES', officers = '{王五,王五}', answered_by = 'x', answered_at = localtimestamp
                        where number = :number and department = 'dep-b'
                        """).param("number", number).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("事项中途作出决定的自己退出：不再等它答复，也不再等它的结论")
    void dropsOut() {
        Inspection proposed = propose(tomorrow(), "a", "b", "c");
        comes(proposed, "b");
        grant(number, "c");
        settling.settleAll();
        Inspection agreed = one();
        assertThat(agreed.state()).isEqualTo(State.AGREED);
        assertThat(told())
                .singleElement()
                .satisfies(visit -> assertThat(visit.departments()).containsExactly("dep-a", "dep-b"));
        assertThat(calendar.ours(null, 50, reviewer("c")).items())
                .extracting(Inspection::number)
                .doesNotContain(number);
        assertThatThrownBy(() -> comes(agreed, "c")).isInstanceOf(Problem.Conflict.class);

        clock.forward(Duration.ofDays(2));
        finds(agreed, "a", Result.CONFORMS);
        deny(number, "b");
        assertThat(inspections
                        .close(number, 1, "无", Set.of(), reviewer("a"), null)
                        .state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    @DisplayName("所有事项都决定了，约定自己取消，告知过的申请人也被告知")
    void nobodyGoes() {
        Inspection proposed = propose(tomorrow(), "a", "b");
        comes(proposed, "b");
        grant(number, "a");
        deny(number, "b");
        settling.settleAll();
        settling.settleAll();
        assertThat(one().state()).isEqualTo(State.CANCELLED);
        assertThat(papers(DocumentKind.JOINT_INSPECTION)).hasSize(2);
        assertThat(told())
                .singleElement()
                .satisfies(visit -> assertThat(visit.reason()).contains("已经作出决定"));
    }

    @Test
    @DisplayName("请改时间的，改期之后各部门重新答复；告知过的改期、取消都说明理由")
    void movedAndCancelled() {
        Inspection proposed = propose(tomorrow(), "a", "b");
        LocalDateTime later = tomorrow().plusDays(1);
        Inspection asked =
                inspections.answer(number, 1, Reply.OTHER_HOUR, List.of(), "当天另有任务。", later, reviewer("b"), null);
        assertThat(asked.state()).isEqualTo(State.PROPOSED);
        assertThat(owed("a")).contains(NextMove.Party.CONVENER);
        assertThatThrownBy(() -> inspections.move(number, 1, later, "现场", "改", reviewer("b"), null))
                .isInstanceOf(Problem.NotAllowed.class);
        Inspection moved = inspections.move(number, 1, later, "现场", "按公安的时间。", reviewer("a"), null);
        assertThat(moved.at()).isEqualTo(later);
        assertThat(papers(DocumentKind.JOINT_INSPECTION))
                .as("nobody was told of the first")
                .isEmpty();
        comes(moved, "b");
        assertThat(papers(DocumentKind.JOINT_INSPECTION)).hasSize(1);

        inspections.move(number, 1, later.plusDays(1), "现场", "下雨。", LEAD, null);
        assertThat(told()).singleElement().satisfies(visit -> {
            assertThat(visit.state()).isEqualTo(State.PROPOSED);
            assertThat(visit.reason()).isEqualTo("下雨。");
        });
        assertThat(one().visitor("dep-b").orElseThrow().answer()).isNull();
        inspections.cancel(number, 1, "改为书面核查。", LEAD, null);
        assertThat(papers(DocumentKind.JOINT_INSPECTION))
                .as("only that it is cancelled still holds")
                .extracting(IssuedDocument::revokedHow, IssuedDocument::revokedWhy)
                .containsExactlyInAnyOrder(
                        tuple(RevokedHow.REPLACED, "下雨。"), tuple(RevokedHow.REPLACED, "改为书面核查。"), tuple(null, null));
        assertThatThrownBy(() -> comes(one(), "b"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("牵头一")
                .hasMessageContaining("已取消");
    }

    @Test
    @DisplayName("都说不需要的，自己取消；别的部门、别的牵头部门看不到，列表里也没有")
    void concernsOnlyThem() {
        Inspection proposed = propose(tomorrow(), "a", "b");
        for (Actor stranger : List.of(reviewer("c"), OTHER_LEAD, reviewer("x"))) {
            assertThatThrownBy(() -> calendar.one(number, 1, stranger)).isInstanceOf(Problem.NotFound.class);
            assertThat(calendar.ofCase(number, stranger)).isEmpty();
            assertThat(calendar.ours(null, 50, stranger).items())
                    .extracting(Inspection::number)
                    .doesNotContain(number);
        }
        assertThat(calendar.ours(null, 50, decider("b")).items()).contains(proposed);
        assertThat(calendar.one(number, 1, LEAD).next())
                .containsExactly(InspectionEntry.Act.MOVE, InspectionEntry.Act.CANCEL);
        inspections.cancel(number, 1, "重约。", reviewer("a"), null);

        InspectionProposal byLead = new InspectionProposal(List.of("b"), appointment(tomorrow()), List.of());
        inspections.propose(number, byLead, LEAD, null);
        assertThat(inspections
                        .answer(number, 2, Reply.NOT_NEEDED, List.of(), "材料足以判断。", null, reviewer("b"), null)
                        .state())
                .isEqualTo(State.CANCELLED);
        assertThatThrownBy(() -> inspections.propose(number, byLead, OTHER_LEAD, null))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("重发是同一件；一个事项不能同时在两次踏勘里；标识用于别的被告知")
    void once() {
        IdempotencyKey key = new IdempotencyKey("propose-" + number);
        InspectionProposal proposal = new InspectionProposal(List.of("a", "b"), appointment(tomorrow()), TWO);
        Inspection first = inspections.propose(number, proposal, reviewer("a"), key);
        assertThat(inspections.propose(number, proposal, reviewer("a"), key)).isEqualTo(first);
        assertThatThrownBy(() -> propose(tomorrow(), "b"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经在");
        assertThatThrownBy(() -> inspections.cancel(number, 1, "重约。", reviewer("a"), key))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已用于");
        IdempotencyKey answered = new IdempotencyKey("answer-" + number);
        for (int i = 0; i < 2; i++) {
            assertThat(inspections
                            .answer(number, 1, Reply.COMES, TWO, "", null, reviewer("b"), answered)
                            .state())
                    .isEqualTo(State.AGREED);
        }
        assertThat(papers(DocumentKind.JOINT_INSPECTION)).hasSize(1);
    }

    @Test
    @DisplayName("漏填和不对的逐处说明")
    void refused() {
        grant(number, "c");
        InspectionProposal wrong = new InspectionProposal(
                List.of("a", "c"), new Appointment(now().minusHours(1), "", " ", ""), List.of("张三"));
        assertThat(catchThrowableOfType(
                                Problem.InvalidInput.class,
                                () -> inspections.propose(number, wrong, reviewer("a"), null))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/items", "/at", "/place", "/subject", "/officers");
    }
}
