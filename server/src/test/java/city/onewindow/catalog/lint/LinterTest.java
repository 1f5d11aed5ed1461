package city.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.Terms;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.content.RowWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule, on shipped content with one cell changed: what it finds, and what it leaves in peace. */
@DisplayName("目录体检")
class LinterTest {

    /** A copy of a shipped item, in no one-thing. */
    private static final String ITEM = "公章补刻备案";

    private static final String ERRAND = "开办药店一件事";
    private static final String MEMBER = "食品经营许可(食品销售)";
    private static final String ITEMS = "items.csv";
    private static final String MATERIALS = "materials.csv";
    private static final String MEMBERS = "one-things.csv";

    private static Content shipped = Content.EMPTY;

    @BeforeAll
    static void load() throws IOException {
        shipped = ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
    }

    private static ContentRows item() {
        ContentRows copied = new RowWriter(shipped)
                .item(Objects.requireNonNull(shipped.items().get("公章刻制备案")), "test");
        Map<String, List<Map<String, String>>> rows = new HashMap<>();
        copied.rows()
                .forEach((file, list) -> rows.put(
                        file,
                        list.stream().map(row -> and(row, Map.of("item", ITEM))).toList()));
        return new ContentRows("test", rows, List.of(ITEM));
    }

    private static ContentRows errand() {
        return new RowWriter(shipped)
                .oneThing(Objects.requireNonNull(shipped.oneThings().get(ERRAND)), "test");
    }

    private static Map<String, String> and(Map<String, String> row, Map<String, String> cells) {
        Map<String, String> changed = new HashMap<>(row);
        changed.putAll(cells);
        return changed;
    }

    /** With cells of a file's first row changed. */
    private static ContentRows with(ContentRows rows, String file, Map<String, String> cells) {
        return with(rows, file, 0, cells);
    }

    private static ContentRows with(ContentRows rows, String file, int row, Map<String, String> cells) {
        Map<String, List<Map<String, String>>> changed = new HashMap<>(rows.rows());
        List<Map<String, String>> list = new ArrayList<>(rows.of(file));
        list.set(row, and(list.get(row), cells));
        changed.put(file, list);
        return new ContentRows(rows.source(), changed, rows.whole());
    }

    private static List<Finding> findings(ContentRows rows, boolean oneThing, String name) {
        Draft draft = ContentReader.read(rows, shipped, List.of());
        assertThat(draft.faults()).isEmpty();
        return Linter.lint(draft.content(), oneThing, name);
    }

    /** Rules that find something with the cells changed, and don't find it without. */
    private static Set<Rule> fresh(String file, Map<String, String> cells) {
        List<String> before =
                findings(item(), false, ITEM).stream().map(Finding::key).toList();
        return findings(with(item(), file, cells), false, ITEM).stream()
                .filter(finding -> !before.contains(finding.key()))
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0} {1} = {2}：{3}")
    @DisplayName("改坏一处，查得出来")
    @CsvSource(textBlock = """
            items.csv,     legal_basis,   暂无,                       NO_LEGAL_GROUND
            items.csv,     legal_basis,   公司登记管理条例第九条,         DEAD_REFERENCE
            items.csv,     legal_basis,   中华人民共和国合同法第八条,      DEAD_REFERENCE
            items.csv,     legal_basis,   行政许可法第九十一条,           DEAD_REFERENCE
            items.csv,     legal_basis,   依据合同法第八条,               DEAD_REFERENCE
            items.csv,     legal_basis,   行政许可法第91条,              DEAD_REFERENCE
            items.csv,     legal_basis,   退役士兵安置条例第十条,         DEAD_REFERENCE
            items.csv,     legal_basis,   国务院关于在线政务服务的若干规定第十七条, DEAD_REFERENCE
            materials.csv, review_points, 无,                         NO_REVIEW_POINT
            materials.csv, review_points, 自有：产权证；租赁：租赁合同,     EXCLUDING_POINTS
            items.csv,     fee,           50元,                      FEE_WITHOUT_GROUND
            items.csv,     fee,           按规定,                     FEE_WITHOUT_GROUND
            items.csv,     fee,           税务登记证工本费5元,           FEE_WITHOUT_GROUND
            items.csv,     conditions,    符合其他条件,                 VAGUE_CLAUSE
            items.csv,     conditions,    已取得营业执照等材料,           OPEN_LIST
            materials.csv, material,      其他有关材料,                 VAGUE_CLAUSE
            materials.csv, review_points, 必要时到现场查看,              VAGUE_CLAUSE
            materials.csv, legal_basis,   无,                         NO_LEGAL_GROUND
            materials.csv, legal_basis,   —(办事指南列明),              GUIDE_ONLY
            """)
    void found(String file, String column, String value, Rule rule) {
        assertThat(fresh(file, Map.of(column, value))).contains(rule);
    }

