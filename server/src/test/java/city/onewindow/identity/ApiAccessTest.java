package city.onewindow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DisplayName("接口的门禁")
class ApiAccessTest extends HouseTest {

    @Autowired
    Accounts accounts;

    @Autowired
    OwnPassword ownPassword;

    @Test
    @DisplayName("不报账号不答，说明怎么报；浏览器不弹窗")
    void anonymous() throws Exception {
        for (String path : new String[] {"/api/me", "/api/no-such-thing", "/api/audit"}) {
            mvc.perform(get(path))
                    .andExpect(status().isUnauthorized())
                    .andExpect(header().string("WWW-Authenticate", startsWith("Basic")))
                    .andExpect(header().string("Content-Type", startsWith("application/problem+json")))
                    .andExpect(jsonPath("$.status").value(401))
                    .andExpect(jsonPath("$.detail", containsString("HTTP Basic")));
        }
        mvc.perform(get("/api/me").header("Sec-Fetch-Mode", "navigate"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist("WWW-Authenticate"));
    }

    @Test
    @DisplayName("报了账号就知道是谁，不留会话")
    void me() throws Exception {
        String clerk = ready(Role.CLERK);
        mvc.perform(get("/api/me").with(as(clerk)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.account").value(clerk))
                .andExpect(jsonPath("$.window").value("qykb"))
                .andExpect(jsonPath("$.roles[0]").value("CLERK"))
                .andExpect(cookie().doesNotExist("onewindow"));
    }

    @Test
    @DisplayName("没有的地址，报了账号是 404")
    void unknownPath() throws Exception {
        mvc.perform(get("/api/no-such-thing").with(as(ready(Role.MANAGER)))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("角色不够答 403，问题详情说清楚")
    void forbidden() throws Exception {
        String administrator = ready(Role.ADMINISTRATOR);
        mvc.perform(get("/api/audit").with(as(administrator)))
                .andExpect(status().isForbidden())
                .andExpect(header().string("Content-Type", startsWith("application/problem+json")))
                .andExpect(jsonPath("$.detail", containsString("权限")));
        mvc.perform(get("/api/accounts").with(as(ready(Role.AUDITOR)))).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("接口上猜密码一样会锁，刚才验过的也进不来")
    void lockOut() throws Exception {
        String manager = ready(Role.MANAGER);
        mvc.perform(get("/api/me").with(as(manager))).andExpect(status().isOk());
        for (int i = 0; i < FailedSignIns.ALLOWED; i++) {
            mvc.perform(get("/api/me").with(httpBasic(manager, "wrong"))).andExpect(status().isUnauthorized());
        }
        mvc.perform(get("/api/me").with(as(manager)))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.detail", containsString("10:15")));
    }

    @Test
    @DisplayName("账号停用、改密码，下一次调用就进不来")
    void rememberedOnlyWhileItHolds() throws Exception {
        String manager = ready(Role.MANAGER);
        mvc.perform(get("/api/me").with(as(manager))).andExpect(status().isOk());
        accounts.resetPassword(manager, TestAccounts.key(), TestAccounts.ADMINISTRATOR);
        mvc.perform(get("/api/me").with(as(manager))).andExpect(status().isUnauthorized());

        String other = ready(Role.MANAGER);
        mvc.perform(get("/api/me").with(as(other))).andExpect(status().isOk());
        accounts.enable(other, false, accounts.get(other).version(), TestAccounts.ADMINISTRATOR);
        mvc.perform(get("/api/me").with(as(other))).andExpect(status().isUnauthorized());
    }

    @Test
    @DisplayName("同一提交重发，只建一个账号，临时密码只给一次")
    void createOnce() throws Exception {
        String administrator = ready(Role.ADMINISTRATOR);
        String name = "api-" + UUID.randomUUID().toString().substring(0, 12);
        String body = """
                {"name": "%s", "details": {"displayName": "王样", "kind": "STAFF", "roles": ["REVIEWER"],
                 "department": "scjg"}}""".formatted(name);
        MockHttpServletRequestBuilder create = post("/api/accounts")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as(administrator));
        mvc.perform(create)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/accounts/" + name))
                .andExpect(jsonPath("$.temporaryPassword").isString());
        mvc.perform(create)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.account.name").value(name))
                .andExpect(jsonPath("$.temporaryPassword").doesNotExist());
        mvc.perform(get("/api/accounts").param("q", name).with(as(administrator)))
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    @DisplayName("重置密码要带标识；重发不让先前给出的密码失效，也不再给一个")
    void resetOnce() throws Exception {
        String administrator = ready(Role.ADMINISTRATOR);
        String manager = ready(Role.MANAGER);
        String path = "/api/accounts/" + manager + "/password";
        mvc.perform(post(path).with(as(administrator)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/Idempotency-Key"));
        String key = UUID.randomUUID().toString();
        mvc.perform(post(path).header("Idempotency-Key", key).with(as(administrator)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.password").isString());
        int version = accounts.get(manager).version();
        mvc.perform(post(path).header("Idempotency-Key", key).with(as(administrator)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.account").value(manager))
                .andExpect(jsonPath("$.password").isEmpty());
        assertThat(accounts.get(manager).version()).isEqualTo(version);
        mvc.perform(post("/api/accounts/" + ready(Role.CLERK) + "/password")
                        .header("Idempotency-Key", key)
                        .with(as(administrator)))
                .andExpect(status().isConflict());
    }

    @Test
    @DisplayName("错处逐一指明，看过之后被人改了就说明")
    void faults() throws Exception {
        String administrator = ready(Role.ADMINISTRATOR);
        mvc.perform(post("/api/accounts")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Bad Name\", \"details\": {\"roles\": [\"ADMINISTRATOR\", \"AUDITOR\"]}}")
                        .with(as(administrator)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[?(@.pointer == '/name')]").exists())
                .andExpect(jsonPath("$.errors[?(@.pointer == '/details/displayName')]")
                        .exists())
                .andExpect(
                        jsonPath("$.errors[?(@.pointer == '/details/roles')]").exists());
        String manager = ready(Role.MANAGER);
        String change = """
                {"version": %d, "details": {"displayName": "改名", "kind": "STAFF", "roles": ["MANAGER"],
                 "department": "scjg"}}""".formatted(accounts.get(manager).version());
        MockHttpServletRequestBuilder put = put("/api/accounts/" + manager)
                .contentType(MediaType.APPLICATION_JSON)
                .content(change)
                .with(as(administrator));
        mvc.perform(put)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.details.displayName").value("改名"));
        mvc.perform(put).andExpect(status().isConflict());
    }

    private String ready(Role role) {
        return TestAccounts.ready(accounts, ownPassword, role);
    }

    private static RequestPostProcessor as(String name) {
        return httpBasic(name, TestAccounts.PASSWORD);
    }
}
