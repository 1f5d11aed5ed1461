package city.onewindow.catalog.revision.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("事项维护页面")
class RevisionPagesTest extends KeepersHouseTest {

    private static MockHttpServletRequestBuilder by(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(SignedInAs.of(actor));
    }

    private static MockHttpServletRequestBuilder sent(Actor actor, String path) {
        return by(actor, post(path).with(csrf()));
    }

    /** What the editor of a revision sends if nothing is touched. */
    private MockHttpServletRequestBuilder form(String path, Revision revision) {
        return form(path, revision, "", "");
    }

    /** What it sends if one column of the item's own row is changed. */
    private MockHttpServletRequestBuilder form(String path, Revision revision, String changed, String typed) {
        MockHttpServletRequestBuilder form = sent(liaison, path).param("saves", String.valueOf(revision.saves()));
        revision.rows().rows().forEach((file, rows) -> {
            for (int row = 0; row < rows.size(); row++) {
                int at = row;
                rows.get(row)
                        .forEach((column, value) -> form.param(
                                file + "[" + at + "]." + column,
                                file.equals("items.csv") && column.equals(changed) ? typed : value));
            }
        });
        return form;
    }

    private String begun() throws Exception {
        return Objects.requireNonNull(
                mvc.perform(sent(liaison, "/revisions").param("name", name).param("from", COPIED))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private Revision at(String page) {
        return revisions
                .view(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)), liaison)
                .revision();
    }

    private void through(String page, Revision revision) throws Exception {
        mvc.perform(form(page + "/submit", revision)).andExpect(redirectedUrl(page));
        mvc.perform(sent(lead, page + "/approve")).andExpect(redirectedUrl(page));
        mvc.perform(sent(CENTRE, page + "/publish")).andExpect(redirectedUrl(page));
    }

    @Test
    @DisplayName("联络员照着另一个事项新建，牵头部门同意，中心发布：公开的指南就有了；取消之后又没有了")
    void fromLiaisonToGuide() throws Exception {
        String page = begun();
        mvc.perform(by(liaison, get(page)))
                .andExpect(content().string(containsString("name=\"items.csv[0].result_doc\"")))
                .andExpect(content().string(containsString("name=\"materials.csv[0].material\"")))
                .andExpect(content().string(containsString("formaction=\"" + page + "/submit\"")));
        mvc.perform(by(liaison, get(page + "/preview")))
                .andExpect(content().string(containsString("还没有发布")))
                .andExpect(content().string(containsString(name)));
        mvc.perform(form(page, at(page), "phone", "0379-00000001")).andExpect(redirectedUrl(page));
        mvc.perform(form(page, at(page), "conditions", "已经登记\n场所已备案")).andExpect(redirectedUrl(page));
        mvc.perform(form(page + "/submit", at(page))).andExpect(redirectedUrl(page));
        mvc.perform(by(liaison, get(page)))
                .andExpect(content().string(containsString("已提交")))
                .andExpect(content().string(not(containsString("name=\"items.csv"))));
        mvc.perform(sent(lead, page + "/return").param("remark", "")).andExpect(status().isUnprocessableContent());
        mvc.perform(sent(lead, page + "/return").param("remark", "请写明办理结果")).andExpect(redirectedUrl(page));
        mvc.perform(by(liaison, get(page))).andExpect(content().string(containsString("请写明办理结果")));
        through(page, at(page));
        mvc.perform(by(liaison, get(page + "/preview")))
                .andExpect(content().string(containsString("这份修改已经发布")))
                .andExpect(content().string(containsString("href=\"" + page + "\"")));
        Item published = catalogs.current().itemNamed(name).orElseThrow();
        for (String place : List.of("/items/" + published.code(), "/items/" + published.code() + "/notice")) {
            mvc.perform(get(place))
                    .andExpect(content().string(containsString(name)))
                    .andExpect(content().string(containsString("<li>场所已备案</li>")))
                    .andExpect(content().string(containsString("咨询电话")))
                    .andExpect(content().string(containsString("0379-00000001")));
        }
        mvc.perform(get("/api/items/" + published.code()))
                .andExpect(jsonPath("$.particulars.phone").value("0379-00000001"))
                .andExpect(jsonPath("$.particulars.conditions[1]").value("场所已备案"));

        Revision end = revisions.begin(Revision.Kind.ITEM, name, liaison);
        String endPage = "/revisions/" + end.id();
        mvc.perform(form(endPage, end)).andExpect(redirectedUrl(endPage));
        assertThat(at(endPage).changes())
                .as("nothing was touched, so nothing is changed")
                .isEmpty();
        mvc.perform(form(endPage, at(endPage), "status", "取消")).andExpect(redirectedUrl(endPage));
        through(endPage, at(endPage));
        assertThat(catalogs.current().items()).extracting(Item::name).doesNotContain(name);
    }

