package city.onewindow.catalog.revision.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Calls of those who keep the content, each in its own name. */
abstract class RevisionsApiHouseTest extends HouseTest {

    static final String COPIED = "公章刻制备案";
    static final Actor CENTRE = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    Catalogs catalogs;

    @Autowired
    Revisions revisions;

    @Autowired
    JsonMapper json;

    final String name = "接口事项" + UUID.randomUUID().toString().substring(0, 8);
    Actor liaison = CENTRE;
    Actor lead = CENTRE;

    @BeforeEach
    void parties() {
        Item item = catalogs.current().itemNamed(COPIED).orElseThrow();
        liaison = SignedInAs.actor("the-liaison", item.department(), null, Role.LIAISON);
        lead = SignedInAs.actor(
                "the-lead",
                catalogs.current().window(item.homeWindow()).orElseThrow().leadDepartment(),
                null,
                Role.LEAD_DEPARTMENT);
    }

    ResultActions by(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(keyed(actor, request, UUID.randomUUID().toString()));
    }

    static MockHttpServletRequestBuilder keyed(Actor actor, MockHttpServletRequestBuilder request, String key) {
        return request.with(SignedInAs.of(actor))
                .with(csrf())
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON);
    }

    static long id(ResultActions answer) throws Exception {
        Number id = JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.revision.id");
        return id.longValue();
    }

    long begun() throws Exception {
        return id(by(
                        liaison,
                        post("/api/revisions")
                                .content(json.writeValueAsString(Map.of("kind", "ITEM", "name", name, "from", COPIED))))
                .andExpect(status().isCreated()));
    }

    String saving(long id, String file, String column, String value) {
        return rows(revisions.get(id, liaison), file, column, value);
    }

    static String at(long id) {
        return "/api/revisions/" + id;
    }

    /** As they are sent to be saved, with one cell of a file's first row changed. */
    String rows(Revision revision, String file, String column, String value) {
        Map<String, List<Map<String, String>>> rows =
                new HashMap<>(revision.rows().rows());
        List<Map<String, String>> list = new ArrayList<>(revision.rows().of(file));
        Map<String, String> cells = new HashMap<>(list.get(0));
        cells.put(column, value);
        list.set(0, cells);
        rows.put(file, list);
        return json.writeValueAsString(Map.of("saves", revision.saves(), "rows", rows));
    }
}
