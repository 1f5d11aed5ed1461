package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.calendar.TimeLimit;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("受理成为办件")
class AcceptanceTest extends ApprovalHouseTest {

    @Autowired
    private CaseFiles files;

    @Test
    @DisplayName("没有前序的事项当即开始审查，其余等待")
    void opensWhatWaitsForNothing() {
        String number = cases.accept("c<a,b", "a", "b<a", "d");
        assertThat(steps(number))
                .containsOnly(
                        entry("a", Step.REVIEW),
                        entry("b", Step.WAITING),
                        entry("c", Step.WAITING),
                        entry("d", Step.REVIEW));
        assertThat(matters.ofCase(SampleCases.REGION, number))
                .extracting(Matter::item)
                .as("seq lets nothing come before what it waits for")
                .containsSubsequence("a", "b", "c");
        assertThat(matters.history(SampleCases.REGION, number))
                .extracting(HistoryEntry::act, HistoryEntry::item)
                .containsExactlyInAnyOrder(tuple(Act.OPEN, "a"), tuple(Act.OPEN, "d"));
    }

    @Test
    @DisplayName("事项的时限从开始办理时起算，整件的时限沿先后顺序推算")
    void clocks() {
        String number = cases.accept("a", "b<a");
        Matter first = matter(number, "a");
        assertThat(first.clock())
                .isEqualTo(new Matter.Clock(
                        now(), LocalDateTime.parse("2026-11-05T17:00"), LocalDateTime.parse("2026-12-02T17:00")));
        assertThat(first.promised()).isEqualTo(TimeLimit.workingDays("1"));
        assertThat(matter(number, "b").clock()).isNull();
        CaseFile file = files.find(SampleCases.REGION, number).orElseThrow();
        assertThat(file.promisedDue()).isEqualTo(LocalDateTime.parse("2026-11-06T17:00"));
        assertThat(file.isClosed()).isFalse();
        assertThat(file.leadDepartment()).isEqualTo("scjg");
    }

    @Test
    @DisplayName("同一申请不能成为两个办件，第二次受理整个失败")
    void onlyOnce() {
        String number = cases.accept("a");
        assertThatThrownBy(() -> cases.acceptAs(number, "a", "b")).isInstanceOf(DuplicateKeyException.class);
        assertThat(steps(number)).containsOnlyKeys("a");
    }

    @Test
    @DisplayName("受理的事务不成立，办件也不存在")
    void togetherWithTheAcceptance() {
        transaction.executeWithoutResult(status -> {
            cases.acceptAs("ROLLED-BACK", "a");
            status.setRollbackOnly();
        });
        assertThat(files.find(SampleCases.REGION, "ROLLED-BACK")).isEmpty();
        assertThat(steps("ROLLED-BACK")).isEmpty();
    }
}
