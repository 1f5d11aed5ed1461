package city.onewindow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.TestClock;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@DisplayName("审计日志")
class AuditTest extends HouseTest {

    @Autowired
    Audit audit;

    private final String who = "test-" + UUID.randomUUID();

    @Test
    @DisplayName("数据库拒绝修改、删除、清空")
    void onlyGrows() {
        audit.record(who, "test.act", "thing", "detail");
        for (String change : List.of(
                "update audit.entry set who = 'somebody'",
                "delete from audit.entry",
                "truncate audit.entry",
                "update audit.entry set detail = '' where false")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("only grows");
        }
        assertThat(find(query(null, null)).items()).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(who);
            assertThat(entry.at()).isEqualTo(TestClock.START);
            assertThat(entry.detail()).isEqualTo("detail");
        });
    }

    @Test
    @DisplayName("按人、事、物、时间查询，新的在前")
    void search() {
        audit.record(who, "case.accept", "1", "");
        clock.forward(Duration.ofMinutes(1));
        audit.record(who, "case.deny", "2", "");
        clock.forward(Duration.ofMinutes(1));
        audit.record(who, "account.create", "2", "");

        assertThat(acts(query(null, null))).containsExactly("account.create", "case.deny", "case.accept");
        assertThat(acts(query("case", null))).containsExactly("case.deny", "case.accept");
        assertThat(acts(query(null, "2"))).containsExactly("account.create", "case.deny");
        var from = TestClock.START.plusSeconds(60);
        assertThat(acts(new AuditQuery(who, null, null, from, from.plusSeconds(60))))
                .containsExactly("case.deny");
    }

    @Test
    @DisplayName("逐页翻到底，不漏不重，同一时刻的也一样")
    void paging() {
        for (int i = 0; i < 25; i++) {
            audit.record(who, "act", String.valueOf(i), "");
            if (i % 4 == 0) {
                clock.forward(Duration.ofMillis(1));
            }
        }
        List<String> objects = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<AuditEntry> page = audit.search(query(null, null), 7, after);
            page.items().forEach(entry -> objects.add(entry.object()));
            after = page.next();
        } while (after != null);
        assertThat(objects).hasSize(25).doesNotHaveDuplicates().startsWith("24").endsWith("0");
    }

    @Test
    @DisplayName("翻页标识不对时说明")
    void forgedKey() {
        assertThatThrownBy(() -> audit.search(AuditQuery.EVERYTHING, 10, "1;drop"))
                .isInstanceOf(Problem.InvalidInput.class);
    }

    private AuditQuery query(@Nullable String act, @Nullable String object) {
        return new AuditQuery(who, act, object, null, null);
    }

    private Slice<AuditEntry> find(AuditQuery query) {
        return audit.search(query, 50, null);
    }

    private List<String> acts(AuditQuery query) {
        return find(query).items().stream().map(AuditEntry::act).toList();
    }
}
