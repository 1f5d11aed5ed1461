package city.onewindow.identity.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.Accounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("账号管理页面")
class AccountsPagesTest extends HouseTest {

    private static final Pattern PASSWORD = Pattern.compile("([a-z2-9]{4}-){3}[a-z2-9]{4}");

    @Autowired
    Accounts accounts;

    private final String name = "page-" + UUID.randomUUID().toString().substring(0, 12);

    @Test
    @DisplayName("建账号：临时密码只显示一次，刷新重发不再显示，也不建第二个")
    void create() throws Exception {
        mvc.perform(by(get("/accounts/new"))).andExpect(content().string(containsString("name=\"key\"")));
        MockHttpServletRequestBuilder create = creation();
        String shown = mvc.perform(create)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(PASSWORD.matcher(shown).results()).hasSize(1);
        String repeated = mvc.perform(create).andReturn().getResponse().getContentAsString();
        assertThat(PASSWORD.matcher(repeated).results()).isEmpty();
        assertThat(repeated).contains("先前的提交已经办好");
        mvc.perform(by(get("/accounts").param("q", name)))
                .andExpect(content().string(containsString("待改初始密码")))
                .andExpect(content().string(containsString("综合受理人员")));
    }

    @Test
    @DisplayName("填错了原页说明，填过的都还在")
    void faults() throws Exception {
        mvc.perform(by(post("/accounts").with(csrf()))
                        .param("key", UUID.randomUUID().toString())
                        .param("name", "Li Min")
                        .param("displayName", "李敏")
                        .param("kind", "STAFF")
                        .param("roles", "ADMINISTRATOR", "AUDITOR")
                        .param("department", "zwfw"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("登录名应为")))
                .andExpect(content().string(containsString("系统管理与审计不能由同一账号担任")))
                .andExpect(content().string(containsString("value=\"李敏\"")))
                .andExpect(content().string(containsString("value=\"Li Min\"")));
    }

    @Test
    @DisplayName("改角色、停用、启用、重置密码")
    void change() throws Exception {
        mvc.perform(creation());
        String page = "/accounts/" + name;
        mvc.perform(by(get(page))).andExpect(content().string(containsString("停用")));
        mvc.perform(by(post(page).with(csrf()))
                        .param("version", "1")
                        .param("displayName", "李敏")
                        .param("kind", "STAFF")
                        .param("roles", "MANAGER")
                        .param("department", "zwfw"))
                .andExpect(redirectedUrl(page));
        assertThat(accounts.get(name).details().roles()).containsExactly(Role.MANAGER);
        mvc.perform(by(post(page + "/enabled").with(csrf()))
                        .param("version", "2")
                        .param("enabled", "false"))
                .andExpect(redirectedUrl(page));
        assertThat(accounts.get(name).enabled()).isFalse();
        mvc.perform(by(post(page + "/enabled").with(csrf()))
                        .param("version", "2")
                        .param("enabled", "true"))
                .andExpect(status().isConflict());
        String key = UUID.randomUUID().toString();
        assertThat(PASSWORD.matcher(reset(page, key)).results()).hasSize(1);
        assertThat(reset(page, key)).contains("先前的提交已经办好");
    }

    private String reset(String page, String key) throws Exception {
        return mvc.perform(by(post(page + "/password").with(csrf())).param("key", key))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("没有的账号是 404，没有防伪标识的修改是 403")
    void refused() throws Exception {
        mvc.perform(by(get("/accounts/nobody"))).andExpect(status().isNotFound());
        mvc.perform(by(post("/accounts/" + name + "/password"))).andExpect(status().isForbidden());
        mvc.perform(get("/accounts").with(SignedInAs.role(Role.AUDITOR)))
                .andExpect(status().isForbidden())
                .andExpect(content().string(not(containsString("登录名"))));
    }

    private MockHttpServletRequestBuilder creation() {
        return by(post("/accounts").with(csrf()))
                .param("key", name + "-key")
                .param("name", name)
                .param("displayName", "李敏")
                .param("kind", "STAFF")
                .param("roles", "CLERK")
                .param("department", "scjg")
                .param("window", "qykb");
    }

    private static MockHttpServletRequestBuilder by(MockHttpServletRequestBuilder request) {
        return request.with(SignedInAs.role(Role.ADMINISTRATOR));
    }
}
