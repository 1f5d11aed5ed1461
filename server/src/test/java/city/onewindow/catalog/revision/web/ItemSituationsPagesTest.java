package city.onewindow.catalog.revision.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("联络员维护事项自己的情形")
class ItemSituationsPagesTest extends HouseTest {

    private static final String COPIED = "食品经营许可(食品销售)";
    private static final String EFFECTS = "situation-effects.csv";
    private static final String MATERIAL = "自动设备放置地点、许可证展示方法和食品安全风险管控方案";
    private static final Actor CENTRE = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    Revisions revisions;

    private final String name = "测试食品事项" + UUID.randomUUID().toString().substring(0, 8);
    private Actor liaison = CENTRE;
    private Actor lead = CENTRE;
    private String page = "";

    @BeforeEach
    void begin() throws Exception {
        Item item = catalogs.current().itemNamed(COPIED).orElseThrow();
        liaison = SignedInAs.actor("food-liaison", item.department(), null, Role.LIAISON);
        lead = SignedInAs.actor(
                "food-lead",
                catalogs.current().window(item.homeWindow()).orElseThrow().leadDepartment(),
                null,
                Role.LEAD_DEPARTMENT);
        page = Objects.requireNonNull(
                mvc.perform(sent(liaison, "/revisions").param("name", name).param("from", COPIED))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private static MockHttpServletRequestBuilder sent(Actor actor, String path) {
        return post(path).with(csrf()).with(SignedInAs.of(actor));
    }

    private Revision revision() {
        return revisions
                .view(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)), liaison)
                .revision();
    }

    /** What the editor sends with one column of the first effect typed anew. */
    private MockHttpServletRequestBuilder form(String path, String column, String typed) {
        Revision revision = revision();
        MockHttpServletRequestBuilder form = sent(liaison, path).param("saves", String.valueOf(revision.saves()));
        revision.rows().rows().forEach((file, rows) -> {
            for (int row = 0; row < rows.size(); row++) {
                int at = row;
                rows.get(row)
                        .forEach((name, value) -> form.param(
                                file + "[" + at + "]." + name,
                                file.equals(EFFECTS) && at == 0 && name.equals(column) ? typed : value));
            }
        });
        return form;
    }

    private String editor() throws Exception {
        return mvc.perform(get(page).with(SignedInAs.of(liaison)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("复制时情形、作用和样例一起来，名称换成新的；编辑页有这几部分，样例相符")
    void copied() throws Exception {
        List<Map<String, String>> effects = revision().rows().of(EFFECTS);
        assertThat(effects)
                .singleElement()
                .satisfies(effect -> assertThat(effect)
                        .containsEntry("one_thing", name)
                        .containsEntry("target", name + "::" + MATERIAL));
        assertThat(editor())
                .contains("情形问题", "是否利用自动售货等自动设备经营？", "回答的作用", "样例核对", "相符")
                .doesNotContain("不符", "要办这个事项");
    }

    @Test
    @DisplayName("改坏一条作用：样例不符，说出算出来的是什么；写错的指到那一格")
    void wrong() throws Exception {
        mvc.perform(form(page, "answer", "no")).andExpect(redirectedUrl(page));
        assertThat(editor()).contains("不符", "没有要“VENDING_PLAN”，样例写的是要");
        mvc.perform(form(page, "target", name + "::没有的材料")).andExpect(redirectedUrl(page));
        assertThat(editor()).contains("没有材料“没有的材料”");
    }

    @Test
    @DisplayName("预览、差别里都有；发布后单办的指南、告知单和接口都照它问")
    void published() throws Exception {
        mvc.perform(get(page + "/preview").param("q_vending", "yes").with(SignedInAs.of(liaison)))
                .andExpect(content().string(containsString(MATERIAL)));
        mvc.perform(form(page + "/submit", "", "")).andExpect(redirectedUrl(page));
        mvc.perform(sent(lead, page + "/approve")).andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(SignedInAs.of(CENTRE)))
                .andExpect(content().string(containsString("是否利用自动售货等自动设备经营？")));
        mvc.perform(sent(CENTRE, page + "/publish")).andExpect(redirectedUrl(page));
        String code = catalogs.current().itemNamed(name).orElseThrow().code();
        mvc.perform(get("/items/" + code))
                .andExpect(content().string(containsString("是否利用自动售货等自动设备经营？")))
                .andExpect(content().string(not(containsString(MATERIAL))));
        mvc.perform(get("/items/" + code + "/notice").param("q_vending", "yes"))
                .andExpect(content().string(containsString(MATERIAL)));
        mvc.perform(get("/api/items/" + code))
                .andExpect(jsonPath("$.questions[0].code").value("q_vending"))
                .andExpect(jsonPath("$.effects[0].material").value(MATERIAL));
    }
}
