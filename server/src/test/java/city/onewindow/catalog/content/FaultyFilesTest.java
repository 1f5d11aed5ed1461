package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("内容文件整个的错误")
class FaultyFilesTest {

    private static final String ONE_THINGS = "one-things.csv";
    private static final String MATERIALS = "materials.csv";
    private static final String FIELDS = "item-fields.csv";
    private static final String EFFECTS = "situation-effects.csv";

    @Test
    @DisplayName("所有文件的错误一次说完，按文件和行排列")
    void allAtOnce() {
        assertThat(new SmallContent()
                        .withCell(MATERIALS, 4, "form", "照片")
                        .withCell(MATERIALS, 2, "copies", "x")
                        .withCell(FIELDS, 2, "item", "设立")
                        .withCell("holidays.csv", 2, "kind", "off")
                        .faults())
                .extracting(fault -> fault.substring(0, fault.indexOf(": ")))
                .containsExactly(
                        "holidays.csv:2 kind",
                        "item-fields.csv:2 item",
                        "materials.csv:2 copies",
                        "materials.csv:4 form");
    }

    @Test
    @DisplayName("引号中的换行不会算错行号：后面的行仍是编辑器里看到的行")
    void physicalLines() {
        SmallContent content =
                new SmallContent().with(ONE_THINGS, text -> text.replace("登记条例第三条,3,1,", "登记条例第三条,3,五,"));
        assertThat(content.faults()).singleElement().asString().startsWith("one-things.csv:7 promised_days: “五”不是数字");
    }

    @Test
    @DisplayName("Windows 的换行、文件头标记、空行和首尾空格都不妨碍")
    void tolerant() {
        SmallContent content = new SmallContent()
                .with(MATERIALS, text -> "\uFEFF" + text.replace("\n", "\r\n") + "\r\n,,,,,,,,,,,,,\r\n")
                .with(FIELDS, text -> text.replace("设立登记,org_name", " 设立登记 ,org_name　"))
                .with(EFFECTS, text -> text.replace("\n", "\n\n"));
        assertThat(content.faults()).isEmpty();
        assertThat(content.withCell(EFFECTS, 5, "answer", "x").faults())
                .singleElement()
                .asString()
                .startsWith("situation-effects.csv:5 answer");
        SmallContent windows = new SmallContent()
                .with(
                        ONE_THINGS,
                        text -> text.replace("登记条例第三条,3,1,", "登记条例第三条,3,五,").replace("\n", "\r\n"));
        assertThat(windows.faults()).singleElement().asString().startsWith("one-things.csv:7 promised_days");
    }

    @Test
    @DisplayName("表头多一列、少一列都指出来，其余的照样检查")
    void header() {
        assertThat(new SmallContent()
                        .with("codes.csv", text -> text.replaceFirst("source", "sauce"))
                        .withCell(MATERIALS, 2, "form", "照片")
                        .faults())
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("codes.csv:1 sauce: 没有这一列，可填：code_set、code"),
                        fault -> assertThat(fault).startsWith("codes.csv:1 source: 缺少这一列，表头应为：code_set,code"),
                        fault -> assertThat(fault).startsWith("materials.csv:2 form"));
    }

    @Test
    @DisplayName("单元格多了少了、引号不成对、不是 UTF-8、空文件，都说明白")
    void shape() {
        assertThat(new SmallContent().withRow("codes.csv", "证件类型,02,护照,GB").faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("codes.csv:3: 本行有 4 个单元格，表头有 5 列"));
        assertThat(new SmallContent()
                        .withRow("codes.csv", "证件类型,02,\"护照,GB,high")
                        .faults())
                .singleElement()
                .asString()
                .startsWith("codes.csv:3: 引号没有成对");
        byte[] gbk = "code,name,valid,confidence,source\n990300,示例市,,high,x\n".getBytes(Charset.forName("GBK"));
        assertThat(new SmallContent().with("regions.csv", gbk).faults())
                .containsExactly("regions.csv:2: 不是 UTF-8 编码，请在 Excel 中另存为“CSV UTF-8(逗号分隔)”");
        assertThat(new SmallContent().with("codes.csv", new byte[0]).faults())
                .singleElement()
                .asString()
                .startsWith("codes.csv:1: 文件是空的，第一行应为表头：code_set,");
    }

    @Test
    @DisplayName("读不出一个文件时，不把引用它的每一行都说成错误")
    void oneFaultIsNotAHundred() {
        byte[] broken = "code,name_zh\n\"".getBytes(StandardCharsets.UTF_8);
        assertThat(new SmallContent().with("departments.csv", broken).faults())
                .allSatisfy(fault -> assertThat(fault).startsWith("departments.csv:"));
        assertThat(new SmallContent().with(ONE_THINGS, broken).faults())
                .allSatisfy(fault -> assertThat(fault).startsWith("one-things.csv:"));
    }

    @Test
    @DisplayName("环里的每个事项都指出来")
    void circle() {
        assertThat(new SmallContent()
                        .withCell(ONE_THINGS, 2, "after_items", "卫生许可")
                        .faults())
                .extracting(fault -> fault.substring(0, fault.indexOf(": ")))
                .containsExactly("one-things.csv:2 after_items", "one-things.csv:3 after_items");
    }

    @Test
    @DisplayName("目录里没有内容文件是错误；多出来的表格只是提示")
    void names() {
        assertThat(ContentReader.read(new ContentFiles("none", new TreeMap<>()), Content.EMPTY)
                        .faults())
                .singleElement()
                .extracting(ContentFault::text)
                .asString()
                .startsWith(".:1: 目录中没有内容文件");
        Draft draft = new SmallContent().with("material.csv", text -> "x\n").read();
        assertThat(draft.faults()).isEmpty();
        assertThat(draft.notices().stream().map(ContentFault::text))
                .containsExactly("material.csv:1: 不是内容文件，没有导入，是否：materials.csv？");
    }
}
