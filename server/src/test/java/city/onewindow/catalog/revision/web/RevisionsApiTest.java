package city.onewindow.catalog.revision.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("事项维护的接口：起草、保存、提交、同意、发布、历次版本")
class RevisionsApiTest extends RevisionsApiHouseTest {

    @Test
    @DisplayName("新事项：起草、保存、提交、窗口牵头部门同意、中心发布；谁能办什么与页面一样")
    void fromDraftToPublication() throws Exception {
        long id = begun();
        by(liaison, put(at(id) + "/rows").content(saving(id, "items.csv", "phone", "0379-63000000")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faults", empty()))
                .andExpect(jsonPath("$.rows['items.csv'][0].phone").value("0379-63000000"));
        by(CENTRE, post(at(id) + "/submission")).andExpect(status().isForbidden());
        by(liaison, post(at(id) + "/submission")).andExpect(jsonPath("$.status").value("SUBMITTED"));
        by(liaison, post(at(id) + "/submission"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("SUBMITTED"));
        by(CENTRE, post(at(id) + "/publication").content("{}")).andExpect(status().isConflict());
        by(lead, post(at(id) + "/return").content("{}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/remark"));
        by(lead, post(at(id) + "/approval")).andExpect(jsonPath("$.status").value("APPROVED"));
        by(CENTRE, post(at(id) + "/publication").content("{\"holdsFrom\":\"2020-01-01\"}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/holdsFrom"));
        by(CENTRE, post(at(id) + "/publication").content("{\"holdsFrom\":\"2099-01-01\"}"))
                .andExpect(jsonPath("$.holdsFrom").value("2099-01-01"));
        by(liaison, delete(at(id) + "/publication")).andExpect(status().isForbidden());
        by(CENTRE, delete(at(id) + "/publication"))
                .andExpect(jsonPath("$.holdsFrom").doesNotExist());
        by(CENTRE, post(at(id) + "/publication").content("{}"))
                .andExpect(jsonPath("$.status").value("PUBLISHED"))
                .andExpect(jsonPath("$.edition").isNumber());
        by(liaison, get("/api/revisions").param("q", name).param("kind", "ITEM"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].status").value("PUBLISHED"));
        by(liaison, get("/api/revisions").param("q", name).param("kind", "ONE_THING"))
                .andExpect(jsonPath("$.items", empty()));
        by(liaison, get("/api/revisions/versions").param("kind", "ITEM").param("name", name))
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].revision").value((int) id));
        mvc.perform(get("/revisions/versions")
                        .param("kind", "ITEM")
                        .param("name", name)
                        .with(SignedInAs.of(liaison)))
                .andExpect(status().isOk());
    }

    @Test
    @DisplayName("结果样本、复议诉讼途径、常见问题：不像网址、不像一问一答的指到格；发布后指南和接口都有")
    void sampleRemediesAndQuestions() throws Exception {
        long id = begun();
        by(liaison, put(at(id) + "/rows").content(saving(id, "items.csv", "result_sample", "见大厅")))
                .andExpect(jsonPath("$.faults[*].column", hasItem("result_sample")));
        by(liaison, put(at(id) + "/rows").content(saving(id, "items.csv", "result_sample", "https://lys.gov.cn/y.pdf")))
                .andExpect(jsonPath("$.faults", empty()));
        by(liaison, put(at(id) + "/rows").content(saving(id, "items.csv", "common_questions", "可以委托")))
                .andExpect(jsonPath("$.faults[0].message").value(containsString("一问一答")));
        by(liaison, put(at(id) + "/rows").content(saving(id, "items.csv", "common_questions", "要本人来吗？可以委托他人。")))
                .andExpect(jsonPath("$.faults", empty()));
        by(liaison, put(at(id) + "/rows").content(saving(id, "items.csv", "remedies", "①六十日内申请行政复议；②六个月内起诉")))
                .andExpect(jsonPath("$.faults", empty()));
        by(liaison, post(at(id) + "/submission")).andExpect(jsonPath("$.status").value("SUBMITTED"));
        by(lead, post(at(id) + "/approval")).andExpect(status().isOk());
        by(CENTRE, post(at(id) + "/publication").content("{}"))
                .andExpect(jsonPath("$.status").value("PUBLISHED"));
        String code = catalogs.current().itemNamed(name).orElseThrow().code();
        mvc.perform(get("/items/" + code))
                .andExpect(content().string(containsString("href=\"https://lys.gov.cn/y.pdf\"")))
                .andExpect(content().string(containsString("六十日内申请行政复议")))
                .andExpect(content().string(containsString("要本人来吗？可以委托他人。")));
        mvc.perform(get("/api/items/" + code))
                .andExpect(jsonPath("$.particulars.resultSample").value("https://lys.gov.cn/y.pdf"))
                .andExpect(jsonPath("$.particulars.remedies", hasSize(2)))
                .andExpect(jsonPath("$.particulars.commonQuestions", hasSize(1)));
    }

    @Test
    @DisplayName("再起草一次是同一份；两个人同时存，后一个被告知；什么都没有的名称是 404")
    void onceAndOneAtATime() throws Exception {
        long id = begun();
        assertThat(begun()).isEqualTo(id);
        String first = saving(id, "items.csv", "phone", "0379-63000001");
        String second = saving(id, "items.csv", "phone", "0379-63000002");
        by(liaison, put(at(id) + "/rows").content(first)).andExpect(status().isOk());
        by(liaison, put(at(id) + "/rows").content(second)).andExpect(status().isConflict());
        by(liaison, get("/api/revisions/versions").param("kind", "ITEM").param("name", "没有的事项"))
                .andExpect(status().isNotFound());
        Actor stranger = SignedInAs.actor("stranger", "swj", null, Role.LIAISON);
        by(stranger, get(at(id))).andExpect(status().isNotFound());
        by(stranger, put(at(id) + "/rows").content(first)).andExpect(status().isNotFound());
        by(liaison, post(at(id) + "/withdrawal")).andExpect(jsonPath("$.status").value("WITHDRAWN"));
    }

    @Test
    @DisplayName("打开以后又改过的，不能照旧提交、同意、发布：接口和页面都要求先看现在的内容")
    void asRead() throws Exception {
        long id = begun();
        int read = revisions.get(id, liaison).saves();
        by(liaison, put(at(id) + "/rows").content(saving(id, "items.csv", "phone", "0379-63000001")))
                .andExpect(status().isOk());
        by(liaison, post(at(id) + "/submission").param("saves", String.valueOf(read)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("看过现在的内容")));
        by(liaison, post(at(id) + "/submission").param("saves", String.valueOf(read + 1)))
                .andExpect(jsonPath("$.status").value("SUBMITTED"));
        by(lead, post(at(id) + "/approval").param("saves", String.valueOf(read)))
                .andExpect(status().isConflict());
        mvc.perform(post("/revisions/" + id + "/approve")
                        .param("saves", String.valueOf(read))
                        .with(SignedInAs.of(lead))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("看过现在的内容")))
                .andExpect(content().string(containsString("name=\"saves\" value=\"" + (read + 1))));
        assertThat(revisions.get(id, lead).status()).isEqualTo(RevisionStatus.SUBMITTED);
        by(lead, post(at(id) + "/approval").param("saves", String.valueOf(read + 1)))
                .andExpect(jsonPath("$.status").value("APPROVED"));
        by(
                        CENTRE,
                        post(at(id) + "/publication")
                                .param("saves", String.valueOf(read))
                                .content("{}"))
                .andExpect(status().isConflict());
    }

    @Test
    @DisplayName("一件事：事项的次序可以改，事项自己的内容不能；最后一个部门的确认重发一次照样答复；同一个标识不能用于两件事")
    void oneThing() throws Exception {
        String errand = "接口一件事" + name.substring(4);
        Map<String, String> wanted = Map.of(
                "kind", "ONE_THING",
                "name", errand,
                "from", "企业开办一件事",
                "window", "企业开办综合受理窗口",
                "audience", "enterprise",
                "lifeEvent", "企业开办与变更");
        long id = id(by(lead, post("/api/revisions").content(json.writeValueAsString(wanted)))
                .andExpect(status().isCreated()));
        Revision begun = revisions.get(id, lead);
        by(lead, put(at(id) + "/rows").content(rows(begun, "one-things.csv", "fee", "9 元")))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/rows/one-things.csv/0/fee"));
        by(lead, put(at(id) + "/rows").content(rows(begun, "topics.csv", "window", "没有的窗口")))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/rows/topics.csv/0/window"));
        by(lead, put(at(id) + "/rows").content(rows(begun, "one-things.csv", "seq", "77")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows['one-things.csv'][0].seq").value("77"));
        by(lead, post(at(id) + "/submission")).andExpect(status().isOk());
        List<String> cooperating = revisions.get(id, lead).cooperating();
        assertThat(cooperating).isNotEmpty();
        Actor last = lead;
        for (String department : cooperating) {
            last = SignedInAs.actor("l-" + department, department, null, Role.LIAISON);
            by(last, post(at(id) + "/confirmation")).andExpect(status().isOk());
        }
        by(last, post(at(id) + "/confirmation"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("APPROVED"));
        String key = UUID.randomUUID().toString();
        String remark = "{\"remark\":\"次序不对\"}";
        mvc.perform(keyed(CENTRE, post(at(id) + "/return").content(remark), key))
                .andExpect(status().isOk());
        by(lead, post(at(id) + "/submission")).andExpect(status().isOk());
        mvc.perform(keyed(CENTRE, post(at(id) + "/return").content(remark), key))
                .andExpect(jsonPath("$.status").value("SUBMITTED"));
        mvc.perform(keyed(CENTRE, post(at(id) + "/publication").content("{}"), key))
                .andExpect(status().isConflict());
        by(lead, post(at(id) + "/withdrawal")).andExpect(status().isOk());
    }

    @Test
    @DisplayName("别的事项的行、没有的文件和列、改部门：说清是哪一行哪一列，什么都没存")
    void onlyItsOwn() throws Exception {
        long id = begun();
        int saves = revisions.get(id, liaison).saves();
        String others = json.writeValueAsString(Map.of(
                "saves",
                saves,
                "rows",
                Map.of(
                        "materials.csv",
                        List.of(Map.of("item", "企业设立登记(有限责任公司)", "material", "公司章程", "colour", "红")),
                        "holidays.csv",
                        List.of())));
        by(liaison, put(at(id) + "/rows").content(others))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/rows/materials.csv/0/item")))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/rows/materials.csv/0/colour")))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/rows/holidays.csv")));
        by(liaison, put(at(id) + "/rows").content(saving(id, "items.csv", "department", "市税务局")))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/rows/items.csv/0/department"))
                .andExpect(jsonPath("$.errors[0].message", containsString("不能在这份修改里改")));
        by(
                        liaison,
                        put(at(id) + "/rows")
                                .content("{\"saves\":" + saves
                                        + ",\"rows\":{\"items.csv\":[null],\"materials.csv\":null}}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/rows/items.csv/0")))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/rows/materials.csv")))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/rows/item-fields.csv")));
        by(lead, post("/api/revisions").content(json.writeValueAsString(Map.of("kind", "ITEM", "name", name))))
                .andExpect(status().is4xxClientError());
        by(liaison, post("/api/revisions").content("{}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/kind"));
        assertThat(revisions.get(id, liaison).saves()).isEqualTo(saves);
    }
}
