package city.onewindow.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.web.GuideForms.FormLink;
import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.LinkedMultiValueMap;

@DisplayName("空白表格和示范文本")
class FormPapersTest extends HouseTest {

    private static final String FORM = "/things/qykb/materials/ONE_FORM/";

    @Autowired
    Guides guides;

    @Test
    @DisplayName("空白表格：该事项的栏目、可勾选的选项、签字处；别的事项的栏目不在上面")
    void blank() throws Exception {
        String text = text(FORM + "blank", "公司登记(备案)申请书（空白表格）.pdf");
        assertThat(text)
                .contains("申请办理企业设立登记(有限责任公司)", "单位(企业)名称＊", "□货币", "“经营期限”为“固定期限”时才填", "申请人（签字或盖章）", "扫码看办事指南")
                .doesNotContain("洛阳示例商贸有限公司", "职工花名册");
    }

    @Test
    @DisplayName("示范文本：填着虚构的示例，选项和区划是文字不是代码")
    void example() throws Exception {
        assertThat(text(FORM + "example", "公司登记(备案)申请书（示范文本）.pdf"))
                .contains("内容都是虚构的", "洛阳示例商贸有限公司", "冯股东", "60.00万元", "洛龙区（410311）", "有限责任公司");
    }

    @Test
    @DisplayName("指南、告知单、英文页和接口都指向这两份")
    void linked() throws Exception {
        for (String page : List.of("/things/qykb", "/things/qykb/notice")) {
            mvc.perform(get(page))
                    .andExpect(content().string(containsString("href=\"" + FORM + "blank?")))
                    .andExpect(content().string(containsString("href=\"" + FORM + "example?")));
        }
        mvc.perform(get("/things/qykb?lang=en")).andExpect(content().string(containsString("Blank form (in Chinese)")));
        mvc.perform(get("/api/items/qysldj"))
                .andExpect(jsonPath("$.forms[0].blank").value("/items/qysldj/materials/ONE_FORM/blank"))
                .andExpect(jsonPath("$.forms[0].example").value("/items/qysldj/materials/ONE_FORM/example"));
    }

    @Test
    @DisplayName("合并接口列出这样回答后有哪些表格，地址打得开；几个事项一起办的也有")
    void linkedFromMerge() throws Exception {
        for (String choice : List.of(
                "{\"oneThing\": \"qykb\", \"answers\": {\"q_has_employees\": \"yes\"}}",
                "{\"items\": [\"qysldj\", \"gzkzba\"]}")) {
            String answer = mvc.perform(post("/api/merge")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(choice))
                    .andExpect(jsonPath("$.title").isNotEmpty())
                    .andExpect(jsonPath("$.forms[0].material").isNotEmpty())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            for (String which : List.of("blank", "example")) {
                String address = JsonPath.read(answer, "$.forms[0]." + which);
                mvc.perform(get(URI.create(address))).andExpect(status().isOk());
            }
        }
    }

    @Test
    @DisplayName("每个事项的每份由表打印的材料都印得出空白的和填好的")
    void everyForm() throws Exception {
        List<String> without = new ArrayList<>();
        int printed = 0;
        for (Item item : catalogs.current().items()) {
            GuideView guide = guides.ofItem(item.code(), new LinkedMultiValueMap<>());
            for (MergedMaterial material : guide.printed()) {
                List<FormLink> links = new GuideForms(guide).of(material);
                if (links.isEmpty()) {
                    without.add(item.name() + "：" + material.name());
                }
                for (FormLink link : links) {
                    mvc.perform(get(URI.create(link.address())))
                            .andExpect(status().isOk())
                            .andExpect(content().contentType(MediaType.APPLICATION_PDF));
                    printed++;
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(printed).isGreaterThan(150);
    }

    @Test
    @DisplayName("不是表格的材料没有，说清楚；没有第三种")
    void nothingElse() throws Exception {
        mvc.perform(get("/things/qykb/materials/NO_SUCH/blank")).andExpect(status().isNotFound());
        mvc.perform(get(FORM + "other")).andExpect(status().isNotFound());
    }

    private String text(String address, String name) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andReturn()
                .getResponse();
        assertThat(ContentDisposition.parse(String.valueOf(answer.getHeader("Content-Disposition")))
                        .getFilename())
                .isEqualTo(name);
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
