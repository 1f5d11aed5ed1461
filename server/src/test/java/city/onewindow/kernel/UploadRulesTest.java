package city.onewindow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("办公软件的文件")
class UploadRulesTest {

    private static final UploadRules ANY = new UploadRules(1, EnumSet.allOf(FileType.class));

    @ParameterizedTest(name = "{0} 是 {2}")
    @MethodSource
    @DisplayName("按内容认得出来")
    void knows(String name, byte[] content, FileType type) {
        assertThat(ANY.check(new Upload(name, content))).isEqualTo(type);
    }

    static Stream<Arguments> knows() {
        return Stream.of(
                Arguments.of("申请表.docx", OfficeFiles.docx("表"), FileType.DOCX),
                Arguments.of(
                        "清单.XLSX", OfficeFiles.packed("表", "[Content_Types].xml", "xl/workbook.xml"), FileType.XLSX),
                Arguments.of("a.doc", OfficeFiles.compound("Root Entry", "1Table", "WordDocument"), FileType.DOC),
                Arguments.of("a.wps", OfficeFiles.compound("Root Entry", "WordDocument"), FileType.DOC),
                Arguments.of("a.xls", OfficeFiles.compound("Root Entry", "Workbook"), FileType.XLS));
    }

    @ParameterizedTest(name = "{0}：{2}")
    @MethodSource
    @DisplayName("有宏的、改过后缀的、别的都不收，说清楚为什么")
    void refuses(String name, byte[] content, String reason) {
        assertThatThrownBy(() -> ANY.check(new Upload(name, content)))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                Arguments.of("a.docx", OfficeFiles.packed("", "word/document.xml", "word/vbaProject.bin"), "宏"),
                Arguments.of("a.xlsx", OfficeFiles.packed("", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "宏"),
                Arguments.of("a.xlsx", OfficeFiles.packed("", "xl/workbook.xml", "xl/activeX/activeX1.bin"), "宏"),
                Arguments.of("a.doc", OfficeFiles.compound("Root Entry", "WordDocument", "Macros", "VBA"), "宏"),
                Arguments.of("a.xls", OfficeFiles.compound("Root Entry", "Workbook", "_VBA_PROJECT_CUR"), "宏"),
                Arguments.of("a.xls", OfficeFiles.oldMacroSheet(), "宏"),
                Arguments.of("a.docm", OfficeFiles.docx(""), "内容是Word 文档"),
                Arguments.of("a.pdf", OfficeFiles.docx(""), "内容是Word 文档"),
                Arguments.of("a.msi", OfficeFiles.compound("Root Entry", "Install"), "不是 PDF"),
                Arguments.of("a.zip", OfficeFiles.packed("", "a.exe"), "不是 PDF"),
                Arguments.of("a.docx", new byte[] {'P', 'K', 3, 4, 0}, "已经损坏"));
    }

    @Test
    @DisplayName("是别处收的格式，这里也不收，说清楚收什么")
    void notHere() {
        UploadRules pictures = new UploadRules(1, Set.of(FileType.PNG, FileType.JPEG));
        assertThatThrownBy(() -> pictures.check(new Upload("a.docx", OfficeFiles.docx(""))))
                .hasMessageContaining("不是 JPEG、PNG")
                .hasMessageContaining(".jpg、.jpeg、.png");
    }
}