    @Test
    @DisplayName("旁边的预览跟着改；写错的时候说还有几处；差别按名称和中文的列说")
    void besideAndDifferences() throws Exception {
        Revision revision = revisions.begin(Revision.Kind.ITEM, COPIED, liaison);
        String page = "/revisions/" + revision.id();
        mvc.perform(by(liaison, get(page))).andExpect(content().string(containsString("src=\"" + page + "/beside\"")));
        mvc.perform(by(liaison, get("/revisions")))
                .andExpect(content().string(containsString("正在修改：" + revision.changedByName())));
        Map<String, List<Map<String, String>>> rows =
                new HashMap<>(revision.rows().rows());
        List<Map<String, String>> fields = new ArrayList<>(revision.rows().of("item-fields.csv"));
        fields.add(Map.of("item", COPIED, "data_element", "person_former_name", "required", "选填", "order", "9990"));
        rows.put("item-fields.csv", fields);
        Map<String, String> own = new HashMap<>(revision.rows().of("items.csv").get(0));
        own.put("result_doc", "刻章回执");
        rows.put("items.csv", List.of(own));
        Revision saved = revisions.save(revision.id(), rows, revision.saves(), liaison);
        mvc.perform(by(liaison, get(page + "/beside"))).andExpect(content().string(containsString("刻章回执")));
        String name = Objects.requireNonNull(
                        catalogs.current().content().elements().get("person_former_name"))
                .name();
        mvc.perform(by(CENTRE, get(page)))
                .andExpect(content().string(containsString("办理结果")))
                .andExpect(content().string(containsString("<ins>刻章回执</ins>")))
                .andExpect(content().string(containsString("表单字段「" + name + "」")))
                .andExpect(content().string(containsString("必填或选填：选填")));
        own.put("visits", "三次");
        revisions.save(saved.id(), rows, saved.saves(), liaison);
        mvc.perform(by(liaison, get(page + "/beside"))).andExpect(content().string(containsString("还有 1 处要改正")));
        mvc.perform(sent(liaison, page + "/withdraw")).andExpect(redirectedUrl(page));
    }

