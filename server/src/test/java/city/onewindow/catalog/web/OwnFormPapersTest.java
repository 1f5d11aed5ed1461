package city.onewindow.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.OwnForms;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.revision.NewItem;
import city.onewindow.kernel.OfficeFiles;
import city.onewindow.kernel.Upload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("部门自己的空白表格和示范文本，公开下载")
class OwnFormPapersTest extends HouseTest {

    private static final String COPIED = "公章刻制备案";
    private static final String PRINTED = "印模信息(印章名称、数量、材质)";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final byte[] CONTENT = OfficeFiles.docx("印模");

    @Autowired
    OwnForms forms;

    private final String name = "表格测试" + UUID.randomUUID().toString().substring(0, 8);
    private Item item;
    private String key;

    /** A new item that has its own blank form of a material that is printed where nobody has. */
    @BeforeEach
    void published() {
        OwnForm blank = forms.keep(FormPaper.BLANK, new Upload("印模 采集表.docx", CONTENT), "test");
        publish("在用", Map.of("blank_form", blank.written()));
        item = catalogs.current().itemNamed(name).orElseThrow();
        key = item.materials().stream()
                .filter(material -> material.name().equals(PRINTED))
                .findFirst()
                .orElseThrow()
                .key();
    }

    @AfterEach
    void takeBack() {
        publish("取消", Map.of());
    }

    private void publish(String state, Map<String, String> cells) {
        Item copied = catalogs.current().itemNamed(COPIED).orElseThrow();
        ContentRows rows = NewItem.rows(
                name, COPIED, copied.department(), catalogs.current().content());
        Map<String, List<Map<String, String>>> changed = new HashMap<>(rows.rows());
        changed.put("items.csv", List.of(with(rows.of("items.csv").get(0), Map.of("status", state))));
        List<Map<String, String>> materials = new ArrayList<>(rows.of("materials.csv"));
        materials.replaceAll(row -> PRINTED.equals(row.get("material")) ? with(row, cells) : row);
        changed.put("materials.csv", materials);
        catalogs.publish(new ContentRows("test", changed, rows.whole()), "test", next -> {});
    }

    private static Map<String, String> with(Map<String, String> row, Map<String, String> cells) {
        Map<String, String> changed = new HashMap<>(row);
        changed.putAll(cells);
        return changed;
    }

    private String address(FormPaper paper) {
        return "/items/" + item.code() + "/materials/" + key + "/" + paper.code();
    }

    @Test
    @DisplayName("不登录就能下载：原名、附件、不许浏览器猜类型；没有换过的不再传一遍；没有自己的那一份照旧印出来")
    void downloaded() throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(address(FormPaper.BLANK)))
                .andExpect(status().isOk())
                .andExpect(content().contentType(WORD))
                .andExpect(content().bytes(CONTENT))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andReturn()
                .getResponse();
        ContentDisposition disposition =
                ContentDisposition.parse(String.valueOf(answer.getHeader("Content-Disposition")));
        assertThat(disposition.isAttachment()).isTrue();
        assertThat(disposition.getFilename()).isEqualTo("印模 采集表.docx");
        mvc.perform(get(address(FormPaper.BLANK)).header("If-None-Match", String.valueOf(answer.getHeader("ETag"))))
                .andExpect(status().isNotModified());
        mvc.perform(get(address(FormPaper.EXAMPLE)))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF));
    }

    @Test
    @DisplayName("指南和告知单写着类型和大小，自助终端上没有链接可点")
    void linked() throws Exception {
        for (String page : List.of("/items/" + item.code(), "/items/" + item.code() + "/notice")) {
            mvc.perform(get(page))
                    .andExpect(content()
                            .string(containsString(
                                    "<a class=\"no-print no-kiosk\" href=\"" + address(FormPaper.BLANK) + "\">")))
                    .andExpect(content().string(containsString("DOCX · 1 KB")))
                    .andExpect(content().string(containsString("href=\"" + address(FormPaper.EXAMPLE) + "\"")));
        }
    }

    @Test
    @DisplayName("印出来的指南和告知单写明文件名和去哪里下载；没有自己的表格就不提")
    void onPaper() throws Exception {
        for (String paper : List.of("guide.pdf", "notice.pdf")) {
            assertThat(text("/items/" + item.code() + "/" + paper))
                    .contains("部门自己的表格，扫码打开网页", "：空白表格“印模采集表.docx”（1KB）");
        }
        String other = catalogs.current().itemNamed(COPIED).orElseThrow().code();
        assertThat(text("/items/" + other + "/guide.pdf")).doesNotContain("部门自己的表格");
        assertThat(text("/merge/notice.pdf?item=" + item.code() + "&item=" + other))
                .contains("（1KB，" + name + "）");
    }

    private String text(String path) throws Exception {
        byte[] pdf = mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    @DisplayName("一份材料几个事项都要：有自己的各给各的并写明是谁的，没有的照旧由系统印")
    void together() throws Exception {
        String other = catalogs.current().itemNamed(COPIED).orElseThrow().code();
        mvc.perform(get("/merge").param("item", item.code(), other))
                .andExpect(content().string(containsString("href=\"" + address(FormPaper.BLANK) + "\"")))
                .andExpect(content().string(containsString(name + "\n · DOCX · 1 KB")))
                .andExpect(content().string(containsString("href=\"/merge/materials/" + key + "/blank?")));
    }

    @Test
    @DisplayName("接口给出地址、名称、大小和摘要；问哪一版就给哪一版的")
    void overTheApi() throws Exception {
        int before = catalogs.current().edition();
        mvc.perform(get("/api/items/" + item.code()))
                .andExpect(jsonPath("$.forms[?(@.material == '" + PRINTED + "')].blank")
                        .value(address(FormPaper.BLANK)))
                .andExpect(jsonPath("$.materials[?(@.key == '" + key + "')].forms.BLANK.name")
                        .value("印模 采集表.docx"))
                .andExpect(jsonPath("$.materials[?(@.key == '" + key + "')].forms.BLANK.size")
                        .value(CONTENT.length));
        byte[] next = OfficeFiles.docx("新的印模");
        OwnForm changed = forms.keep(FormPaper.BLANK, new Upload("印模 采集表.docx", next), "test");
        publish("在用", Map.of("blank_form", changed.written()));
        mvc.perform(get(address(FormPaper.BLANK))).andExpect(content().bytes(next));
        mvc.perform(get("/api/items/" + item.code()).param("edition", String.valueOf(before)))
                .andExpect(jsonPath("$.forms[?(@.material == '" + PRINTED + "')].blank")
                        .value(address(FormPaper.BLANK) + "?edition=" + before));
        mvc.perform(get(address(FormPaper.BLANK)).param("edition", String.valueOf(before)))
                .andExpect(content().bytes(CONTENT));
    }

    @Test
    @DisplayName("没有发布的、别的事项的都下载不到")
    void nothingElse() throws Exception {
        forms.keep(FormPaper.BLANK, new Upload("草稿.docx", OfficeFiles.docx("草稿")), "test");
        mvc.perform(get("/items/" + item.code() + "/materials/NO_SUCH/blank")).andExpect(status().isNotFound());
        String other = catalogs.current().itemNamed(COPIED).orElseThrow().code();
        mvc.perform(get("/items/" + other + "/materials/" + key + "/blank"))
                .andExpect(content().contentType(MediaType.APPLICATION_PDF));
        mvc.perform(get("/items/" + other)).andExpect(content().string(not(containsString("DOCX"))));
    }
}