    @ParameterizedTest(name = "{0} {1} = {2}")
    @DisplayName("没有错的，不说成有错")
    @CsvSource(textBlock = """
            items.csv,     fee,           免费
            items.csv,     fee,           0(刻章费由市场调节)
            items.csv,     fee,           契税3%–5%
            items.csv,     fee,           每枚50元（发改价格〔2019〕914号）
            items.csv,     legal_basis,   行政许可法第三十二条、民法典第一百零三条
            items.csv,     legal_basis,   国务院关于在线政务服务的若干规定第十六条
            materials.csv, review_points, 与其他材料一致
            materials.csv, review_points, 自有的有产权证，租赁的有租赁合同；结论明确：有无文物遗存
            """)
    void leftInPeace(String file, String column, String value) {
        assertThat(fresh(file, Map.of(column, value))).isEmpty();
    }

    @Test
    @DisplayName("随系统发布的要点能同时成立：窗口一键勾选，勾的都是看过的")
    void shippedPointsHoldTogether() {
        assertThat(Linter.lint(shipped)).extracting(Finding::rule).doesNotContain(Rule.EXCLUDING_POINTS);
    }

    @Test
    @DisplayName("时限：承诺不得长于法定；即办件一个工作日以内，当场办结的是即办件")
    void days() {
        assertThat(promising("3", "5")).contains(Rule.PROMISED_TOO_LONG);
        assertThat(promising("5", "5")).doesNotContain(Rule.PROMISED_TOO_LONG);
        assertThat(fresh(ITEMS, Map.of("promised_days", "1", "case_kind", "即办件")))
                .isEmpty();
        assertThat(fresh(ITEMS, Map.of("promised_days", "1.5", "case_kind", "即办件")))
                .contains(Rule.KIND_AND_DAYS);
        assertThat(fresh(ITEMS, Map.of("promised_days", "0", "case_kind", "承诺件")))
                .contains(Rule.KIND_AND_DAYS);
    }

    /** Rows with such terms aren't even read; what is loaded already may have them. */
    private static List<Rule> promising(String statutory, String promised) {
        Item item = Objects.requireNonNull(shipped.items().get(MEMBER));
        Terms terms = item.terms();
        Terms changed = new Terms(
                terms.itemType(),
                CaseKind.PROMISED,
                terms.legalBasis(),
                TimeLimit.workingDays(statutory),
                TimeLimit.workingDays(promised),
                terms.fee(),
                terms.result(),
                terms.numberedByDepartment(),
                terms.specialSteps(),
                terms.note());
        Item promising = new Item(
                item.code(),
                item.name(),
                item.department(),
                item.homeWindow(),
                changed,
                item.definedBy(),
                item.materials(),
                item.fields(),
                item.confidence(),
                item.particulars(),
                item.situations());
        return new ItemRules(shipped, Issued.all(shipped), promising)
                .findings().stream().map(Finding::rule).toList();
    }

    @Test
    @DisplayName("表格：系统印的、部门空白的和填好的都有的，不提示；只有一份的说缺哪一份")
    void blankForms() {
        String form = new OwnForm("申请表.docx", 1, "0".repeat(64)).written();
        Map<String, String> asked =
                Map.of("material", "变更申请表", "source", "申请人自备", "issuer", "申请人", "shareable_from", "");
        assertThat(fresh(MATERIALS, asked)).contains(Rule.NO_BLANK_FORM);
        assertThat(fresh(MATERIALS, and(asked, Map.of("shareable_from", "一表登记"))))
                .doesNotContain(Rule.NO_BLANK_FORM);
        assertThat(fresh(MATERIALS, and(asked, Map.of("blank_form", form, "filled_example", form))))
                .doesNotContain(Rule.NO_BLANK_FORM);
        assertThat(findings(with(item(), MATERIALS, and(asked, Map.of("blank_form", form))), false, ITEM))
                .filteredOn(finding -> finding.rule() == Rule.NO_BLANK_FORM)
                .extracting(Finding::column, Finding::what)
                .contains(tuple("filled_example", "有部门自己的表格，却没有示范文本"));
    }

