package city.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.content.RowWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("质量检查")
class LinterTest {

    private static final String ITEM = "公章刻制备案";

    private static Content shipped;

    @BeforeAll
    static void load() throws IOException {
        shipped = ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
    }

    private static Item item() {
        return shipped.items().get(ITEM);
    }

    /** The shipped content with one cell of the item changed. */
    private static Content with(String file, String column, String value) {
        ContentRows rows = new RowWriter(shipped).item(item(), "test");
        Map<String, List<Map<String, String>>> changed = new HashMap<>(rows.rows());
        List<Map<String, String>> list = new ArrayList<>(rows.of(file));
        Map<String, String> cells = new HashMap<>(list.get(0));
        cells.put(column, value);
        list.set(0, cells);
        changed.put(file, list);
        Draft draft = ContentReader.read(new ContentRows("test", changed, rows.whole()), shipped, List.of());
        assertThat(draft.faults()).isEmpty();
        return draft.content();
    }

    private static Set<Rule> rules(Content content) {
        return Linter.lint(content, false, ITEM).stream().map(Finding::rule).collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{3}：{2}")
    @CsvSource({
        "materials.csv, material, 其他有关材料, VAGUE_CLAUSE",
        "materials.csv, review_points, 视情况提供, VAGUE_CLAUSE",
        "items.csv, conditions, 法律规定的其他条件, VAGUE_CLAUSE",
        "materials.csv, material, 章程、决议等文件, OPEN_LIST",
        "materials.csv, legal_basis, 无, NO_LEGAL_GROUND",
        "items.csv, legal_basis, 公司登记管理条例第二条, DEAD_REFERENCE",
        "items.csv, legal_basis, 行政许可法第八十四条, DEAD_REFERENCE",
        "items.csv, fee, 每枚50元, FEE_WITHOUT_GROUND",
        "items.csv, visits, 1, NO_VISIT_REASON",
        "items.csv, home_window, 统一出件窗口, NO_WINDOW"
    })
    void findsIt(String file, String column, String value, Rule rule) {
        assertThat(rules(shipped)).doesNotContain(rule);
        assertThat(rules(with(file, column, value))).contains(rule);
    }

    @Test
    @DisplayName("没有毛病的写法不误报：与其他材料一致、等级、有文号的收费")
    void leavesAloneWhatIsRight() {
        assertThat(rules(with("materials.csv", "review_points", "①与其他材料信息一致；②等级相符")))
                .doesNotContain(Rule.VAGUE_CLAUSE, Rule.OPEN_LIST);
        assertThat(rules(with("items.csv", "fee", "每件80元(发改价格规〔2016〕2559号)"))).doesNotContain(Rule.FEE_WITHOUT_GROUND);
    }

    @Test
    @DisplayName("同一材料两个编码：名称几乎一样就报，指到另一个事项")
    void sameMaterialUnderTwoKeys() {
        String other = shipped.items().values().stream()
                .filter(one -> !one.name().equals(ITEM))
                .flatMap(one -> one.materials().stream())
                .filter(material -> material.name().length() > 6)
                .findFirst()
                .orElseThrow()
                .name();
        assertThat(Linter.lint(with("materials.csv", "material", other), false, ITEM))
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.SAME_MATERIAL);
                    assertThat(finding.what()).contains(other);
                });
    }

    @Test
    @DisplayName("豁免的标识随内容而变：改了字就是另一处")
    void theKeyFollowsTheWords() {
        Finding one = only(with("materials.csv", "material", "其他有关材料"));
        assertThat(only(with("materials.csv", "material", "其他有关材料")).key()).isEqualTo(one.key());
        assertThat(only(with("materials.csv", "material", "其他相关材料")).key()).isNotEqualTo(one.key());
    }

    private static Finding only(Content content) {
        return Linter.lint(content, false, ITEM).stream()
                .filter(finding -> finding.rule() == Rule.VAGUE_CLAUSE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("随程序带的内容：每处发现都说得清在哪、为什么、怎么改")
    void everyFindingIsOfUse() {
        List<Finding> all = Linter.lint(shipped);
        assertThat(all).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.what()).isNotBlank();
            assertThat(finding.fix()).isNotBlank();
            assertThat(finding.rule().why()).isNotBlank();
            assertThat(shipped.departments()).containsKey(finding.department());
        });
        Set<Rule> never = EnumSet.of(Rule.CYCLE, Rule.NO_REVIEW_POINT, Rule.PROMISED_TOO_LONG);
        assertThat(all).extracting(Finding::rule).doesNotContainAnyElementsOf(never);
        assertThat(all).extracting(Finding::key).doesNotHaveDuplicates();
    }
}
