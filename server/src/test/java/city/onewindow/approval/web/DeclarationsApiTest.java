package city.onewindow.approval.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("告知承诺的接口")
class DeclarationsApiTest extends ApprovalHouseTest {

    private Actor department = SignedInAs.actor("none", "none", null);
    private String number = "";
    private String matter = "";

    @BeforeEach
    void aCase() {
        String item = cases.declarable();
        department =
                SignedInAs.actor("declared-system", "dep-" + item, null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);
        number = cases.accept(item);
        matter = "/api/matters/" + number + "/" + item;
    }

    @Test
    @DisplayName("凭承诺准予、限期整改、核查相符，全程走接口；重发的照第一次回答")
    void wholeWay() throws Exception {
        mvc.perform(get("/api/declarations").with(SignedInAs.of(department)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].declared.number", hasItem(number)));
        act("grant", "{}", key()).andExpect(status().isConflict());
        String key = key();
        act("grant-declared", "{}", key)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.declared.state").value("CHECK_DUE"))
                .andExpect(jsonPath("$.declared.due").isNotEmpty());
        act("grant-declared", "{}", key).andExpect(status().isOk());
        act("order-mending", "{\"reason\": \"灭火器过期。\"}", key())
                .andExpect(jsonPath("$.declared.state").value("MENDING"));
        act("revoke", "{\"reason\": \"不实\", \"ground\": \"某法\", \"heard\": \"无\"}", key())
                .andExpect(status().isConflict());
        mvc.perform(post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"%s\", \"queryCode\": \"CODE%s\"}".formatted(number, number)))
                .andExpect(jsonPath("$.parts[0].declared.state").value("MENDING"))
                .andExpect(jsonPath("$.parts[0].declared.due").isNotEmpty())
                .andExpect(jsonPath("$.parts[0].declared.document").doesNotExist())
                .andExpect(jsonPath("$.parts[0].declared.found").doesNotExist());
        act("confirm", "{\"reason\": \"已更换。\"}", key())
                .andExpect(jsonPath("$.declared.state").value("CONFIRMED"))
                .andExpect(jsonPath("$.declared.found").value("已更换。"));
        mvc.perform(get("/api/declarations").with(SignedInAs.of(department)))
                .andExpect(jsonPath("$[*].declared.number", not(hasItem(number))));
    }

    @Test
    @DisplayName("撤回承诺走接口，此后按一般程序准予")
    void takenBack() throws Exception {
        act("take-back", "{}", key()).andExpect(status().isUnprocessableContent());
        act("take-back", "{\"reason\": \"申请人要求撤回。\"}", key())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.declared.state").value("TAKEN_BACK"));
        act("grant-declared", "{}", key()).andExpect(status().isConflict());
        act("review", "{\"recommendation\": \"GRANT\", \"opinion\": \"符合。\"}", key())
                .andExpect(status().isOk());
        act("grant", "{}", key()).andExpect(status().isOk());
    }

    @Test
    @DisplayName("申请人凭查询码走接口、在网页撤回承诺；晚了的，接口答 409，中、英文网页都写明原因和还能怎么办")
    void takenBackOnline() throws Exception {
        String online = "/api/online/" + number + "/matters/" + cases.declarable() + "/take-back";
        mvc.perform(post(online).header("Query-Code", "WRONG1").header(IdempotencyKey.HEADER, key()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"%s\", \"queryCode\": \"CODE%s\"}".formatted(number, number)))
                .andExpect(jsonPath("$.mayTakeBack", contains(cases.declarable())));
        mvc.perform(post(online).header("Query-Code", "CODE" + number).header(IdempotencyKey.HEADER, key()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.mayTakeBack").isEmpty())
                .andExpect(jsonPath("$.parts[0].declared.state").value("TAKEN_BACK"));
        mvc.perform(post(online).header("Query-Code", "CODE" + number).header(IdempotencyKey.HEADER, key()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("补交")));
        onThePage("zh").andExpect(content().string(containsString("没有办理。")));
        onThePage("en")
                .andExpect(content().string(containsString("before anything is granted")))
                .andExpect(content().string(containsString("lang=\"zh-CN\"")));
    }

    private ResultActions onThePage(String language) throws Exception {
        return mvc.perform(post("/track/act")
                        .param("lang", language)
                        .with(csrf())
                        .param("number", number)
                        .param("code", "CODE" + number)
                        .param("item", cases.declarable())
                        .param("act", "TAKE_BACK")
                        .param("key", key()))
                .andExpect(content().string(containsString("补交")));
    }

    @Test
    @DisplayName("不予以后，事项页写明不再核查，进度查询也不再说到承诺")
    void denied() throws Exception {
        deny(number, cases.declarable());
        Actor manager = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
        mvc.perform(get("/matters/" + number + "/" + cases.declarable()).with(SignedInAs.of(manager)))
                .andExpect(content().string(containsString("也不再核查")));
        mvc.perform(post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"%s\", \"queryCode\": \"CODE%s\"}".formatted(number, number)))
                .andExpect(jsonPath("$.parts[0].outcome").value("DENIED"))
                .andExpect(jsonPath("$.parts[0].declared").isEmpty());
        mvc.perform(post("/track")
                        .param("lang", "en")
                        .with(csrf())
                        .param("number", number)
                        .param("code", "CODE" + number))
                .andExpect(content()
                        .string(containsString(
                                "lang=\"zh-CN\">In Chinese, the reason: 不符合条件; and the legal ground: 某法第二条.")));
    }

    @Test
    @DisplayName("撤销要三样都写；撤销后证照核验为已撤销，进度查询说明理由")
    void revoked() throws Exception {
        act("grant-declared", "{}", key());
        act("certify", "{}", key()).andExpect(status().isOk());
        act("revoke", "{}", key())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(3));
        String told = act("revoke", "{\"reason\": \"不实\", \"ground\": \"某法\", \"heard\": \"无\"}", key())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matter.outcome").value("REVOKED"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String code = JsonPath.<java.util.List<String>>read(told, "$.documents[?(@.kind=='CERTIFICATE')].verifyCode")
                .get(0);
        mvc.perform(get("/api/documents/" + code))
                .andExpect(jsonPath("$.revokedWhy").value("不实"))
                .andExpect(jsonPath("$.revokedOn").isNotEmpty());
        mvc.perform(post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"%s\", \"queryCode\": \"CODE%s\"}".formatted(number, number)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.parts[0].outcome").value("REVOKED"))
                .andExpect(jsonPath("$.parts[0].refusal.reason").value("不实"));
    }

    private ResultActions act(String act, String body, String key) throws Exception {
        return mvc.perform(post(matter + "/" + act)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .header(IdempotencyKey.HEADER, key)
                .with(SignedInAs.of(department)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
