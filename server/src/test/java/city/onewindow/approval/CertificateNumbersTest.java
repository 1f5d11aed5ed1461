package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("结果的编号由谁编")
class CertificateNumbersTest {

    @ParameterizedTest
    @DisplayName("证照由部门编号")
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
        assertThat(CertificateNumbers.isDepartments(result)).isTrue();
        assertThat(CertificateNumbers.faults("/n", result, " "))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains(result));
        assertThat(CertificateNumbers.faults("/n", result, "91410300MA0000000X"))
                .isEmpty();
        assertThat(CertificateNumbers.faults("/n", result, "9".repeat(61))).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("回执、通知书、批复、凭证可以用办件编号")
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
        assertThat(CertificateNumbers.isDepartments(result)).isFalse();
        assertThat(CertificateNumbers.faults("/n", result, "")).isEmpty();
    }
}
