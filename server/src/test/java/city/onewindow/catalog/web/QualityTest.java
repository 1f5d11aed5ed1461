package city.onewindow.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Quality;
import city.onewindow.catalog.lint.Rule;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("目录质量：页面和接口")
class QualityTest extends HouseTest {

    private static final String REASON = "{\"reason\": \"收费标准正由发改部门重新核定，核定前从原标准\"}";
    private static final RequestPostProcessor MANAGER = SignedInAs.role(Role.MANAGER);

    @Autowired
    private Quality quality;

    @Autowired
    private JsonMapper json;

    private Finding open(Rule rule) {
        return quality.report().judged().open().stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("不登录就能看：多少事项、多少处、按规则、按部门；可缩小到一条规则、一个部门")
    void page() throws Exception {
        Finding finding = open(Rule.VAGUE_CLAUSE);
        mvc.perform(get("/quality"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("有 "
                                        + quality.report().catalog().items().size() + " 个事项"),
                                containsString(Rule.CYCLE.why()),
                                containsString(
                                        "没有核对的 " + quality.report().unchecked().size() + " 部"),
                                containsString("/quality?rule=VAGUE_CLAUSE#findings"),
                                containsString("/quality?department=" + finding.department() + "#findings"))));
        mvc.perform(get("/quality?rule=VAGUE_CLAUSE&department=" + finding.department()))
                .andExpect(content()
                        .string(allOf(
                                containsString(finding.what()),
                                containsString(finding.fix()),
                                containsString("href=\"/items/"))));
        mvc.perform(get("/quality?rule=CYCLE&severity=&department="))
                .andExpect(content().string(containsString("没有符合的")));
        mvc.perform(get("/quality?page=99")).andExpect(status().isOk());
        mvc.perform(get("/quality?page=-1&department=nonesuch")).andExpect(status().isOk());
        mvc.perform(get("/quality?rule=nonesuch")).andExpect(status().is4xxClientError());
        mvc.perform(get("/quality?lang=en")).andExpect(status().isOk());
    }

    @Test
    @DisplayName("接口：数字加得起来，清单一页接一页读完不重不漏")
    void summaryAndPages() throws Exception {
        JsonNode summary = read("/api/quality");
        int open = summary.get("errors").asInt()
                + summary.get("warnings").asInt()
                + summary.get("hints").asInt();
        assertThat(summary.get("rules")
                        .valueStream()
                        .mapToInt(rule -> rule.get("open").asInt())
                        .sum())
                .isEqualTo(open);
        assertThat(summary.get("departments")
                        .valueStream()
                        .mapToInt(line -> line.get("errors").asInt()
                                + line.get("warnings").asInt()
                                + line.get("hints").asInt())
                        .sum())
                .isEqualTo(open);
        assertThat(summary.get("withoutErrors").asInt())
                .isBetween(
                        1,
                        summary.get("items").asInt() + summary.get("oneThings").asInt());
        List<String> keys = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = read("/api/quality/findings?size=100" + next);
            page.get("items").forEach(line -> keys.add(line.get("key").asString()));
            next = page.get("next").isNull() ? "" : "&after=" + page.get("next").asString();
        } while (!next.isEmpty());
        assertThat(keys).doesNotHaveDuplicates().hasSize(open);
        mvc.perform(get("/api/quality/findings?severity=ERROR&rule=VAGUE_CLAUSE"))
                .andExpect(jsonPath("$.items[*].rule", everyItem(is("VAGUE_CLAUSE"))))
                .andExpect(jsonPath("$.items[0].code", not("")));
        mvc.perform(get("/api/quality/findings?after=nowhere")).andExpect(status().is(422));
    }

    private JsonNode read(String address) throws Exception {
        return json.readTree(mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    @Test
    @DisplayName("豁免：要登录、要有原因；页面上另列，写明原因和谁；撤销后又是待改")
    void waive() throws Exception {
        Finding finding = open(Rule.FEE_WITHOUT_GROUND);
        String address = "/api/waivers/" + finding.key();
        mvc.perform(put(address).contentType(MediaType.APPLICATION_JSON).content(REASON))
                .andExpect(status().isUnauthorized());
        mvc.perform(put(address)
                        .with(SignedInAs.role(Role.CLERK))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(REASON))
                .andExpect(status().isForbidden());
        mvc.perform(put(address)
                        .with(MANAGER)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer", is("/reason")));
        mvc.perform(put("/api/waivers/nonesuch")
                        .with(MANAGER)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(REASON))
                .andExpect(status().isNotFound());
        mvc.perform(put(address)
                        .with(MANAGER)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(REASON))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.finding", is(finding.key())))
                .andExpect(jsonPath("$.at", containsString("+08:00")));
        mvc.perform(get("/api/quality/findings?size=100&waived=true"))
                .andExpect(jsonPath("$.items[*].key", hasItem(finding.key())));
        mvc.perform(get("/api/quality/findings?size=100&severity=ERROR"))
                .andExpect(jsonPath("$.items[*].key", not(hasItem(finding.key()))));
        mvc.perform(get("/quality?waived=true"))
                .andExpect(content().string(allOf(containsString("重新核定"), containsString("test-manager"))));
        mvc.perform(delete(address).with(MANAGER)).andExpect(status().isOk());
        mvc.perform(delete(address).with(MANAGER)).andExpect(status().isNotFound());
        mvc.perform(get("/api/quality/findings?size=100&severity=ERROR"))
                .andExpect(jsonPath("$.items[*].key", hasItem(finding.key())));
    }
}
