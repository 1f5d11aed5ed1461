package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("结果的编号由谁编：内容里的一列")
class ResultNumberTest {

    private static final String ONE_THINGS = "one-things.csv";

    /** With the column behind the others; the rows that aren't named say nothing in it. */
    private static SmallContent with(int line, String said) {
        return new SmallContent().with(ONE_THINGS, text -> {
            StringBuilder wider = new StringBuilder();
            List<String> lines = text.lines().toList();
            for (int at = 1; at <= lines.size(); at++) {
                String cell = at == 1 ? "result_number" : at == line ? said : "";
                wider.append(lines.get(at - 1)).append(",").append(cell).append("\n");
            }
            return wider.toString();
        });
    }

    private static boolean isDepartments(Content content, String item) {
        return item(content, item).terms().numberedByDepartment();
    }

    private static Item item(Content content, String name) {
        return Objects.requireNonNull(content.items().get(name));
    }

    @ParameterizedTest
    @DisplayName("没有这一列的，按结果名称推定：证照由部门编号")
    @ValueSource(
            strings = {
                "营业执照(正、副本)及电子营业执照",
                "公众聚集场所投入使用、营业前消防安全检查意见书/许可证",
                "不动产权证书",
                "不动产登记证明(预告)",
                "出生医学证明",
                "普通护照",
                "往来港澳通行证",
                "机动车登记证书、号牌、行驶证",
                "机动车驾驶证(电子驾驶证)",
                "第二类医疗器械经营备案编号",
                "单位公积金账号"
            })
    void ofTheDepartment(String result) {
        Content content = new SmallContent()
                .withCell(ONE_THINGS, 2, "result_doc", result)
                .read()
                .content();
        assertThat(isDepartments(content, "设立登记")).isTrue();
    }

    @ParameterizedTest
    @DisplayName("没有这一列的，按结果名称推定：回执、通知书、批复、凭证可以用办件编号")
    @ValueSource(
            strings = {
                "企业印章(公章、财务章、发票章、法定代表人章)及备案回执",
                "备案通知书",
                "准予注销登记通知书",
                "环评批复",
                "契税完税(减免税)凭证",
                "保证金存储凭证",
                "清税证明",
                "印章缴销证明",
                "从业人员健康证明",
                "提取资金到账"
            })
    void ofTheCase(String result) {
        Content content = new SmallContent()
                .withCell(ONE_THINGS, 2, "result_doc", result)
                .read()
                .content();
        assertThat(isDepartments(content, "设立登记")).isFalse();
    }

    @Test
    @DisplayName("写了的以写的为准，名称怎么叫都一样；空着的照旧推定；写出、再读都不变")
    void said() {
        Draft draft = with(2, "办件编号").read();
        assertThat(draft.faults()).isEmpty();
        assertThat(item(draft.content(), "设立登记").terms().result()).isEqualTo("执照");
        assertThat(isDepartments(draft.content(), "设立登记")).isFalse();
        assertThat(isDepartments(draft.content(), "卫生许可")).isTrue();
        Item item = item(draft.content(), "设立登记");
        ContentRows rows = new RowWriter(draft.content()).item(item, "test");
        assertThat(rows.of("items.csv").get(0)).containsEntry("result_number", "办件编号");
        assertThat(item(ContentReader.read(rows, draft.content(), List.of()).content(), "设立登记")
                        .terms())
                .isEqualTo(item.terms());
    }

    @Test
    @DisplayName("后来的文件没有这一列：原来怎么写的不变，一件事的行和事项自己的行都一样")
    void keptWithoutTheColumn() {
        Content loaded = with(2, "办件编号").read().content();
        ContentFiles alone = new SmallContent().files().only(Set.of(ONE_THINGS));
        assertThat(isDepartments(ContentReader.read(alone, loaded).content(), "设立登记"))
                .isFalse();
        String own = String.join(",", ItemsFile.COLUMNS) + "\n" + "设立登记,在用,行政许可,甲局,综合窗口,承诺件,登记条例第三条,3,0.5,工作日,0,,执照"
                + ",".repeat(15) + "high,\n";
        Draft draft = ContentReader.read(
                new ContentFiles("own", new TreeMap<>(Map.of("items.csv", own.getBytes(StandardCharsets.UTF_8)))),
                loaded);
        assertThat(draft.faults()).isEmpty();
        assertThat(isDepartments(draft.content(), "设立登记")).isFalse();
    }

    @Test
    @DisplayName("不认得的写法，指出是哪一格、可以怎么填")
    void unknown() {
        assertThat(with(3, "窗口编号").faults())
                .containsExactly(ONE_THINGS + ":3 result_number: 没有“窗口编号”这个选项，可填：部门编号、办件编号");
    }
}
