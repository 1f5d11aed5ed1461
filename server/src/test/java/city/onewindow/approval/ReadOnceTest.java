package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** What PostgreSQL itself counts in the transaction of one act, or of one page. */
@DisplayName("一次办理、一个页面，同样的内容只读一次")
class ReadOnceTest extends HearingHouseTest {

    @Test
    @DisplayName("网上申请、放弃听证，听证只读一次")
    void hearings() throws Exception {
        tell(List.of(NEIGHBOUR));
        String code = jdbc.sql("select query_code from approval.case_file where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        // The other one is the statement that writes, which looks for the row of that hearing.
        assertThat(scans("hearing", () -> requests.askOnline(number, code, item, null)))
                .isEqualTo(2);
        assertThat(scans("hearing", () -> requests.ask(number, item, today(), 1, REVIEWER, null)))
                .isEqualTo(2);
        // And whether it was waited for longer than it may be.
        assertThat(scans("hearing", () -> requests.waiveOnline(number, code, item, null)))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("办件、事项的页面，前阶段结果变动只读一次")
    void setbacks() throws Exception {
        for (String page : List.of("/cases/" + number, "/matters/" + number + "/" + item)) {
            assertThat(scans(
                            "setback",
                            () -> mvc.perform(get(page).with(SignedInAs.of(REVIEWER)))
                                    .andExpect(status().isOk())))
                    .isOne();
        }
    }

    @Test
    @DisplayName("查进度，事项只读一次，听证、承诺不再读")
    void tracked() throws Exception {
        String code = jdbc.sql("select query_code from approval.case_file where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        long alone = scans("matter", () -> door.track(number, code));
        assertThat(scans(
                        "matter",
                        () -> mvc.perform(post("/api/track")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"number\": \"%s\", \"queryCode\": \"%s\"}".formatted(number, code)))
                                .andExpect(status().isOk())))
                .isEqualTo(alone);
    }

    @Test
    @DisplayName("成批移交写错了部门，办件不再逐件读一遍")
    void unknownDepartment(@Autowired SlipBundles bundles) {
        List<String> numbers = List.of(number, startups.accept(), startups.accept());
        Long scans = transaction.execute(status -> {
            status.setRollbackOnly();
            long before = scans("matter");
            assertThatThrownBy(() -> bundles.hand(
                            "nowhere", numbers, StartupCases.CLERK, new IdempotencyKey("bundle-nowhere-" + number)))
                    .isInstanceOf(Problem.InvalidInput.class);
            return scans("matter") - before;
        });
        assertThat(scans).isOne();
    }

    private long scans(String table, Callable<?> act) {
        Long scans = transaction.execute(status -> {
            long before = scans(table);
            try {
                act.call();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
            return scans(table) - before;
        });
        return scans == null ? -1 : scans;
    }

    private long scans(String table) {
        return jdbc.sql("select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) from pg_stat_xact_user_tables"
                        + " where schemaname = 'approval' and relname = :table")
                .param("table", table)
                .query(Long.class)
                .single();
    }
}
