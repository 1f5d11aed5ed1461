package city.onewindow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("网页的门禁")
class PageAccessTest extends HouseTest {

    private static final String SESSION = "onewindow";

    @Autowired
    Accounts accounts;

    @Autowired
    OwnPassword ownPassword;

    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    @Test
    @DisplayName("没列为公开的页面，不登录一律不开")
    void deniedByDefault() {
        for (String path : new String[] {"/start", "/accounts", "/audit", "/account/password"}) {
            HttpResponse<String> response = visitor.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(302);
            assertThat(Visitor.location(response)).as(path).isEqualTo("/sign-in");
        }
        HttpResponse<String> piece = visitor.get("/accounts", "HX-Request", "true");
        assertThat(piece.statusCode()).isEqualTo(401);
        assertThat(piece.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }

    @Test
    @DisplayName("不登录的访客没有会话，看表单、碰壁也没有")
    void noSessionForVisitors() {
        long before = sessions();
        for (String path : new String[] {"/sign-in", "/design", "/accounts", "/no-such-page"}) {
            visitor.get(path);
        }
        assertThat(visitor.cookie(SESSION)).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    @DisplayName("登录后回到想去的页面，一人一岗各到各处")
    void landing() {
        String auditor = ready(Role.AUDITOR);
        visitor.get("/audit?act=sign-in");
        assertThat(Visitor.location(visitor.signIn(auditor, TestAccounts.PASSWORD)))
                .startsWith("/audit?act=sign-in");
        Map<Role, String> pages = Map.of(
                Role.CLERK, "/desk",
                Role.DECIDER, "/inbox",
                Role.ISSUING_CLERK, "/issuing",
                Role.MANAGER, "/overview",
                Role.ADMINISTRATOR, "/accounts");
        pages.forEach((role, page) -> {
            Visitor staff = new Visitor(port);
            assertThat(Visitor.location(staff.signIn(ready(role), TestAccounts.PASSWORD)))
                    .isEqualTo("/start");
            assertThat(Visitor.location(staff.get("/start"))).as(role.name()).isEqualTo(page);
        });
    }

    @Test
    @DisplayName("密码不对就在原处说，登录名还在，密码不回显")
    void refusedInPlace() {
        HttpResponse<String> response = visitor.signIn("nobody-here", "no-such-password");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("登录名或密码不正确", "value=\"nobody-here\"")
                .doesNotContain("no-such-password");
        assertThat(visitor.cookie(SESSION)).isEmpty();
    }

    @Test
    @DisplayName("英文页面用英文说登录为什么不成、已经退出、密码已改")
    void toldInThePagesLanguage() {
        visitor.get("/sign-in?lang=en");
        for (int i = 1; i < NameLocked.AFTER; i++) {
            assertThat(visitor.signIn("nobody-in-english", "wrong").body())
                    .contains(
                            "The account or the password is wrong. 5 wrong ones in a row lock the account for 15 minutes")
                    .doesNotContain("登录名");
        }
        assertThat(visitor.signIn("nobody-in-english", "wrong").body())
                .containsPattern(
                        "The account is locked after 5 failed sign-ins in a row. Please try again after \\d\\d:\\d\\d")
                .doesNotContain("登录名");
        assertThat(visitor.get("/sign-in?signed-out").body()).contains("You have signed out.");
        assertThat(visitor.get("/sign-in?password-changed").body()).contains("Your password is changed.");
        visitor.get("/sign-in?lang=zh");
        assertThat(visitor.signIn("nobody-in-english", "wrong").body()).contains("该登录名已锁定");
    }

    @Test
    @DisplayName("登录前塞进来的会话号，登录后作废")
    void sessionFixation() {
        String manager = ready(Role.MANAGER);
        visitor.signIn(manager, TestAccounts.PASSWORD);
        HttpCookie attackers = visitor.cookie(SESSION).orElseThrow();

        Visitor victim = new Visitor(port);
        victim.keep(attackers);
        String auditor = ready(Role.AUDITOR);
        victim.post("/account/password", "/sign-in", Map.of("name", auditor, "password", TestAccounts.PASSWORD));
        assertThat(victim.cookie(SESSION).orElseThrow().getValue()).isNotEqualTo(attackers.getValue());
        assertThat(victim.get("/audit").statusCode()).isEqualTo(200);

        visitor.keep(attackers);
        assertThat(visitor.get("/audit").statusCode()).isNotEqualTo(200);
    }

    @Test
    @DisplayName("会话三十分钟不用就过期，存在数据库里，Cookie 不给脚本、不跟着别的网站走")
    void sessionCookie() {
        HttpResponse<String> response = visitor.signIn(ready(Role.MANAGER), TestAccounts.PASSWORD);
        assertThat(response.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SESSION + "="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
        Integer idle = jdbc.sql("select max(max_inactive_interval) from identity.session")
                .query(Integer.class)
                .single();
        assertThat(idle).isEqualTo(30 * 60);
    }

    @Test
    @DisplayName("没有防伪标识的提交不受理")
    void forgedRequests() {
        String manager = ready(Role.MANAGER);
        Map<String, String> credentials = Map.of("name", manager, "password", TestAccounts.PASSWORD);
        assertThat(visitor.post("/sign-in", credentials, "made-up").statusCode())
                .isEqualTo(403);
        visitor.signIn(manager, TestAccounts.PASSWORD);
        assertThat(visitor.post("/sign-out", Map.of(), "made-up").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/account/password").statusCode()).isEqualTo(200);
        assertThat(Visitor.location(visitor.post("/account/password", "/sign-out", Map.of())))
                .isEqualTo("/sign-in?signed-out");
        assertThat(visitor.get("/account/password").statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("角色不同，门不同")
    void rolesApart() {
        visitor.signIn(ready(Role.MANAGER), TestAccounts.PASSWORD);
        assertThat(visitor.get("/audit").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/accounts").statusCode()).isEqualTo(403);
        Visitor administrator = new Visitor(port);
        administrator.signIn(ready(Role.ADMINISTRATOR), TestAccounts.PASSWORD);
        assertThat(administrator.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(administrator.get("/audit").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("账号一改，已登录的马上退出")
    void changedAccountIsOut() {
        String manager = ready(Role.MANAGER);
        visitor.signIn(manager, TestAccounts.PASSWORD);
        assertThat(visitor.get("/account/password").statusCode()).isEqualTo(200);
        accounts.enable(manager, false, accounts.get(manager).version(), TestAccounts.ADMINISTRATOR);
        assertThat(visitor.get("/account/password").statusCode()).isEqualTo(302);
        assertThat(visitor.signIn(manager, TestAccounts.PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    @DisplayName("首次登录先改密码，改完用新密码重新登录")
    void firstPassword() {
        TemporaryPassword given = TestAccounts.raw(accounts, Role.AUDITOR);
        visitor.signIn(given.account(), given.password());
        assertThat(Visitor.location(visitor.get("/start"))).isEqualTo("/account/password");
        assertThat(visitor.get("/audit").statusCode()).isEqualTo(403);

        String form = "/account/password";
        HttpResponse<String> weak = visitor.post(
                form, form, Map.of("oldPassword", given.password(), "newPassword", "short", "repeated", "short"));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("密码应为 10 至 128 个字符");
        HttpResponse<String> wrong = visitor.post(
                form,
                form,
                Map.of(
                        "oldPassword",
                        "not-the-one",
                        "newPassword",
                        TestAccounts.PASSWORD,
                        "repeated",
                        TestAccounts.PASSWORD));
        assertThat(wrong.body()).contains("原密码不正确");
        HttpResponse<String> changed = visitor.post(
                form,
                form,
                Map.of(
                        "oldPassword",
                        given.password(),
                        "newPassword",
                        TestAccounts.PASSWORD,
                        "repeated",
                        TestAccounts.PASSWORD));
        assertThat(Visitor.location(changed)).isEqualTo("/sign-in?password-changed");
        assertThat(visitor.get(form).statusCode()).isEqualTo(302);
        visitor.signIn(given.account(), TestAccounts.PASSWORD);
        assertThat(visitor.get("/audit").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("每个页面都带着安全头")
    void headers() {
        for (String path : new String[] {"/sign-in", "/api/me"}) {
            var headers = visitor.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        }
        var https =
                new Visitor(port).get("/sign-in", "X-Forwarded-Proto", "https").headers();
        assertThat(https.firstValue("Strict-Transport-Security")).isPresent();
        assertThat(https.allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    @DisplayName("打错的网址说没有这个页面；要登录的页面才请人登录")
    void mistyped() {
        assertThat(visitor.get("/nosuch").statusCode()).isEqualTo(404);
        assertThat(Visitor.location(visitor.get("/audit"))).endsWith("/sign-in");
    }

    @Test
    @DisplayName("编辑页旁边的预览只能放进本站的页面")
    void besideTheEditor() {
        var headers = visitor.get("/revisions/1/beside").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'self'");
        assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        var others = visitor.get("/revisions/1/preview").headers();
        assertThat(others.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(others.firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    @DisplayName("只有嵌入用的指南能放进别的网站，而且不带会话")
    void framed() {
        var headers = visitor.get("/embed/things/qykb").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors *")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Frame-Options")).isEmpty();
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
        assertThat(visitor.post("/embed/things/qykb", Map.of(), "").statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("嵌入的指南撤下了、地址错了：在框里说清楚，不是浏览器的空白")
    void framedFailures() {
        for (String path :
                List.of("/embed/things/nothing", "/embed/items/nothing", "/embed/nothing", "/embed/things/a;b")) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            assertThat(answer.body())
                    .as(path)
                    .contains("class=\"embed\"", "到政务服务中心网站查找")
                    .doesNotContain("<form");
            assertThat(answer.headers().firstValue("X-Frame-Options")).as(path).isEmpty();
            // What the firewall refuses has no policy at all.
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .doesNotContain("frame-ancestors 'none'");
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
        var posted = visitor.post("/embed/things/qykb", Map.of(), "").headers().map();
        assertThat(posted).doesNotContainKey("X-Frame-Options");
    }

    private String ready(Role role) {
        return TestAccounts.ready(accounts, ownPassword, role);
    }

    private long sessions() {
        return jdbc.sql("select count(*) from identity.session")
                .query(Long.class)
                .single();
    }
}
