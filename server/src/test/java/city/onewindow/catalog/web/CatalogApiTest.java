package city.onewindow.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("事项目录的接口")
class CatalogApiTest extends HouseTest {

    @Autowired
    private JsonMapper json;

    @Test
    @DisplayName("不登录就能读一件事：窗口、事项及其先后、情形问题和条件")
    void oneThing() throws Exception {
        mvc.perform(get("/api/one-things"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].code", hasItem("qykb")));
        mvc.perform(get("/api/one-things?audience=PERSON"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].code", not(hasItem("qykb"))));
        mvc.perform(get("/api/one-things/qykb"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name", is("企业开办一件事")))
                .andExpect(jsonPath("$.window.code", is("qykb")))
                .andExpect(jsonPath("$.items", hasSize(9)))
                .andExpect(jsonPath("$.items[0].code", is("qysldj")))
                .andExpect(jsonPath("$.items[1].after", is(List.of("qysldj"))))
                .andExpect(jsonPath("$.items[0].terms.promised.days", is(0.5)))
                .andExpect(jsonPath("$.questions[5].shownWhen", is("q_has_employees == 'yes'")));
    }

    @Test
    @DisplayName("事项带着材料、表单字段和版本")
    void item() throws Exception {
        mvc.perform(get("/api/items/qysldj"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.department.name", is("市市场监管局")))
                .andExpect(jsonPath("$.materials[0].name", is("公司登记(备案)申请书")))
                .andExpect(jsonPath("$.materials[0].reviewPoints[0]", is("名称已自主申报且未被占用")))
                .andExpect(jsonPath("$.fields[0].name", is("单位(企业)名称")))
                .andExpect(jsonPath("$.version", is(1)));
        mvc.perform(get("/api/elements/id_number"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.type", is("PERSON_ID")))
                .andExpect(jsonPath("$.constraint.checksumWhen", is("id_type == 'id_card'")));
    }

    @Test
    @DisplayName("事项清单一页接一页读完，不重不漏；可按部门、窗口、名称缩小")
    void items() throws Exception {
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json.readTree(mvc.perform(get("/api/items?size=50" + next))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray());
            page.get("items").forEach(line -> read.add(line.get("code").asString()));
            next = page.get("next").isNull() ? "" : "&after=" + page.get("next").asString();
        } while (!next.isEmpty());
        assertThat(read)
                .doesNotHaveDuplicates()
                .hasSize(catalogs.current().items().size());
        mvc.perform(get("/api/items?department=ycj")).andExpect(jsonPath("$.items", hasSize(1)));
        mvc.perform(get("/api/items?window=zy-tx")).andExpect(jsonPath("$.items[0].name", is("通信(宽带)报装")));
        mvc.perform(get("/api/items?query=护照")).andExpect(jsonPath("$.items[0].name", is("普通护照签发")));
        mvc.perform(get("/api/items?after=nowhere"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer", is("/after")));
        mvc.perform(get("/api/items?size=1000")).andExpect(status().is(422));
    }

    @Test
    @DisplayName("部门、窗口、搜索都能读；没有的说没有")
    void theRest() throws Exception {
        mvc.perform(get("/api/departments")).andExpect(jsonPath("$[*].code", hasItem("scjg")));
        mvc.perform(get("/api/windows")).andExpect(jsonPath("$[0].code", is("qykb")));
        mvc.perform(get("/api/search").param("q", "开饭店"))
                .andExpect(jsonPath("$[0].name", is("开办餐饮店一件事")))
                .andExpect(jsonPath("$[0].kind", is("ONE_THING")));
        mvc.perform(get("/api/search").param("q", "\"'<>")).andExpect(status().isOk());
        mvc.perform(get("/api/one-things/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail", containsString("nowhere")));
        mvc.perform(get("/api/items/qysldj?edition=99999")).andExpect(status().isNotFound());
        mvc.perform(get("/api/items/qysldj?edition=1")).andExpect(jsonPath("$.edition", is(1)));
    }

    @Test
    @DisplayName("导入记录只给管理员看，最新的在前")
    void editions() throws Exception {
        mvc.perform(get("/api/editions")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/editions").with(SignedInAs.role(Role.CLERK))).andExpect(status().isForbidden());
        mvc.perform(get("/api/editions").with(SignedInAs.role(Role.MANAGER))).andExpect(status().isOk());
        mvc.perform(get("/api/editions?after=2").with(SignedInAs.role(Role.MANAGER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].number", contains(1)))
                .andExpect(jsonPath("$.items[0].source", is("shipped")));
    }
}
