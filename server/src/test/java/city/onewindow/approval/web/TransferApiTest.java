package city.onewindow.approval.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("移送接口")
class TransferApiTest extends HouseTest {

    private static final Actor SENDER = SignedInAs.actor("scjg-decide", "scjg", null, Role.DECIDER);
    private static final Actor RECEIVER = SignedInAs.actor("zjj-decide", "zjj", null, Role.DECIDER);
    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final String TO_ZJJ = "{\"department\": \"zjj\", \"reason\": \"职能已划转。\"}";
    private static final String REASON = "{\"reason\": \"不是我局职责。\"}";

    private String number = "";
    private String matter = "";

    @BeforeEach
    void aCase() {
        number = startups.accept();
        matter = "/api/matters/" + number + "/" + startups.item("企业设立登记(有限责任公司)");
    }

    @Test
    @DisplayName("移送、接收；重发得到同一结果；原部门和新部门都读得到经过")
    void takenOn() throws Exception {
        String key = UUID.randomUUID().toString();
        for (int times = 0; times < 2; times++) {
            act("transfer", TO_ZJJ, SENDER, key)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.matter.step").value("TRANSFER"))
                    .andExpect(jsonPath("$.matter.department").value("zjj"))
                    .andExpect(jsonPath("$.next[0].act").value("RECALL"))
                    .andExpect(jsonPath("$.transfers[0].from").value("scjg"));
        }
        mvc.perform(get("/api/matters").param("step", "TRANSFER").with(SignedInAs.of(RECEIVER)))
                .andExpect(jsonPath("$.items[*].matter.number", hasItem(number)));
        mvc.perform(get("/api/cases/" + number).with(SignedInAs.of(MANAGER)))
                .andExpect(jsonPath("$.owed[0].department").value("zjj"));
        act("take-on", "{}", RECEIVER, UUID.randomUUID().toString())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matter.step").value("REVIEW"))
                .andExpect(jsonPath("$.transfers[0].answer.ending").value("TAKE_ON"));
        mvc.perform(get("/api/cases/" + number).with(SignedInAs.of(SENDER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.transfers[0].to").value("zjj"));
        act(
                        "transfer",
                        "{\"department\": \"scjg\"}",
                        RECEIVER,
                        UUID.randomUUID().toString())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/reason"));
    }

    @Test
    @DisplayName("退回、收回、指定；没有这个角色的不能办")
    void declinedRecalledAssigned() throws Exception {
        Actor reviewer = SignedInAs.actor("scjg-review", "scjg", null, Role.REVIEWER);
        act("transfer", TO_ZJJ, reviewer, UUID.randomUUID().toString()).andExpect(status().isForbidden());
        act("transfer", TO_ZJJ, SENDER, UUID.randomUUID().toString()).andExpect(status().isOk());
        act("recall", REASON, SENDER, UUID.randomUUID().toString())
                .andExpect(jsonPath("$.matter.department").value("scjg"));
        act("transfer", TO_ZJJ, SENDER, UUID.randomUUID().toString()).andExpect(status().isOk());
        act("decline", REASON, RECEIVER, UUID.randomUUID().toString())
                .andExpect(jsonPath("$.matter.department").value("scjg"));
        mvc.perform(get("/api/matters/disputed").with(SignedInAs.of(MANAGER)))
                .andExpect(jsonPath("$[*].number", hasItem(number)));
        act("transfer", TO_ZJJ, SENDER, UUID.randomUUID().toString())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("退回过")));
        act("assign", TO_ZJJ, SENDER, UUID.randomUUID().toString()).andExpect(status().isForbidden());
        act("assign", TO_ZJJ, MANAGER, UUID.randomUUID().toString())
                .andExpect(jsonPath("$.matter.department").value("zjj"))
                .andExpect(jsonPath("$.transfers[2].answer.ending").value("ASSIGN"));
        mvc.perform(get("/api/matters/disputed").with(SignedInAs.of(MANAGER)))
                .andExpect(jsonPath("$[*].number", not(hasItem(number))));
    }

    @Test
    @DisplayName("既是中心管理又有决定权限的，页面上选移送还是指定，都能选部门")
    void managerWhoDecides() throws Exception {
        act("transfer", TO_ZJJ, SENDER, UUID.randomUUID().toString()).andExpect(status().isOk());
        act("decline", REASON, RECEIVER, UUID.randomUUID().toString()).andExpect(status().isOk());
        Actor both = SignedInAs.actor("both", "scjg", null, Role.DECIDER, Role.MANAGER);
        mvc.perform(get(matter.replace("/api", "") + "/transfer").with(SignedInAs.of(both)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"TRANSFER\"")))
                .andExpect(content().string(containsString("value=\"ASSIGN\"")))
                .andExpect(content().string(containsString("name=\"department\"")));
    }

    private ResultActions act(String act, String body, Actor actor, String key) throws Exception {
        return mvc.perform(post(matter + "/" + act)
                .with(SignedInAs.of(actor))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
