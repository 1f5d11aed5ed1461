package city.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.SmallContent;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("实施编码和部门的统一社会信用代码")
class ForeignCodeTest {

    private static final String HEADER =
            "item,level,serves,conditions,channels,range,visits,visit_reason,fee_basis,hours,complaint_phone,implementation_code,confidence\n";
    private static final String OWN = "114103000054321012";
    private static final String OTHER = "11370800MB28559184";

    /** 甲局 with a credit code, and an item of it with an implementation code. */
    private static SmallContent with(String creditCode, String implementationCode) {
        return new SmallContent()
                .with(
                        "departments.csv",
                        text -> text.replace("kind,", "credit_code,kind,")
                                .replace("市直部门,", creditCode + ",市直部门,")
                                .replace("垂直部门,", ",垂直部门,"))
                .with("item-particulars.csv", any -> HEADER + "设立登记,,,,,,,,,,," + implementationCode + ",high\n");
    }

    private static List<Finding> found(SmallContent files) {
        var draft = ContentReader.read(files.files(), Content.EMPTY);
        assertThat(draft.faults()).isEmpty();
        return Linter.lint(draft.content()).stream()
                .filter(finding -> finding.rule() == Rule.FOREIGN_CODE)
                .toList();
    }

    @Test
    @DisplayName("前 18 位不是本部门的代码，是错误，说出两个代码；是的不说；部门没有代码的核对不了，也不说")
    void compared() {
        String foreign = OTHER + "3370117002011";
        assertThat(found(with(OWN, foreign))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.name()).isEqualTo("设立登记");
            assertThat(finding.what()).contains(foreign, "甲局", OWN);
        });
        assertThat(found(with(OWN, OWN + "3370117002011"))).isEmpty();
        assertThat(found(with("", foreign))).isEmpty();
    }

    @Test
    @DisplayName("部门的代码错一位，导入时按校验码指出来；小写的照大写收")
    void checkedByItsDigits() {
        assertThat(with("114103000054321013", "").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("departments.csv:2 credit_code", "校验码"));
        Content content = with(OTHER.toLowerCase(Locale.ROOT), "").read().content();
        assertThat(content.departments().values())
                .extracting(Department::creditCode)
                .containsExactly(OTHER, "");
    }
}
