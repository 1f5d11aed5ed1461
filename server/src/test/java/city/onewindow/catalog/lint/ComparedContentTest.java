package city.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.content.RowWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("校核：问题怎么问、一件事自己的说法、同一材料从哪里取")
class ComparedContentTest {

    private static final String ERRAND = "企业开办一件事";
    private static final String ITEM = "公章刻制备案";
    private static final String MEMBERS = "one-things.csv";

    private static Content shipped = Content.EMPTY;

    @BeforeAll
    static void load() throws IOException {
        shipped = ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
    }

    private static ContentRows errand(String name) {
        return new RowWriter(shipped)
                .oneThing(Objects.requireNonNull(shipped.oneThings().get(name)), "test");
    }

    private static ContentRows item() {
        return new RowWriter(shipped)
                .item(Objects.requireNonNull(shipped.items().get(ITEM)), "test");
    }

    /** What is found with one cell changed, by such a rule. */
    private static List<Finding> found(ContentRows rows, String file, int row, String column, String value, Rule rule) {
        Map<String, List<Map<String, String>>> changed = new HashMap<>(rows.rows());
        List<Map<String, String>> list = new ArrayList<>(rows.of(file));
        Map<String, String> cells = new HashMap<>(list.get(row));
        cells.put(column, value);
        list.set(row, cells);
        changed.put(file, list);
        Draft draft = ContentReader.read(new ContentRows("test", changed, rows.whole()), shipped, List.of());
        assertThat(draft.faults()).isEmpty();
        String name = rows.whole().iterator().next();
        return Linter.lint(draft.content(), !rows.of(MEMBERS).isEmpty(), name).stream()
                .filter(finding -> finding.rule() == rule)
                .toList();
    }

    @Test
    @DisplayName("问题和回答里的含糊话，查得出来；最后一个回答是“其他情形”不算")
    void questions() {
        assertThat(asked("question_zh", "是否有其他相关材料？"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("其他相关材料"));
        assertThat(asked("answers", "yes=视情况办理|no=否")).hasSize(1);
        assertThat(asked("answers", "yes=是|no=其他情形")).isEmpty();
        assertThat(asked("question_zh", "是否已有职工？")).isEmpty();
    }

    private static List<Finding> asked(String column, String value) {
        return found(errand(ERRAND), "situations.csv", 0, column, value, Rule.VAGUE_QUESTION);
    }

    @Test
    @DisplayName("一件事里自己写的特别程序也要写清楚；与单办时一样的，只在事项那里说")
    void ownTermsOfAMember() {
        assertThat(saying("必要时现场勘验"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.column()).isEqualTo("special_steps"));
        assertThat(saying("现场勘验 3 个工作日")).isEmpty();
    }

    @Test
    @DisplayName("一件事里承诺的比单办长，是警告，说明不得比单办慢；一样长、更短的不说")
    void slowerTogether() {
        BigDecimal alone = Objects.requireNonNull(shipped.items().get("食品经营许可(食品销售)"))
                .terms()
                .promised()
                .days();
        assertThat(promising(alone.add(BigDecimal.ONE))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.column()).isEqualTo("promised_days");
            assertThat(finding.fix()).contains("不得比单办慢", alone.toPlainString());
        });
        assertThat(promising(alone)).isEmpty();
        assertThat(promising(alone.subtract(BigDecimal.ONE))).isEmpty();
    }

    private static List<Finding> promising(BigDecimal days) {
        return member("promised_days", days.toPlainString(), Rule.TERMS_DISAGREE).stream()
                .filter(finding -> finding.row().equals("食品经营许可(食品销售)"))
                .toList();
    }

    private static List<Finding> saying(String specialSteps) {
        return member("special_steps", specialSteps, Rule.VAGUE_CLAUSE);
    }

    /** Of an item whose standing terms come from elsewhere. */
    private static List<Finding> member(String column, String value, Rule rule) {
        ContentRows rows = errand("开办药店一件事");
        List<String> members = rows.of(MEMBERS).stream()
                .map(row -> row.getOrDefault("item", ""))
                .toList();
        int member = members.indexOf("食品经营许可(食品销售)");
        return found(rows, MEMBERS, member, column, value, rule);
    }

    @Test
    @DisplayName("同一编码的材料从别处取，查得出来；写得更细、换了分隔、由一件事自己带来的不算")
    void sources() {
        int certificate = materialFrom("电子证照库·");
        assertThat(fetched(certificate, "自建档案库"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("这里从“自建档案库”取"));
        assertThat(fetched(certificate, "电子证照库")).isEmpty();
        assertThat(fetched(certificate, "设立登记材料复用")).isEmpty();
        assertThat(fetched(certificate, "一表登记")).isEmpty();
        assertThat(fetched(certificate, "")).isEmpty();
    }

    private static int materialFrom(String source) {
        List<Map<String, String>> materials = item().of("materials.csv");
        for (int row = 0; row < materials.size(); row++) {
            if (materials.get(row).getOrDefault("shareable_from", "").startsWith(source)) {
                return row;
            }
        }
        throw new AssertionError("No material of " + ITEM + " comes from " + source);
    }

    private static List<Finding> fetched(int row, String source) {
        return found(item(), "materials.csv", row, "shareable_from", source, Rule.SOURCES_DIFFER).stream()
                .filter(finding ->
                        finding.row().equals(item().of("materials.csv").get(row).get("material")))
                .toList();
    }
}
