package city.onewindow.catalog.revision.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.Actor;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Calls of those who keep the content, each in its own name. */
abstract class RevisionsApiHouseTest extends KeepersHouseTest {

    @Autowired
    JsonMapper json;

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
