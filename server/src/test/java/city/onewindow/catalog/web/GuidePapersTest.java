package city.onewindow.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.frame.Bundles;
import city.onewindow.kernel.Centre;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.LinkedMultiValueMap;

@DisplayName("纸上的指南和告知单")
class GuidePapersTest extends HouseTest {

    @Autowired
    Guides guides;

    @Autowired
    Bundles bundles;

    @Test
    @DisplayName("中心的地址设了就印上，没设不留空括号")
    void address() {
        assertThat(windows("")).contains("洛阳市政务服务中心；牵头").doesNotContain("（）");
        assertThat(windows("洛龙区示例大道1号")).contains("洛阳市政务服务中心（洛龙区示例大道1号）；牵头");
    }

    private String windows(String address) {
        GuideView guide = guides.ofThing("qykb", new LinkedMultiValueMap<>());
        Words words = new Words(bundles.in(Locale.CHINA), guide.catalog());
        Centre centre = new Centre("410300", "洛阳市政务服务中心", "Luoyang", address);
        return new GuideSections(guide, words, centre, false).windows().toString();
    }

    @Test
    @DisplayName("告知单也能存成 PDF，列着同样的材料和事项")
    void pdf() throws Exception {
        MockHttpServletResponse answer = mvc.perform(get("/things/kbcyd/notice.pdf"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andReturn()
                .getResponse();
        byte[] content = answer.getContentAsByteArray();
        assertThat(ContentDisposition.parse(String.valueOf(answer.getHeader("Content-Disposition")))
                        .getFilename())
                .isEqualTo("办事一次性告知单-开办餐饮店一件事.pdf");
        try (var document = Loader.loadPDF(content)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("办事一次性告知单", "开办餐饮店一件事", "食品经营许可", "请带上", "容缺受理", "行政许可法");
        }
    }

    @Test
    @DisplayName("整份指南也能存成 PDF：怎么走、为什么要、要填的表、依据")
    void wholeGuide() throws Exception {
        MockHttpServletResponse answer = mvc.perform(get("/things/qykb/guide.pdf?q_has_employees=yes"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andReturn()
                .getResponse();
        assertThat(ContentDisposition.parse(String.valueOf(answer.getHeader("Content-Disposition")))
                        .getFilename())
                .isEqualTo("办事指南-企业开办一件事.pdf");
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text)
                    .contains("办事指南", "一、概要", "先后怎么走", "受理后马上开始", "为什么要", "要填的表", "股东", "公司法", "在哪里办", "扫码看最新内容");
        }
        mvc.perform(get("/things/nothing/guide.pdf")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("告知单的 PDF 写明后补的材料什么时候交")
    void pdfSaysWhenMaterialsMayFollow() throws Exception {
        assertThat(paper("/things/kbcyd/notice.pdf?q_drain_trial=later")).contains("什么时候交", "试运行后补交");
    }

    @Test
    @DisplayName("告知单的 PDF 可以打勾，写明去哪里；没有法定时限的不说成法定")
    void pdfIsAChecklist() throws Exception {
        assertThat(paper("/things/kbcyd/notice.pdf")).contains("□", "商事登记综合受理窗口", "洛阳市政务服务中心", "身份证件");
        assertThat(paper("/things/kbcyd/guide.pdf")).doesNotContain("□");
        assertThat(paper("/items/gzkzba/notice.pdf")).contains("法定：法律没有规定").doesNotContain("法定：半个工作日");
        mvc.perform(get("/items/gzkzba")).andExpect(content().string(containsString("<dd>法律没有规定</dd>")));
    }

    @Test
    @DisplayName("告知单的 PDF 里，表头和引语不会单独留在页尾")
    void nothingStrandedOnPaper() throws Exception {
        for (String thing : List.of("qykb", "esfzydjjsdqngh", "gcjsxmsgxkjd", "kbcyd")) {
            byte[] content = pdf("/things/" + thing + "/notice.pdf");
            try (var document = Loader.loadPDF(content)) {
                PDFTextStripper words = new PDFTextStripper();
                for (int page = 1; page < document.getNumberOfPages(); page++) {
                    words.setStartPage(page);
                    words.setEndPage(page);
                    // What stands last on a page is its foot.
                    String text = words.getText(document)
                            .replaceAll("洛阳市政务服务中心\\s*第.*页\\s*", "")
                            .strip();
                    assertThat(text).as(thing + " " + page).doesNotEndWith("：").doesNotEndWith("窗口会看");
                }
            }
        }
    }

    private byte[] pdf(String path) throws Exception {
        return mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String paper(String path) throws Exception {
        try (var document = Loader.loadPDF(pdf(path))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
