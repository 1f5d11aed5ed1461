package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("OFD 版式文件")
class OfdPressTest {

    private static final Press PRESS = new Press("洛阳市政务服务中心");

    @DisplayName("一字不差地写着 PDF 写的话，页数一样，写明编号、出具机关和核验网址")
    @Test
    void saysWhatThePdfSays() throws Exception {
        for (Draft draft : List.of(Prototypes.acceptance("张三"), Prototypes.oneTimeNotice())) {
            byte[] pdf = pdf(draft);
            OfdPackage ofd = ofd(draft, pdf);

            try (PDDocument source = Loader.loadPDF(pdf)) {
                PDFTextStripper words = new PDFTextStripper();
                for (int page = 1; page <= source.getNumberOfPages(); page++) {
                    words.setStartPage(page);
                    words.setEndPage(page);
                    assertThat(words(ofd, page - 1))
                            .hasSizeGreaterThan(50)
                            .isEqualTo(words.getText(source).replaceAll("\\s", ""));
                }
                assertThat(ofd.parts().keySet().stream().filter(path -> path.endsWith("/Content.xml")))
                        .hasSize(source.getNumberOfPages());
            }
            assertThat(OfdXml.read(ofd, OfdPackage.ENTRY).elements())
                    .extracting(element -> element.text().toString())
                    .contains("洛政务受字〔2026〕00012号", "洛阳市政务服务中心", Prototypes.ADDRESS);
        }
    }

    @DisplayName("用到的字都嵌在文件里，没用到的不嵌；生僻字按字形找得到")
    @Test
    void embedsItsFonts() throws Exception {
        Draft draft = Prototypes.acceptance("龘靐𬭚喆");
        OfdPackage ofd = ofd(draft, pdf(draft));

        try (TrueTypeFont font = font(ofd, "/Doc_0/Res/NotoSerifSC-Regular.ttf")) {
            var glyphs = font.getUnicodeCmapLookup();
            assertThat("龘靐喆您于2026年".chars()).allMatch(character -> glyphs.getGlyphId(character) > 0);
            assertThat(glyphs.getGlyphId('龙')).isZero();
            assertThat(font.getNumberOfGlyphs()).isLessThan(400);
            String rare = OfdXml.read(ofd, "/Doc_0/Pages/Page_0/Content.xml").required("Glyphs");
            assertThat(font.getGlyph().getGlyph(Integer.parseInt(rare)).getNumberOfContours())
                    .isGreaterThan((short) 5);
        }
        assertThat(words(ofd, 0)).contains("龘靐𬭚喆：");
    }

    @DisplayName("几份同时印互不相扰")
    @Test
    void printsSideBySide() throws Exception {
        var desks = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> prints = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(n -> () -> {
                        Draft draft = Prototypes.acceptance("申请人" + n);
                        return words(ofd(draft, pdf(draft)), 0);
                    })
                    .toList();
            var printed = desks.invokeAll(prints);
            for (int n = 0; n < printed.size(); n++) {
                assertThat(printed.get(n).get()).contains("申请人" + n + "：");
            }
        } finally {
            desks.shutdownNow();
        }
    }

    private static byte[] pdf(Draft draft) {
        return PRESS.print(Prototypes.issued(draft), draft, Prototypes.ADDRESS);
    }

    private static OfdPackage ofd(Draft draft, byte[] pdf) {
        return OfdPackage.open(PRESS.printOfd(Prototypes.issued(draft), Prototypes.ADDRESS, pdf));
    }

    private static String words(OfdPackage ofd, int page) throws OfdXml.Unreadable {
        return OfdXml.read(ofd, "/Doc_0/Pages/Page_" + page + "/Content.xml").all("TextCode").stream()
                .map(OfdXml.Element::text)
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
    }

    private static TrueTypeFont font(OfdPackage ofd, String path) throws Exception {
        return new TTFParser().parse(new RandomAccessReadBuffer(ofd.parts().getOrDefault(path, new byte[0])));
    }
}
