package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.calendar.Remaining;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("办件总览")
class CaseListsTest extends ApprovalHouseTest {

    private static final Actor MANAGER = new Actor("manager", "某人", Set.of(Role.MANAGER), "zwfw", null);
    private static final Actor LEAD = lead("scjg");

    @Test
    @DisplayName("牵头部门看自己牵头的办件，中心看全部，都按承诺日期先后")
    void lists() {
        String number = cases.accept("a", "b");
        assertThat(all(CaseQuery.RUNNING, LEAD)).contains(number);
        assertThat(all(CaseQuery.RUNNING, MANAGER)).contains(number);
        assertThat(all(CaseQuery.RUNNING, lead("zjj"))).doesNotContain(number);
        assertThatThrownBy(() -> door.list(CaseQuery.RUNNING, null, 20, CLERK)).isInstanceOf(Problem.NotAllowed.class);
        approval.withdraw(number, "不办了", CLERK, null);
        assertThat(all(CaseQuery.RUNNING, LEAD)).doesNotContain(number);
        assertThat(all(CaseQuery.CLOSED, LEAD)).contains(number);
    }

    @Test
    @DisplayName("每种列表有多少件：牵头部门数自己的，中心数全部，多了只数到一千")
    void counts() {
        List<CaseQuery> all = List.of(CaseQuery.RUNNING, CaseQuery.OVERDUE, CaseQuery.MADE, CaseQuery.CLOSED);
        cases.accept("a");
        String withdrawn = cases.accept("b");
        approval.withdraw(withdrawn, "不办了", CLERK, null);
        clock.forward(Duration.ofDays(60));
        for (CaseQuery query : all) {
            assertThat(door.counts(all, LEAD))
                    .containsEntry(query, (long) all(query, LEAD).size());
            assertThat(door.counts(all, MANAGER))
                    .containsEntry(query, (long) all(query, MANAGER).size());
        }
        assertThat(door.counts(all, LEAD).get(CaseQuery.OVERDUE)).isPositive();
        assertThat(door.counts(all, lead("none")).values()).containsOnly(0L);
        assertThatThrownBy(() -> door.counts(all, CLERK)).isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @DisplayName("全部办好、只等申请人领取的不算超期，另列；何时办好、办好时超不超期仍然写明")
    void whatLiesReadyIsNotOverdue() {
        String number = cases.accept("ready1", "ready2");
        certify(number, "ready1");
        clock.forward(Duration.ofDays(60));
        assertThat(all(CaseQuery.OVERDUE, MANAGER)).contains(number);
        assertThat(all(CaseQuery.MADE, MANAGER)).doesNotContain(number);
        certify(number, "ready2");
        LocalDateTime made = LocalDateTime.now(clock);
        clock.forward(Duration.ofDays(30));
        assertThat(all(CaseQuery.OVERDUE, MANAGER)).doesNotContain(number);
        assertThat(all(CaseQuery.RUNNING, MANAGER)).doesNotContain(number);
        assertThat(all(CaseQuery.MADE, LEAD)).contains(number);
        CaseRow late = row(CaseQuery.MADE, number, MANAGER);
        assertThat(late.made()).contains(made);
        String ended = cases.accept("ready5", "ended5");
        certify(ended, "ready5");
        clock.forward(Duration.ofDays(60));
        approval.withdraw(ended, List.of("ended5"), "不办了", CLERK, null);
        assertThat(row(CaseQuery.MADE, ended, MANAGER).made())
                .as("the last of it came to no result, sixty days later")
                .contains(LocalDateTime.now(clock));
        String inTime = cases.accept("ready3");
        certify(inTime, "ready3");
        Remaining then = row(CaseQuery.MADE, inTime, MANAGER).remaining();
        clock.forward(Duration.ofDays(60));
        assertThat(row(CaseQuery.MADE, inTime, MANAGER).remaining()).isEqualTo(then);
        assertThat(row(CaseQuery.MADE, number, MANAGER).remaining()).isEqualTo(late.remaining());
        assertThat(Objects.requireNonNull(late.remaining()).isOverdue()).isTrue();
        assertThat(Objects.requireNonNull(then).isOverdue()).isFalse();
    }

    private CaseRow row(CaseQuery query, String number, Actor actor) {
        String after = null;
        while (true) {
            Slice<CaseRow> page = door.list(query, after, 50, actor);
            for (CaseRow row : page.items()) {
                if (row.file().number().equals(number)) {
                    return row;
                }
            }
            after = Objects.requireNonNull(page.next());
        }
    }

    private List<String> all(CaseQuery query, Actor actor) {
        List<String> read = new ArrayList<>();
        String after = null;
        do {
            Slice<CaseRow> page = door.list(query, after, 50, actor);
            page.items().forEach(row -> read.add(row.file().number()));
            after = page.next();
        } while (after != null);
        assertThat(read).doesNotHaveDuplicates();
        return read;
    }

    private static Actor lead(String department) {
        return new Actor("lead", "某人", Set.of(Role.LEAD_DEPARTMENT), department, null);
    }
}
