package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.CLERK;
import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.approval.SampleCases.certifier;
import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import city.onewindow.calendar.ClockState;
import city.onewindow.calendar.Deadline;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("查看办件")
class CasesTest extends ApprovalHouseTest {

    @Test
    @DisplayName("收件箱按到期先后列出本部门在办事项，逐页读完不重不漏")
    void inboxByDueDate() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(cases.accept("inbox1"));
            clock.forward(Duration.ofDays(1));
        }
        review(numbers.get(1), "inbox1");
        Actor both = new Actor("x", "x", Set.of(Role.REVIEWER, Role.DECIDER), "dep-inbox1", null);
        List<String> read = new ArrayList<>();
        String after = null;
        do {
            Slice<InboxRow> page = inbox.page(InboxQuery.ALL, after, 2, both);
            page.items().forEach(row -> read.add(row.matter().number()));
            after = page.next();
        } while (after != null);
        assertThat(read).isEqualTo(numbers);
        assertThat(inbox.whole(InboxQuery.ALL, null, 1, both).counts())
                .containsOnly(
                        entry(Step.REVIEW, 4L),
                        entry(Step.SUSPENDED, 0L),
                        entry(Step.EXAMINE, 0L),
                        entry(Step.DECIDE, 1L),
                        entry(Step.TRANSFER, 0L));
    }

    @Test
    @DisplayName("收件箱只列读者能办的环节，其他部门的一件也不列")
    void inboxOfOwnStepsAndDepartment() {
        String number = cases.accept("inbox2", "other<inbox2");
        assertThat(numbers(InboxQuery.ALL, reviewer("inbox2"))).containsExactly(number);
        assertThat(numbers(InboxQuery.ALL, decider("inbox2"))).isEmpty();
        assertThat(numbers(InboxQuery.ALL, reviewer("other"))).isEmpty();
        review(number, "inbox2");
        assertThat(numbers(InboxQuery.ALL, decider("inbox2"))).containsExactly(number);
        assertThatThrownBy(() -> inbox.page(InboxQuery.ALL, null, 20, CLERK)).isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @DisplayName("收件箱可只看已超期或即将到期的，并给出黄牌、红牌")
    void inboxByAlert() {
        String late = cases.accept("inbox3");
        clock.forward(Duration.ofDays(5));
        String soon = cases.accept("inbox3");
        Actor reader = reviewer("inbox3");
        assertThat(numbers(new InboxQuery(null, InboxQuery.Due.OVERDUE, false, false), reader))
                .containsExactly(late);
        assertThat(numbers(new InboxQuery(null, InboxQuery.Due.SOON, false, false), reader))
                .containsExactly(soon);
        assertThat(inbox.page(InboxQuery.ALL, null, 20, reader).items())
                .extracting(row -> row.remaining().state())
                .containsExactly(ClockState.RED, ClockState.NORMAL);
    }

    @Test
    @DisplayName("翻页位置被改坏时说明怎么办")
    void brokenCursor() {
        assertThatThrownBy(() -> inbox.page(InboxQuery.ALL, "nonsense", 20, reviewer("a")))
                .isInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    @DisplayName("事项页给出前序结果、自己的历史、文书和读者此刻能走的边")
    void matterView() {
        String number = cases.accept("a", "b<a");
        grant(number, "a");
        MatterView view = door.matter(number, "b", reviewer("b"));
        assertThat(view.before()).extracting(Matter::outcome).containsExactly(Outcome.GRANTED);
        assertThat(view.next())
                .extracting(Procedure.Edge::act)
                .containsExactly(Act.REVIEW, Act.SUSPEND, Act.TELL_HEARING, Act.CALL_HEARING, Act.ASK_EXTENSION);
        assertThat(view.history()).extracting(HistoryEntry::act).containsExactly(Act.OPEN);
        assertThat(view.remaining()).isNotNull();
        assertThat(door.matter(number, "b", decider("b")).next())
                .extracting(Procedure.Edge::act)
                .containsExactly(Act.TRANSFER);
        assertThat(door.matter(number, "a", certifier("a")).next())
                .extracting(Procedure.Edge::act)
                .containsExactly(Act.CERTIFY);
        HistoryEntry granted = door.file(number, reviewer("a")).history().stream()
                .filter(written -> written.act() == Act.GRANT)
                .findFirst()
                .orElseThrow();
        assertThat(view.documents())
                .anySatisfy(document -> assertThat(document.number()).isEqualTo(granted.document()));
    }

    @Test
    @DisplayName("办件只给有关的人看：各部门、受理窗口、牵头部门、出件窗口和中心；别人当作没有")
    void whoMaySeeACase() {
        String number = cases.accept("a", "b");
        assertThat(List.of(
                        reviewer("a"),
                        decider("b"),
                        CLERK,
                        ISSUER,
                        with(Role.MANAGER, "zwfw", null),
                        with(Role.AUDITOR, "zwfw", null),
                        with(Role.LEAD_DEPARTMENT, "scjg", null)))
                .allSatisfy(
                        actor -> assertThat(door.file(number, actor).matters()).hasSize(2));
        assertThat(List.of(
                        reviewer("c"),
                        with(Role.CLERK, "zwfw", "bdcjy"),
                        with(Role.LEAD_DEPARTMENT, "zjj", null),
                        with(Role.ADMINISTRATOR, "zwfw", null)))
                .allSatisfy(actor -> {
                    assertThatThrownBy(() -> door.file(number, actor)).isInstanceOf(Problem.NotFound.class);
                    assertThatThrownBy(() -> door.matter(number, "a", actor)).isInstanceOf(Problem.NotFound.class);
                });
    }

    @Test
    @DisplayName("凭办件编号和查询码查进度；编号或查询码不对，答复一样")
    void tracking() {
        String number = cases.accept("a", "b<a");
        String code = "code-" + number;
        Timeline timeline =
                door.track(number, " " + code.toLowerCase(Locale.ROOT)).timeline();
        assertThat(timeline.parts()).extracting(Timeline.Part::step).containsExactly(Step.REVIEW, Step.WAITING);
        String wrongCode = message(number, "WRONG");
        assertThat(message("NO-SUCH-CASE", code)).isEqualTo(wrongCode);
    }

    @Test
    @DisplayName("进度说明每个部门办了什么、接着等什么、到什么时候、为什么是那天")
    void timeline() {
        String number = cases.accept("a", "b<a");
        Timeline timeline = door.file(number, CLERK).timeline();
        Timeline.Part first = timeline.parts().get(0);
        Timeline.Part second = timeline.parts().get(1);
        assertThat(due(first.until())).isEqualTo(LocalDateTime.parse("2026-11-05T17:00"));
        assertThat(first.moments()).extracting(Timeline.Moment::act).containsExactly(Act.OPEN);
        assertThat(second.waitsFor()).containsExactly("事项a");
        assertThat(due(second.until())).isEqualTo(LocalDateTime.parse("2026-11-06T17:00"));
        assertThat(Objects.requireNonNull(second.until()).explanation()).isNotEmpty();

        clock.forward(Duration.ofDays(2));
        certify(number, "a");
        timeline = door.file(number, CLERK).timeline();
        first = timeline.parts().get(0);
        assertThat(first.clock()).as("ready a day late").isEqualTo(ClockState.RED);
        assertThat(first.lawfulUntil()).isNull();
        assertThat(due(first.until())).as("十日内送达").isEqualTo(LocalDateTime.parse("2026-11-20T17:00"));
        assertThat(timeline.parts().get(1).waitsFor()).isEmpty();

        deliver(number, "a");
        first = door.file(number, CLERK).timeline().parts().get(0);
        assertThat(first.until()).isNull();
    }

    @Test
    @DisplayName("前序超期时，后续事项的预计日期从今天算起，不在过去")
    void expectedDatesAreNeverPast() {
        String number = cases.accept("a", "b<a");
        clock.forward(Duration.ofDays(14));
        Timeline.Part waiting = door.file(number, CLERK).timeline().parts().get(1);
        assertThat(due(waiting.until())).isEqualTo(LocalDateTime.parse("2026-11-19T17:00"));
    }

    private List<String> numbers(InboxQuery query, Actor actor) {
        return inbox(query, actor).stream().map(row -> row.matter().number()).toList();
    }

    private String message(String number, String code) {
        Problem.NotFound refused = catchThrowableOfType(Problem.NotFound.class, () -> door.track(number, code));
        return String.valueOf(refused.getMessage());
    }

    private static LocalDateTime due(@Nullable Deadline deadline) {
        return Objects.requireNonNull(deadline).due();
    }

    private static Actor with(Role role, String department, @Nullable String window) {
        return new Actor("someone", "某人", Set.of(role), department, window);
    }
}
