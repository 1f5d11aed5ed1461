package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.notice.Section.Numbered;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Signatures;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PressTest {

    private static final Press PRESS = new Press("洛阳市政务服务中心");

    @DisplayName("受理通知书印出来，字字可查")
    @Test
    void printsWhatIsWritten() throws Exception {
        byte[] pdf = print(Prototypes.acceptance("张三"), "acceptance");

        String text = text(pdf);
        assertThat(text)
                .contains(
                        "洛阳市政务服务中心",
                        "洛政务受字〔2026〕00012号",
                        "受理通知书",
                        "张三：",
                        "食品经营许可",
                        "齐全、符合法定形式",
                        "承诺办结日",
                        "1.营业执照复印件",
                        "（盖章处）",
                        "2026年11月24日",
                        "第1页共1页",
                        "3467-ACDE-FGHJ-KMNP",
                        Prototypes.ADDRESS)
                .doesNotContainPattern("[\u2e80-\u2fdf]");
    }

    @DisplayName("部门出具的文书，每页也印中心的名称")
    @Test
    void namesTheCentreToo() throws Exception {
        Draft draft = Prototypes.acceptance("张三");
        Draft ofDepartment =
                new Draft(draft.kind(), draft.subject(), draft.addressee(), "洛阳市公安局", draft.date(), draft.sections());

        assertThat(text(print(ofDepartment, "department"))).contains("洛阳市公安局", "洛阳市政务服务中心　洛政务受字〔2026〕00012号");
    }

    @DisplayName("二维码扫出来就是核验网址")
    @Test
    void theCodeLeadsToTheVerification() throws Exception {
        try (PDDocument document = Loader.loadPDF(print(Prototypes.acceptance("张三"), "qr"))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 200);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page)));

            assertThat(new QRCodeReader()
                            .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo(Prototypes.ADDRESS);
        }
    }

    @DisplayName("生僻字照印，字库没有的字印成〓，控制字符不碍事")
    @Test
    void printsRareNames() throws Exception {
        assertThat(text(print(Prototypes.acceptance("龘靐𬭚喆"), "rare"))).contains("龘靐𬭚喆：");
        assertThat(text(print(Prototypes.acceptance("李\u0001𰻞😀<b>&\"'甲"), "missing")))
                .contains("李〓〓<b>&\"'甲：");
    }

    @DisplayName("材料多时分页，每页有页码和文号，表头重复")
    @Test
    void pagesLongDocuments() throws Exception {
        byte[] pdf = print(Prototypes.oneTimeNotice(), "one-time-notice");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
        assertThat(text(pdf)).contains("第2页共").contains("第40号材料");
    }

    @DisplayName("承诺书是申请人的话，不带机关红头和印章")
    @Test
    void aPromiseBearsNoSeal() throws Exception {
        Draft promise = new Draft(
                DocumentKind.DEFERRAL_PROMISE,
                "410300202611240100001",
                Addressee.person("张三"),
                "洛阳市政务服务中心",
                LocalDate.of(2026, 11, 24),
                List.of(
                        new Paragraph("本人申请办理食品经营许可，承诺于2026年11月30日前补交下列材料："),
                        new Numbered(List.of("健康证明", "食品安全管理制度")),
                        new Paragraph("逾期未补交的，愿承担由此产生的一切后果。"),
                        new Signatures(List.of("承诺人（签字或盖章）"))));

        assertThat(text(print(promise, "promise")))
                .contains("洛阳市政务服务中心：", "承诺人（签字或盖章）：")
                .doesNotContain("盖章处");
    }

    @DisplayName("几个人同时打印互不相扰")
    @Test
    void printsSideBySide() throws Exception {
        var desks = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> prints = IntStream.range(0, 12)
                    .<Callable<String>>mapToObj(n -> () -> text(print(Prototypes.acceptance("申请人" + n), "parallel")))
                    .toList();
            var printed = desks.invokeAll(prints);
            for (int n = 0; n < printed.size(); n++) {
                assertThat(printed.get(n).get()).contains("申请人" + n + "：");
            }
        } finally {
            desks.shutdownNow();
        }
    }

    private static byte[] print(Draft draft, String name) throws Exception {
        byte[] pdf = PRESS.print(Prototypes.issued(draft), draft, Prototypes.ADDRESS);
        Path prints = Files.createDirectories(Path.of("target/prints"));
        Files.write(prints.resolve(name + ".pdf"), pdf);
        return pdf;
    }

    /** Without blanks and line ends, which a page sets as it needs. */
    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
