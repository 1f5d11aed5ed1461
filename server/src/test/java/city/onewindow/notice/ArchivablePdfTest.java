package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

@DisplayName("PDF 可以长期保存（PDF/A-2u）")
class ArchivablePdfTest {

    private static final Press PRESS = new Press("洛阳市政务服务中心");

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    @DisplayName("有生僻字、缺字、长表格的文书都合格")
    void documents() throws Exception {
        mustBeArchivable(print(Prototypes.acceptance("龘靐𬭚喆")));
        mustBeArchivable(print(Prototypes.acceptance("李\u0001𰻞😀<b>&\"'甲")));
        mustBeArchivable(print(Prototypes.oneTimeNotice()));
    }

    @Test
    @DisplayName("不编号的告知单也合格")
    void sheets() throws Exception {
        mustBeArchivable(PRESS.printSheet(Prototypes.acceptance("张三"), Prototypes.ADDRESS));
    }

    @Test
    @DisplayName("文件信息里写着核验网址，不打开也找得到")
    void namesItsVerification() {
        assertThat(new String(print(Prototypes.acceptance("张三")), StandardCharsets.ISO_8859_1))
                .contains("<pdfaid:part>2</pdfaid:part>", Prototypes.ADDRESS);
    }

    private static byte[] print(Draft draft) {
        return PRESS.print(Prototypes.issued(draft), draft, Prototypes.ADDRESS);
    }

    static void mustBeArchivable(byte[] pdf) throws Exception {
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            var judged = validator.validate(parser);
            assertThat(judged.getTestAssertions())
                    .filteredOn(test -> test.getStatus() == TestAssertion.Status.FAILED)
                    .isEmpty();
            assertThat(judged.isCompliant()).isTrue();
            assertThat(judged.getTotalAssertions()).isGreaterThan(1_000);
        }
    }
}
