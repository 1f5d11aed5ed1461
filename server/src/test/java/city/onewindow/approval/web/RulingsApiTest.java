package city.onewindow.approval.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("复议、诉讼结果的接口")
class RulingsApiTest extends ApprovalHouseTest {

    private static final Actor OTHER = SignedInAs.actor("other-decider", "dep-a", null, Role.DECIDER);

    @Test
    @DisplayName("登记、重新办理、旧文书核验、写明不同之处再不予，全程走接口；重发的照第一次回答")
    void wholeWay() throws Exception {
        String number = cases.accept("a");
        deny(number, "a");
        deliver(number, "a");
        act(number, "rulings", "{}", key())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(7));
        String today = now().toLocalDate().toString();
        String ruling = """
                {"organ": "COURT", "organName": "某区人民法院", "document": "（2026）豫0311行初12号", "dated": "%s",
                 "reachedOn": "%s", "kind": "DECIDE_ANEW", "rules": "撤销，责令重新作出。", "days": 60, "unit": "NATURAL"}
                """.formatted(today, today);
        String key = key();
        String told = act(number, "rulings", ruling, key)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matter.step").value("REVIEW"))
                .andExpect(jsonPath("$.rulings[0].kind").value("DECIDE_ANEW"))
                .andExpect(jsonPath("$.history[-1].ground").value("行政诉讼法 第七十条"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        act(number, "rulings", ruling, key).andExpect(status().isOk());
        act(number, "rulings", ruling, key()).andExpect(status().isConflict());
        String code = JsonPath.<List<String>>read(told, "$.documents[?(@.kind=='DENIAL')].verifyCode")
                .get(0);
        mvc.perform(get("/api/documents/" + code))
                .andExpect(jsonPath("$.revokedHow").value("SET_ASIDE"))
                .andExpect(jsonPath("$.revokedBy").value(containsString("某区人民法院")))
                .andExpect(jsonPath("$.revokedOn").isNotEmpty());
        mvc.perform(post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"%s\", \"queryCode\": \"CODE%s\"}".formatted(number, number)))
                .andExpect(jsonPath("$.parts[0].step").value("REVIEW"))
                .andExpect(jsonPath("$.parts[0].refusal").isEmpty());
        review(number, "a");
        String denial = "{\"reason\": \"不符合\", \"ground\": \"某法\"%s}";
        act(number, "deny", denial.formatted(""), key())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/different"));
        act(number, "deny", denial.formatted(", \"different\": \"另查明\""), key())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matter.outcome").value("DENIED"));
    }

    private ResultActions act(String number, String act, String body, String key) throws Exception {
        return mvc.perform(post("/api/matters/" + number + "/a/" + act)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .header(IdempotencyKey.HEADER, key)
                .with(SignedInAs.of(OTHER)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
