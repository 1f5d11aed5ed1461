package city.onewindow.catalog.wording.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.notice.Print;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.WordingVersion;
import city.onewindow.notice.Wordings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("编辑文书用语的页面和接口")
class WordingPagesTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final WordedDocument EXTENSION = WordedDocument.EXTENSION;
    private static final String PAGE = "/wordings/extension";
    private static final String API = "/api/wordings/extension";

    @Autowired
    private Wordings wordings;

    private String before = "";

    @BeforeEach
    void remember() {
        before = holding().text();
    }

    @AfterEach
    void restore() {
        wordings.publish(EXTENSION, before, "恢复", holding().version(), MANAGER);
    }

    private WordingVersion holding() {
        return wordings.versions(EXTENSION).get(0);
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignedInAs.of(MANAGER)).with(csrf()));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, Map<String, ?> body) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body));
    }

    @Test
    @DisplayName("预览给出样张和差异，什么都不写；发布后进历次版本")
    void editedAndPublished() throws Exception {
        int version = holding().version();
        String text = before + "\n请您谅解。";
        send(get("/wordings")).andExpect(content().string(containsString("延长办理期限告知书")));
        send(get(PAGE)).andExpect(content().string(not(containsString("与版本"))));
        send(post(PAGE + "/preview").param("text", text).param("version", "" + version))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("与版本 " + version + " 的差异")))
                .andExpect(content().string(containsString("data:image/png;base64,")))
                .andExpect(content().string(containsString("<ins>")));
        assertThat(holding().version()).isEqualTo(version);
        send(post(PAGE).param("text", text).param("version", "" + version).param("reason", "客气些"))
                .andExpect(redirectedUrl(PAGE))
                .andExpect(flash().attributeExists("notice"));
        send(get(PAGE)).andExpect(content().string(containsString("manager，客气些")));
    }

    @Test
    @DisplayName("样张用示例填好，写明是样张，没有文号")
    void sample() throws Exception {
        byte[] pdf = send(post(PAGE + "/sample.pdf").param("text", before + "\n请您谅解。"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(PaperText.of(new Print(pdf, "")))
                .contains("样张，没有文号", "「公共场所卫生许可」", "办理期限延长十个工作日", "请您谅解。")
                .doesNotContain("{", "洛政务延字");
    }

    @Test
    @DisplayName("错处说在各自的栏目下，填的还在；别人抢先发布了的，说明是谁，改的也还在")
    void refused() throws Exception {
        int version = holding().version();
        send(post(PAGE).param("text", before.replace("{理由}", "略")).param("version", "" + version))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("缺少“{理由}”：《中华人民共和国行政许可法》第四十二条第一款要求写明")))
                .andExpect(content().string(containsString("请写明修改的理由。")))
                .andExpect(content().string(containsString("延长的理由：略")))
                .andExpect(content().string(containsString("改正后再预览")));
        wordings.publish(EXTENSION, before + "\n甲。", "甲的修改", version, MANAGER);
        send(post(PAGE)
                        .param("text", before + "\n乙。")
                        .param("version", "" + version)
                        .param("reason", "乙的修改"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("（甲的修改），您的修改没有发布")))
                .andExpect(content().string(containsString("\n乙。")));
        assertThat(holding().text()).endsWith("甲。");
    }

    @Test
    @DisplayName("预览时别人已经发布了的，预览页就说明；填错的再改，也不会不知不觉盖掉别人的")
    void overtakenBeforeThePreview() throws Exception {
        int version = holding().version();
        wordings.publish(EXTENSION, before + "\n甲。", "甲的修改", version, MANAGER);
        for (String path : List.of(PAGE + "/preview", PAGE)) {
            send(post(path).param("text", "乙。").param("version", "" + version).param("reason", "乙的修改"))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("（甲的修改），您的修改没有发布")))
                    .andExpect(content().string(containsString("乙。")));
        }
        send(post(PAGE + "/preview").param("text", before).param("version", "" + (version + 1)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("您的修改没有发布"))));
    }

    @Test
    @DisplayName("接口：列出、读历次版本、发布、样张；同样的再来一次不变；说错的指明栏目；只归中心管理员")
    void overHttp() throws Exception {
        int version = holding().version();
        Map<String, ?> body = Map.of("text", before + "\n请您谅解。", "reason", "客气些", "version", version);
        for (int again = 0; again < 2; again++) {
            send(json(put(API), body))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.version").value(version + 1))
                    .andExpect(jsonPath("$.needed", hasItem("{延长后的期限}")));
        }
        send(get(API))
                .andExpect(jsonPath("$[0].reason").value("客气些"))
                .andExpect(jsonPath("$[1].text").value(before));
        send(get("/api/wordings")).andExpect(jsonPath("$.length()").value(WordedDocument.values().length));
        send(json(put(API), Map.of("text", before + "丙", "reason", "丙", "version", version)))
                .andExpect(status().isConflict());
        send(json(put(API), Map.of("text", "无")))
                .andExpect(jsonPath("$.errors[0].pointer").value("/version"));
        send(json(post(API + "/sample"), Map.of("text", "{无}")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/text"));
        send(json(post(API + "/sample"), Map.of("text", before)))
                .andExpect(content().contentType(MediaType.APPLICATION_PDF));
        send(get("/api/wordings/nothing")).andExpect(status().isNotFound());
        for (String address : List.of("/wordings", PAGE, API, "/api/wordings")) {
            mvc.perform(get(address)
                            .with(SignedInAs.of(SignedInAs.actor("scjg-reviewer", "scjg", null, Role.REVIEWER))))
                    .andExpect(status().isForbidden());
        }
    }
}