    @Test
    @DisplayName("政府核发的不该再要；要交回来的原件除外")
    void issuedByTheGovernment() {
        Map<String, String> issued = Map.of("source", "政府部门核发", "issuer", "公安机关", "shareable_from", "");
        assertThat(fresh(MATERIALS, issued)).contains(Rule.WHY_ASK);
        Map<String, String> surrendered = new HashMap<>(issued);
        surrendered.put("material", "原公章(缴回)");
        assertThat(fresh(MATERIALS, surrendered)).doesNotContain(Rule.WHY_ASK);
    }

    @Test
    @DisplayName("同一材料两个编码，查得出来；申请表和要办的证不是一回事")
    void sameMaterial() {
        assertThat(fresh(MATERIALS, Map.of("material", "建设工程规划许可证", "shared_key", "OTHER")))
                .contains(Rule.SAME_MATERIAL);
        assertThat(Linter.lint(shipped))
                .filteredOn(finding -> finding.rule() == Rule.SAME_MATERIAL)
                .noneMatch(finding -> finding.what().contains("申请表"));
    }

    @Test
    @DisplayName("到现场要写原因；窗口要受理这个部门的事")
    void visitsAndWindow() {
        assertThat(fresh(ITEMS, Map.of("visits", "1"))).contains(Rule.NO_VISIT_REASON);
        assertThat(fresh(ITEMS, Map.of("visits", "1", "visit_reason", "当面核对印模")))
                .isEmpty();
        assertThat(fresh(ITEMS, Map.of("department", "市气象局"))).contains(Rule.NOT_COOPERATING);
    }

    @Test
    @DisplayName("一件事里与单办时的结果或编号不同，查得出来；括号里的说明不算")
    void termsInAnErrand() {
        assertThat(disagreeing(Map.of("result_doc", "食品经营许可证(保健食品销售)"))).isEmpty();
        assertThat(disagreeing(Map.of("result_doc", "药品经营许可证"))).containsExactly("result_doc");
        assertThat(disagreeing(Map.of("result_doc", "食品经营许可证", "result_number", "办件编号")))
                .containsExactly("result_number");
    }

    private static List<String> disagreeing(Map<String, String> cells) {
        List<String> members = errand().of(MEMBERS).stream()
                .map(row -> row.getOrDefault("item", ""))
                .toList();
        ContentRows rows = with(errand(), MEMBERS, members.indexOf(MEMBER), cells);
        return findings(rows, true, ERRAND).stream()
                .filter(finding ->
                        finding.rule() == Rule.TERMS_DISAGREE && finding.row().equals(MEMBER))
                .map(Finding::column)
                .toList();
    }

    @Test
    @DisplayName("停办的不查：停办不能因为有错而停不了")
    void endedIsNotJudged() {
        ContentRows wrong = with(item(), ITEMS, Map.of("fee", "50元"));
        assertThat(findings(wrong, false, ITEM)).isNotEmpty();
        assertThat(findings(with(wrong, ITEMS, Map.of("status", "取消")), false, ITEM))
                .isEmpty();
    }

    @Test
    @DisplayName("同一处错，标识不变；错处的字变了，就是另一处")
    void keys() {
        List<Finding> once = findings(with(item(), ITEMS, Map.of("fee", "50元")), false, ITEM);
        List<Finding> again = findings(with(item(), ITEMS, Map.of("fee", "50元", "note", "x")), false, ITEM);
        List<Finding> other = findings(with(item(), ITEMS, Map.of("fee", "60元")), false, ITEM);
        assertThat(key(again)).isEqualTo(key(once));
        assertThat(key(other)).isNotEqualTo(key(once));
        assertThat(Linter.lint(shipped)).extracting(Finding::key).doesNotHaveDuplicates();
    }

    private static String key(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule() == Rule.FEE_WITHOUT_GROUND)
                .map(Finding::key)
                .collect(Collectors.joining());
    }
}
