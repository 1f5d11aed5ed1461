package city.onewindow.approval;

import static city.onewindow.approval.SecondStage.PERMIT;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.kernel.IdempotencyKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("前阶段已经办出的，一次性告知不能要求申请人提交")
class NoticeGateTest extends HouseTest {

    /** The item of the second stage that asks for it. */
    private static final String ASKS = "建设工程设计方案审查";

    private List<Map<String, String>> asShipped;
    private SecondStage second;

    /** As shipped the centre fetches the permit from a register; where there is none, it is the applicant's to bring. */
    @BeforeEach
    void anEarlierStage() {
        asShipped = Objects.requireNonNull(
                        Revision.Kind.ITEM.published(ASKS, catalogs.current().content()))
                .of("materials.csv");
        publish(asShipped.stream().map(NoticeGateTest::brought).toList());
        second = new SecondStage(house, transaction, clock);
    }

    @AfterEach
    void shipped() {
        publish(asShipped);
    }

    private static Map<String, String> brought(Map<String, String> row) {
        Map<String, String> brought = new HashMap<>(row);
        if (PERMIT.equals(row.get("shared_key"))) {
            brought.put("shareable_from", "");
        }
        return brought;
    }

    private void publish(List<Map<String, String>> materials) {
        catalogs.publish(new ContentRows("import", Map.of("materials.csv", materials), List.of()), "admin", next -> {});
    }

    @Test
    @DisplayName("没有取用就告知：不出具，写明先取用哪一份、在哪个办件；取用以后告知，不再提它")
    void offered() throws Exception {
        second.issue();
        notice().andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].pointer").value("/materials/" + PERMIT))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("先取用前阶段结果")))
                .andExpect(jsonPath("$.errors[0].message").value(containsString(second.permit.number())));
        mvc.perform(post("/desk/" + second.number + "/notice")
                        .param("at-version", String.valueOf(application().version()))
                        .with(SignedInAs.of(second.clerk))
                        .with(csrf()))
                .andExpect(content().string(containsString("先取用前阶段结果")));
        assertThat(application().status()).isEqualTo(ApplicationStatus.DRAFT);

        second.take();
        notice().andExpect(status().isOk());
        assertThat(application().demandable()).isNotEmpty().doesNotContain("/materials/" + PERMIT);
    }

    @Test
    @DisplayName("前阶段还没有办出的，告知申请人提交")
    void notIssued() throws Exception {
        notice().andExpect(status().isOk());
        assertThat(application().demandable()).contains("/materials/" + PERMIT);
    }

    private ResultActions notice() throws Exception {
        return mvc.perform(post("/api/applications/" + second.number + "/notice")
                .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                .with(SignedInAs.of(second.clerk)));
    }

    private Application application() {
        return second.dossier().application();
    }
}
