package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.approval.WorkedThere;
import city.onewindow.catalog.Item;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("onewindow simulate")
class SimulateTest extends CommandHouseTest {

    private static final Actor MANAGER = new Actor("manager", "中心管理岗", Set.of(Role.MANAGER), "zwfw", null);
    private static final Pattern SUMMARY = Pattern.compile("受理 (\\d+) 件，其中已办结 (\\d+) 件；待补正 (\\d+) 件");

    @Autowired
    private WorkedThere workedThere;

    @Test
    @DisplayName("虚构的办件走完真实的门：受理、办结、待补正的数目与数据库一致")
    void worksCasesThroughTheDoors() {
        long before = cases("true");
        long closedBefore = cases("closed_at is not null");
        assertThat(run("simulate", "--demo", "--cases", "24", "--days", "200", "--seed", "7"))
                .as(err.toString())
                .isZero();
        List<String> months = out.toString()
                .lines()
                .filter(line -> line.startsWith("到 "))
                .map(line -> line.substring("到 ".length(), "到 2026-11".length()))
                .toList();
        assertThat(months)
                .as("nobody watches: a line a month")
                .hasSizeBetween(4, 8)
                .doesNotHaveDuplicates();
        var summary = SUMMARY.matcher(out.toString());
        assertThat(summary.find()).as(out.toString()).isTrue();
        int accepted = Integer.parseInt(summary.group(1));
        int closed = Integer.parseInt(summary.group(2));
        // Fewer where somebody would come only when the centre opens again.
        assertThat(accepted + Integer.parseInt(summary.group(3))).isBetween(20, 24);
        assertThat(cases("true") - before).isEqualTo(accepted);
        assertThat(cases("closed_at is not null") - closedBefore)
                .isEqualTo(closed)
                .isPositive();
    }

    @Test
    @DisplayName("事项在部门自己的系统办理的，只受理，不替部门办")
    void leavesToSystemsWhatIsTheirs() {
        Collection<Item> items = catalogs.current().items();
        items.forEach(item -> workedThere.set(item.department(), item.code(), true, MANAGER));
        try {
            assertThat(run("simulate", "--demo", "--cases", "12", "--days", "60", "--seed", "7"))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString()).contains("其中已办结 0 件");
        } finally {
            items.forEach(item -> workedThere.set(item.department(), item.code(), false, MANAGER));
        }
    }

    @Test
    @DisplayName("给定的数据库里没有 --demo 不写虚构的办件")
    void notInAGivenDatabase() {
        long before = cases("true");
        assertThat(run("simulate", "--cases", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("--demo").doesNotContain("\tat ");
        assertThat(cases("true")).isEqualTo(before);
    }

    private long cases(String which) {
        return jdbc.sql("select count(*) from approval.case_file where " + which)
                .query(Long.class)
                .single();
    }
}
