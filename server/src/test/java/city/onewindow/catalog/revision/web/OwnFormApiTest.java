package city.onewindow.catalog.revision.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.identity.Actor;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.OfficeFiles;
import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("接口里附上部门自己的表格")
class OwnFormApiTest extends RevisionsApiHouseTest {

    private static final byte[] CONTENT = OfficeFiles.docx("接口");

    private ResultActions sent(long id, byte[] content, Actor actor) throws Exception {
        return mvc.perform(multipart(at(id) + "/forms")
                .file(new MockMultipartFile("file", "委托书.docx", null, content))
                .param("paper", "BLANK")
                .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                .with(SignedInAs.of(actor))
                .with(csrf()));
    }

    @Test
    @DisplayName("先存文件，再把给的那一格写进行里；有关的人打得开")
    void attached() throws Exception {
        long id = begun();
        String answer = sent(id, CONTENT, liaison)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.column").value("blank_form"))
                .andExpect(jsonPath("$.form.name").value("委托书.docx"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String cell = JsonPath.read(answer, "$.cell");
        String digest = JsonPath.read(answer, "$.form.digest");
        by(lead, get(at(id) + "/forms/" + digest)).andExpect(status().isNotFound());
        by(liaison, put(at(id) + "/rows").content(saving(id, "materials.csv", "blank_form", cell)))
                .andExpect(status().isOk());
        for (String path : new String[] {at(id), "/revisions/" + id}) {
            by(lead, get(path + "/forms/" + digest))
                    .andExpect(status().isOk())
                    .andExpect(content().bytes(CONTENT));
        }
    }

    @Test
    @DisplayName("不是联络员的、有宏的、没有防重复标识的，都不收")
    void refused() throws Exception {
        long id = begun();
        sent(id, CONTENT, lead).andExpect(status().isForbidden());
        sent(id, OfficeFiles.packed("", "word/document.xml", "word/vbaProject.bin"), liaison)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/file"));
        mvc.perform(multipart(at(id) + "/forms")
                        .file(new MockMultipartFile("file", "a.docx", null, CONTENT))
                        .param("paper", "BLANK")
                        .with(SignedInAs.of(liaison))
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }
}
