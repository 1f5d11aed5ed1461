package city.onewindow.approval.web;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.approval.StartupCases;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("联合踏勘接口")
class InspectionApiTest extends HouseTest {

    private static final Actor SYSTEM = SignedInAs.actor("scjg-system", "scjg", null, Role.REVIEWER, Role.DECIDER);
    private static final Actor STRANGER = SignedInAs.actor("swj-system", "swj", null, Role.REVIEWER, Role.DECIDER);
    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Test
    @DisplayName("从提议到形成记录全程走接口，重发得到同一结果；别的部门看不到")
    void fromProposalToRecord() throws Exception {
        String number = startups.accept();
        String item = startups.item("企业设立登记(有限责任公司)");
        String at = LocalDateTime.now(clock).plusDays(1).withNano(0) + "+08:00";
        String proposal = """
                {"items": ["%s"], "at": "%s", "place": "示例路1号", "subject": "住所", "officers": ["甲", "乙"]}
                """.formatted(item, at);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            send(SYSTEM, "/api/cases/" + number + "/inspections", proposal, key)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.seq").value(1))
                    .andExpect(jsonPath("$.state").value("AGREED"));
        }
        String place = "/api/inspections/" + number + "/1";
        mvc.perform(get(place).with(SignedInAs.of(STRANGER))).andExpect(status().isNotFound());
        mvc.perform(get("/api/cases/" + number + "/inspections").with(SignedInAs.of(STRANGER)))
                .andExpect(jsonPath("$.inspections", hasSize(0)));
        mvc.perform(get("/api/inspections?size=100").with(SignedInAs.of(MANAGER)))
                .andExpect(jsonPath("$.items[?(@.number == '" + number + "')]", hasSize(1)));
        String code = intake.dossier(number, StartupCases.CLERK).application().queryCode();
        mvc.perform(post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"" + number + "\", \"queryCode\": \"" + code + "\"}"))
                .andExpect(jsonPath("$.inspections[0].place").value("示例路1号"))
                .andExpect(jsonPath("$.inspections[0].officers").doesNotExist());

        send(SYSTEM, place + "/move", "{}", UUID.randomUUID().toString()).andExpect(status().isUnprocessableContent());
        clock.forward(Duration.ofDays(2));
        send(
                        SYSTEM,
                        place + "/finding",
                        "{\"result\": \"CONFORMS\", \"officers\": [\"丙\", \"丁\"], \"text\": \"一致\"}",
                        UUID.randomUUID().toString())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.visitors[0].answer.officers[0]").value("甲"))
                .andExpect(jsonPath("$.visitors[0].finding.officers[0]").value("丙"));
        send(
                        SYSTEM,
                        place + "/cancel",
                        "{\"reason\": \"不去\"}",
                        UUID.randomUUID().toString())
                .andExpect(status().isConflict());
        send(
                        SYSTEM,
                        place + "/record",
                        "{\"words\": \"无意见\"}",
                        UUID.randomUUID().toString())
                .andExpect(jsonPath("$.state").value("CLOSED"))
                .andExpect(jsonPath("$.record").isNotEmpty());
        mvc.perform(get(place).with(SignedInAs.of(SYSTEM)))
                .andExpect(jsonPath("$.next", hasSize(0)))
                .andExpect(jsonPath("$.history", hasSize(4)));
    }

    private ResultActions send(Actor actor, String path, String body, String key) throws Exception {
        return mvc.perform(post(path)
                .with(SignedInAs.of(actor))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
