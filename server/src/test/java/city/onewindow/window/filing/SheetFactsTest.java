package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("表里不该有的，一次说全")
class SheetFactsTest {

    @Test
    @DisplayName("公式、隐藏的行、合并的格、隐藏的列，各说一句，每一处都在里面；表外的合并和隐藏不管")
    void allAtOnce() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "OneWindow", null)) {
            Worksheet sheet = book.newWorksheet("附件2");
            sheet.value(3, 0, "序号");
            sheet.formula(4, 8, "1+1");
            sheet.formula(5, 8, "1+1");
            sheet.value(6, 0, 3);
            sheet.hideRow(6);
            sheet.range(0, 0, 0, 9).merge();
            sheet.range(4, 1, 5, 1).merge();
            sheet.hideColumn(3);
            sheet.hideColumn(20);
        }
        assertThat(SheetFacts.of(Workshop.spooled(bytes.toByteArray())).faults(4, 10))
                .containsExactly(
                        "I5、I6 是公式，报表只收数值。请复制后用“选择性粘贴—数值”粘回去。",
                        "第7行是隐藏的。请取消隐藏（或取消筛选），核对里面的内容后再上传。",
                        "B5:B6 是合并单元格。请取消合并，每一格都填上内容。",
                        "D列是隐藏的。请取消隐藏，核对里面的内容后再上传。");
    }
}
