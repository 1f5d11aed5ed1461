package city.onewindow.intake.web;

import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Way;
import city.onewindow.kernel.Problem;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("申请的文件接口")
class FilesApiTest extends HouseTest {

    private static final byte[] PDF = "%PDF-1.7 章程".getBytes(StandardCharsets.UTF_8);

    Counter counter;

    @BeforeEach
    void openTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    private ResultActions send(String number, String name, byte[] content, String key) throws Exception {
        return mvc.perform(multipart("/api/applications/{number}/files", number)
                .file(new MockMultipartFile("file", name, null, content))
                .header("Idempotency-Key", key)
                .with(httpBasic("clerk", DemoAccounts.PASSWORD)));
    }

    private String kept(String number) throws Exception {
        String body = send(number, "章程.pdf", PDF, UUID.randomUUID().toString())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.mediaType").value("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(body, "$.id");
    }

    @Test
    @DisplayName("上传、读取；每次读取都有记录")
    void keepAndRead() throws Exception {
        String number = number(counter.begun());
        String id = kept(number);
        mvc.perform(get("/api/applications/{number}/files/{id}", number, id)
                        .with(httpBasic("clerk", DemoAccounts.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PDF));
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'file.open' and object = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("内容不对的、别的窗口的、别的申请的，都不行")
    void refused() throws Exception {
        String number = number(counter.begun());
        send(
                        number,
                        "章程.pdf",
                        "不是".getBytes(StandardCharsets.UTF_8),
                        UUID.randomUUID().toString())
                .andExpect(status().is(422));
        String other = number(counter.begun());
        String id = kept(other);
        mvc.perform(get("/api/applications/{number}/files/{id}", number, id)
                        .with(httpBasic("clerk", DemoAccounts.PASSWORD)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/applications/{number}/files/{id}", other, id)
                        .with(httpBasic("clerk-ssdj", DemoAccounts.PASSWORD)))
                .andExpect(status().isNotFound());
        CheckedMaterial foreign =
                new CheckedMaterial("ARTICLES", Way.FILE, List.of(), "", List.of(UUID.fromString(id)));
        assertThatThrownBy(() -> intake.check(number, foreign, Counter.CLERK))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("不是为这件申请上传的");
    }
}
