package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Numbered;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Signatures;
import city.onewindow.notice.Section.Table;
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

    private static final String ADDRESS = "https://zwfw.example.gov.cn/documents/3467ACDEFGHJKMNP";
    private static final Press PRESS = new Press("洛阳市政务服务中心");

    @DisplayName("受理通知书印出来，字字可查")
    @Test
    void printsWhatIsWritten() throws Exception {
        byte[] pdf = print(acceptance("张三"), "acceptance");

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
                        ADDRESS)
                .doesNotContainPattern("[\u2e80-\u2fdf]");
    }

    @DisplayName("部门出具的文书，每页也印中心的名称")
    @Test
    void namesTheCentreToo() throws Exception {
        Draft draft = acceptance("张三");
        Draft ofDepartment =
                new Draft(draft.kind(), draft.subject(), draft.addressee(), "洛阳市公安局", draft.date(), draft.sections());

        assertThat(text(print(ofDepartment, "department"))).contains("洛阳市公安局", "洛阳市政务服务中心　洛政务受字〔2026〕00012号");
    }

    @DisplayName("二维码扫出来就是核验网址")
    @Test
    void theCodeLeadsToTheVerification() throws Exception {
        try (PDDocument document = Loader.loadPDF(print(acceptance("张三"), "qr"))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 200);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page)));

            assertThat(new QRCodeReader()
                            .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo(ADDRESS);
        }
    }

    @DisplayName("生僻字照印，字库没有的字印成〓，控制字符不碍事")
    @Test
    void printsRareNames() throws Exception {
        assertThat(text(print(acceptance("龘靐𬭚喆"), "rare"))).contains("龘靐𬭚喆：");
        assertThat(text(print(acceptance("李\u0001𰻞😀<b>&\"'甲"), "missing"))).contains("李〓〓<b>&\"'甲：");
    }

    @DisplayName("材料多时分页，每页有页码和文号，表头重复")
    @Test
    void pagesLongDocuments() throws Exception {
        byte[] pdf = print(oneTimeNotice(), "one-time-notice");

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
                    .<Callable<String>>mapToObj(n -> () -> text(print(acceptance("申请人" + n), "parallel")))
                    .toList();
            var printed = desks.invokeAll(prints);
            for (int n = 0; n < printed.size(); n++) {
                assertThat(printed.get(n).get()).contains("申请人" + n + "：");
            }
        } finally {
            desks.shutdownNow();
        }
    }

    private static Draft acceptance(String name) {
        return new Draft(
                DocumentKind.ACCEPTANCE,
                "410300202611240100001",
                Addressee.person(name),
                "洛阳市政务服务中心",
                LocalDate.of(2026, 11, 24),
                List.of(
                        new Paragraph("您于2026年11月24日提出的食品经营许可申请，经审查，申请材料齐全、符合法定形式，决定予以受理。"),
                        new Facts(List.of(
                                new Fact("办件编号", "410300202611240100001"),
                                new Fact("查询码", "3467ACDE"),
                                new Fact("证件号码", "410311********0001"),
                                new Fact("事项名称", "食品经营许可（洛阳市市场监督管理局）"),
                                new Fact("法定办结时限", "20个工作日"),
                                new Fact("承诺办结日", "2026年12月1日17:00前"))),
                        new Paragraph("已收到下列材料："),
                        new Numbered(List.of("营业执照复印件（一份）", "食品安全管理制度（电子件）", "经营场所平面图（一份）")),
                        new Paragraph("依法需要检验、检测、鉴定和专家评审的，所需时间不计入上述时限，另行书面告知。"),
                        new Signatures(List.of("接收人（签字）"))));
    }

    private static Draft oneTimeNotice() {
        return new Draft(
                DocumentKind.ONE_TIME_NOTICE,
                "410300202611240100002",
                Addressee.organisation("洛阳牡丹饮食文化有限责任公司"),
                "洛阳市政务服务中心",
                LocalDate.of(2026, 11, 24),
                List.of(
                        new Paragraph("您提交的材料存在下列问题，请于2026年12月1日前一次性补正："),
                        new Table(
                                List.of("序号", "材料名称", "存在的问题", "补正要求"),
                                IntStream.rangeClosed(1, 40)
                                        .mapToObj(n -> List.of(
                                                String.valueOf(n),
                                                "第" + n + "号材料",
                                                "复印件不清晰，看不清登记机关的印章和有效期",
                                                "重新提交加盖公章的清晰复印件"))
                                        .toList())));
    }

    private static byte[] print(Draft draft, String name) throws Exception {
        IssuedDocument document = new IssuedDocument(
                "洛政务受字〔2026〕00012号",
                "3467ACDEFGHJKMNP",
                draft.kind(),
                draft.subject(),
                draft.addressee().masked(),
                draft.issuer(),
                draft.date(),
                draft.date().atTime(10, 0));
        byte[] pdf = PRESS.print(document, draft, ADDRESS);
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
