package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Extension;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.TechnicalCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("事项自己的法律写在内容里：最多延长几天、按技术标准检验检测检疫")
class ExtensionOfAnItemTest {

    private static final String HEADER =
            "item,level,serves,conditions,channels,range,visits,visit_reason,fee_basis,hours,complaint_phone,"
                    + "extension_days,extension_ground,technical_check,confidence\n";

    private static SmallContent of(String days, String ground, String check) {
        String row = "卫生许可,,,,,,,,,,," + days + "," + ground + "," + check + ",high\n";
        return new SmallContent().with(ParticularsFile.NAME, (HEADER + row).getBytes(StandardCharsets.UTF_8));
    }

    private static Particulars particulars(Content content) {
        return Objects.requireNonNull(content.items().get("卫生许可")).particulars();
    }

    @Test
    @DisplayName("没有写的，依行政许可法十天；写了的，载入、写出、再读都一样")
    void loaded() {
        assertThat(particulars(new SmallContent().read().content()).extension()).isEqualTo(Extension.USUAL);
        Draft draft = of("3", "某条例第十九条", "检测").read();
        assertThat(draft.faults()).isEmpty();
        Extension three = new Extension(3, "某条例第十九条");
        assertThat(particulars(draft.content()).extension()).isEqualTo(three);
        ContentRows rows = new RowWriter(draft.content())
                .item(Objects.requireNonNull(draft.content().items().get("卫生许可")), "test");
        Draft again = ContentReader.read(rows, draft.content(), List.of());
        assertThat(again.faults()).isEmpty();
        assertThat(particulars(again.content()).extension()).isEqualTo(three);
        assertThat(particulars(again.content()).technicalCheck()).isEqualTo(TechnicalCheck.TESTING);
    }

    @Test
    @DisplayName("检验、检测、检疫由两名以上工作人员进行，不能由一人审查并决定（行政许可法第五十五条）")
    void notByOneAlone() {
        String header = HEADER.replace("technical_check,", "technical_check,chain,");
        String row = "卫生备案,,,,,,,,,,,,,检测,一人审查并决定,high\n";
        assertThat(new SmallContent()
                        .with(ParticularsFile.NAME, (header + row).getBytes(StandardCharsets.UTF_8))
                        .read()
                        .faults())
                .singleElement()
                .asString()
                .contains("technical_check", "两名以上工作人员", "行政许可法第五十五条", "审查-决定");
    }

    @Test
    @DisplayName("天数和依据要一起写，天数不多于 60，检验检测检疫只能是这三个词")
    void wrong() {
        assertThat(of("3", "", "").faults())
                .singleElement()
                .asString()
                .contains("extension_days", "要一起写", "市场主体登记管理条例第十九条");
        assertThat(of("", "某条例第十九条", "").faults())
                .singleElement()
                .asString()
                .contains("extension_ground", "1 到 60 的整数");
        assertThat(of("61", "某条例第十九条", "").faults()).singleElement().asString().contains("超出范围");
        assertThat(of("", "", "查验").faults()).singleElement().asString().contains("检验、检测、检疫");
    }
}