    @Test
    @DisplayName("写错的保存得住，提交时指到那一格；别人先存的，后存的看得见两边")
    void faultsAndConflicts() throws Exception {
        String page = begun();
        Revision read = at(page);
        mvc.perform(form(page, read, "visits", "三次")).andExpect(redirectedUrl(page));
        mvc.perform(form(page + "/submit", at(page)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#f-items-csv-0--visits\"")))
                .andExpect(content().string(containsString("id=\"f-items-csv-0--visits-error\"")));
        mvc.perform(form(page + "/autosave", read, "phone", "0379-1"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("没有保存")));
        mvc.perform(form(page, read, "visits", "2"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("仍按我的填写保存")))
                .andExpect(content().string(containsString("<ins>2</ins>")))
                .andExpect(content().string(containsString("value=\"2\"")));
        mvc.perform(form(page, read, "phone", "0379-63000000"))
                .andExpect(flash().attribute("notice", hasToString(containsString("两边都留下了"))));
        assertThat(at(page).rows().of("items.csv").get(0))
                .containsEntry("visits", "三次")
                .containsEntry("phone", "0379-63000000");
        mvc.perform(sent(liaison, page + "/withdraw")).andExpect(redirectedUrl(page));
    }

    @Test
    @DisplayName("有错误的：保存时、徽标上都说有几条错误；发布前说发布不了，发布时每一条都说；退回以后，一打开就看见为什么")
    void errorsAndWhyItCameBack() throws Exception {
        String page = begun();
        mvc.perform(form(page + "/autosave", at(page), "legal_basis", "食品安全法第九百条；药品管理法第八百条"))
                .andExpect(content().string(containsString("校核有 2 条错误，不改正不能发布")))
                .andExpect(content().string(containsString("2 条错误</span>")))
                .andExpect(content().string(not(containsString("没有错误"))));
        mvc.perform(form(page + "/submit", at(page), "legal_basis", "食品安全法第九百条；药品管理法第八百条"))
                .andExpect(redirectedUrl(page));
        mvc.perform(sent(lead, page + "/approve")).andExpect(redirectedUrl(page));
        mvc.perform(by(CENTRE, get(page))).andExpect(content().string(containsString("还有 2 条错误，这样发布不了")));
        mvc.perform(sent(CENTRE, page + "/publish"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("有 2 处需要改正：</p>")))
                .andExpect(content().string(containsString("《药品管理法》没有第八百条")))
                .andExpect(content().string(containsString("《食品安全法》没有第九百条")));
        mvc.perform(sent(CENTRE, page + "/return").param("remark", "请写明依据")).andExpect(redirectedUrl(page));
        mvc.perform(by(liaison, get(page)))
                .andExpect(content().string(containsString("退回，请照下面的意见改好再提交：")))
                .andExpect(content().string(containsString("<p class=\"history-remark\">请写明依据</p>")));
        mvc.perform(sent(liaison, page + "/withdraw")).andExpect(redirectedUrl(page));
        mvc.perform(by(liaison, get(page))).andExpect(content().string(not(containsString("请照下面的意见改好"))));
    }

    @Test
    @DisplayName("一件事的样例在编辑页上核对：改掉一条作用，它的样例就不符，说出算出来的是什么；不改好不能提交")
    void examples() throws Exception {
        String errand = "车辆购置上牌一件事";
        Actor keeper = SignedInAs.actor(
                "the-keeper",
                catalogs.current()
                        .window(catalogs.current()
                                .oneThingNamed(errand)
                                .orElseThrow()
                                .window())
                        .orElseThrow()
                        .leadDepartment(),
                null,
                Role.LEAD_DEPARTMENT);
        Revision begun = revisions.begin(Revision.Kind.ONE_THING, errand, keeper);
        String page = "/revisions/" + begun.id();
        mvc.perform(by(keeper, get(page)))
                .andExpect(content().string(containsString("样例核对")))
                .andExpect(content().string(containsString("name=\"situation-examples.csv[0].expected_items\"")))
                .andExpect(content().string(containsString("相符")))
                .andExpect(content().string(not(containsString("不符"))));
        Map<String, List<Map<String, String>>> rows = new HashMap<>(begun.rows().rows());
        rows.put(
                "situation-effects.csv",
                begun.rows().of("situation-effects.csv").stream()
                        .filter(effect -> !"include_item".equals(effect.get("effect")))
                        .toList());
        Revision saved = revisions.save(begun.id(), rows, begun.saves(), keeper);
        mvc.perform(by(keeper, get(page)))
                .andExpect(content().string(containsString("相符")))
                .andExpect(content().string(containsString("不符")))
                .andExpect(content().string(containsString("这样回答要办的事项是“")));
        assertThatThrownBy(() -> revisions.submit(saved.id(), null, keeper))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("这样回答要办的事项是");
        revisions.withdraw(saved.id(), keeper);
    }

    @Test
    @DisplayName("别的部门看不到；审计只能看；别的角色进不来")
    void whoMay() throws Exception {
        String page = begun();
        Actor stranger = SignedInAs.actor("stranger", "gjj", null, Role.LIAISON);
        mvc.perform(by(stranger, get(page))).andExpect(status().isNotFound());
        mvc.perform(by(stranger, get("/revisions"))).andExpect(content().string(not(containsString(name))));
        Actor auditor = SignedInAs.actor("auditor", "zwfw", null, Role.AUDITOR);
        mvc.perform(by(auditor, get(page)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"editor\""))));
        mvc.perform(sent(auditor, page + "/publish")).andExpect(status().isForbidden());
        mvc.perform(by(SignedInAs.actor("a-clerk", "scjg", "qykb", Role.CLERK), get("/revisions")))
                .andExpect(status().isForbidden());
        mvc.perform(sent(liaison, "/revisions").param("name", COPIED))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("已经有名为")));
        mvc.perform(sent(liaison, page + "/withdraw")).andExpect(redirectedUrl(page));
    }
}
