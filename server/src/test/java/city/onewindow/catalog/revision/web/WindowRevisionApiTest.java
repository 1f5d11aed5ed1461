package city.onewindow.catalog.revision.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.catalog.Window;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Rule;
import city.onewindow.catalog.lint.Waivers;
import city.onewindow.catalog.revision.Change;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.SignedInAs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("窗口的修改，校核意见")
class WindowRevisionApiTest extends RevisionsApiHouseTest {

    private static final String WINDOW = "商事登记综合受理窗口";

    @Autowired
    Waivers waivers;

    private Window before;

    @BeforeEach
    void asItIs() {
        before = catalogs.current().window("ssdj").orElseThrow();
    }

    /** Other tests look at what the windows say. */
    @AfterEach
    void bringBack() {
        catalogs.publish(new RowWriter(catalogs.current().content()).window(before, "import"), "admin", it -> {});
    }

    @Test
    @DisplayName("窗口：牵头部门改得了说明和配合部门，改不了类型和牵头；发布后公开的窗口列表马上是新的")
    void window() throws Exception {
        long id = id(by(
                        lead,
                        post("/api/revisions")
                                .content(json.writeValueAsString(Map.of("kind", "WINDOW", "name", WINDOW))))
                .andExpect(status().isCreated()));
        Revision begun = revisions.get(id, lead);
        by(lead, put(at(id) + "/rows").content(rows(begun, "windows.csv", "kind", "general")))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/rows/windows.csv/0/kind"));
        by(
                        lead,
                        put(at(id) + "/rows")
                                .content(json.writeValueAsString(
                                        Map.of("saves", begun.saves(), "rows", Map.of("windows.csv", List.of())))))
                .andExpect(jsonPath("$.errors[0].pointer").value("/rows/windows.csv"));
        by(lead, put(at(id) + "/rows").content(rows(begun, "windows.csv", "name_zh", "别的窗口")))
                .andExpect(jsonPath("$.errors[0].pointer").value("/rows/windows.csv/0/name_zh"));
        by(lead, put(at(id) + "/rows").content(rows(begun, "windows.csv", "scope_zh", name)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faults", empty()))
                .andExpect(jsonPath("$.changes", hasSize(1)));
        by(lead, post(at(id) + "/submission")).andExpect(jsonPath("$.status").value("APPROVED"));
        by(CENTRE, post(at(id) + "/publication").content("{}"))
                .andExpect(jsonPath("$.status").value("PUBLISHED"));
        mvc.perform(get("/api/windows")).andExpect(jsonPath("$[*].scope", hasItem(name)));
        by(lead, get("/api/revisions/versions").param("kind", "WINDOW").param("name", WINDOW))
                .andExpect(jsonPath("$[0].revision").value((int) id));
        by(lead, post("/api/revisions").content(json.writeValueAsString(Map.of("kind", "WINDOW", "name", "没有的窗口"))))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("起草后导入改了顺序：以现行版本为准继续，提交的就不会把它改回去；去掉又选回来的部门不算改动")
    void whatIsTheCentresStays() throws Exception {
        Revision begun = revisions.begin(Revision.Kind.WINDOW, WINDOW, lead);
        ContentRows rows = new RowWriter(catalogs.current().content()).window(before, "import");
        Map<String, String> moved = new HashMap<>(rows.of("windows.csv").get(0));
        moved.put("order", String.valueOf(before.order() + 1));
        catalogs.publish(
                new ContentRows("import", Map.of("windows.csv", List.of(moved)), List.of()), "admin", it -> {});

        List<String> sorted = before.cooperatingDepartments().stream().sorted().toList();
        revisions.rebase(begun.id(), begun.saves(), lead);
        assertThat(revisions.get(begun.id(), lead).changes()).isEmpty();
        keep(begun.id(), "", sorted.subList(1, sorted.size()));
        keep(begun.id(), "", sorted);
        assertThat(revisions.get(begun.id(), lead).changes())
                .extracting(Change::column)
                .containsExactly("scope_zh");
        revisions.withdraw(begun.id(), lead);
    }

    private void keep(long id, String act, List<String> cooperating) throws Exception {
        String page = "/revisions/" + id;
        mvc.perform(post(page + act)
                        .param("saves", String.valueOf(revisions.get(id, lead).saves()))
                        .param("windows.csv[0].scope_zh", name)
                        .param("windows.csv[0].name_en", "Commercial registration window")
                        .param("windows.csv[0].cooperating_departments", cooperating.toArray(String[]::new))
                        .with(SignedInAs.of(lead))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
    }

    @Test
    @DisplayName("校核意见：豁免了的不再列；还有要改正的时候先不说")
    void findings() throws Exception {
        long id = begun();
        by(liaison, put(at(id) + "/rows").content(saving(id, "items.csv", "fee", "50元")))
                .andExpect(jsonPath("$.findings[*].rule", hasItem("FEE_WITHOUT_GROUND")));
        Revision revision = revisions.get(id, liaison);
        Finding found = revision
                .kind()
                .findings(name, revisions.view(id, liaison).draft().content())
                .stream()
                .filter(finding -> finding.rule() == Rule.FEE_WITHOUT_GROUND)
                .findFirst()
                .orElseThrow();
        waivers.waive(found, "收费依据正在由省发改委修订，九月底前补上", CENTRE);
        by(liaison, get(at(id))).andExpect(jsonPath("$.findings[*].rule", not(hasItem("FEE_WITHOUT_GROUND"))));
        by(liaison, put(at(id) + "/rows").content(saving(id, "items.csv", "visits", "三次")))
                .andExpect(jsonPath("$.faults", hasSize(1)))
                .andExpect(jsonPath("$.findings[*].rule", hasItem("GUIDE_ONLY")));
    }
}
