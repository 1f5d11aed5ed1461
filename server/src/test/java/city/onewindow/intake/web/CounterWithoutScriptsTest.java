package city.onewindow.intake.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Way;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("收件窗口的页面，浏览器不开脚本也能办")
class CounterWithoutScriptsTest extends HouseTest {

    private static final Actor OTHER_WINDOW = new Actor("clerk-ssdj", "受理岗", Set.of(Role.CLERK), "scjg", "ssdj");

    Counter counter;

    @BeforeEach
    void openTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    private ResultActions send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(SignedInAs.of(Counter.CLERK)).with(csrf()));
    }

    private MockHttpServletRequestBuilder form(Dossier dossier) {
        return post("/desk/{number}/form", number(dossier))
                .param("at-version", String.valueOf(version(number(dossier))));
    }

    private long version(String number) {
        return intake.dossier(number, Counter.CLERK).application().version();
    }

    private MockHttpServletRequestBuilder newErrand(String key) {
        return post("/desk/new")
                .param("key", key)
                .param("thing", counter.errandCode())
                .param("q_agent", "no")
                .param("kind", "PERSON")
                .param("name", "张示例")
                .param("idType", "ID_CARD")
                .param("idNumber", Counter.ID_NUMBER)
                .param("phone", "13800000000");
    }

    @Test
    @DisplayName("同一次提交点了两下，只有一件申请")
    void doubleSubmit() throws Exception {
        String key = UUID.randomUUID().toString();
        String first = send(newErrand(key)).andReturn().getResponse().getRedirectedUrl();
        assertThat(first).matches("/desk/.+/form");
        send(newErrand(key)).andExpect(redirectedUrl(String.valueOf(first)));
    }

    @Test
    @DisplayName("更新按钮只更新问题，不开始申请；填错的留在栏里")
    void refreshAndErrors() throws Exception {
        send(newErrand(UUID.randomUUID().toString()).param("refresh", "yes").param("q_has_employees", "yes"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("q_si_check")))
                .andExpect(content().string(containsString("value=\"张示例\"")));
        send(post("/desk/new").param("key", UUID.randomUUID().toString()).param("name", "张示例"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("还没有选择事项")))
                .andExpect(content().string(containsString("申请人手机号码还没有填写")))
                .andExpect(content().string(containsString("value=\"张示例\"")));
    }

    @Test
    @DisplayName("整张表一起提交：对的保存，错的连同所填的一起退回")
    void wholeForm() throws Exception {
        Dossier dossier = counter.begun();
        send(form(dossier)
                        .param("liaison_name", "孙联络")
                        .param("liaison_phone", "12")
                        .param("seal_kinds", "official", "finance")
                        .param("shareholders[0].shareholder_name", "")
                        .param("shareholders[1].shareholder_name", "冯股东"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"f-liaison_phone-error\"")))
                .andExpect(content().string(containsString("value=\"12\"")));
        Dossier kept = intake.dossier(number(dossier), Counter.CLERK);
        assertThat(kept.form().text("liaison_name")).isEqualTo("孙联络");
        assertThat(kept.form().text("liaison_phone")).isEmpty();
        assertThat(kept.form().text("seal_kinds")).isEqualTo("official|finance");
        assertThat(kept.form().rows("shareholders")).hasSize(1);

        send(form(dossier).param("liaison_name", "")).andExpect(redirectedUrl("/desk/" + number(dossier) + "/form"));
        Dossier cleared = intake.dossier(number(dossier), Counter.CLERK);
        assertThat(cleared.form().text("liaison_name")).isEmpty();
        assertThat(cleared.form().text("seal_kinds")).as("no tick was sent").isEmpty();
    }

    @Test
    @DisplayName("增加一行的按钮给一个空行，已填的行还在")
    void addRow() throws Exception {
        Dossier dossier = counter.begun();
        send(form(dossier).param("directors[0].director_name", "钱董事").param("add-row", "directors"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"钱董事\"")))
                .andExpect(content().string(containsString("name=\"directors[1].director_name\"")));
    }

    @Test
    @DisplayName("下一步前说全漏填的，仍可先去核验材料")
    void missingIsToldAtOnce() throws Exception {
        send(form(counter.begun()).param("go", "materials"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("「联络员姓名」还没有填写")))
                .andExpect(content().string(containsString("先去核验材料")));
        Dossier filled = counter.filled();
        MockHttpServletRequestBuilder whole = form(filled)
                .param("go", "materials")
                .param("seal_kinds", "official")
                .param("invoice_kinds", "ordinary")
                .param("si_insurance_types", "pension");
        for (String table : List.of("directors", "shareholders")) {
            counter.example(filled)
                    .rows(table)
                    .get(0)
                    .forEach((column, value) -> whole.param(table + "[0]." + column, value));
        }
        send(whole).andExpect(redirectedUrl("/desk/" + number(filled) + "/materials"));
    }

    @Test
    @DisplayName("版本过时的整表提交不保存，所填的留在栏里")
    void staleForm() throws Exception {
        Dossier dossier = counter.begun();
        send(post("/desk/{number}/form", number(dossier))
                        .param("at-version", "99")
                        .param("liaison_name", "孙联络"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("在别处改过")))
                .andExpect(content().string(containsString("value=\"孙联络\"")));
        assertThat(intake.dossier(number(dossier), Counter.CLERK).form().text("liaison_name"))
                .isEmpty();
    }

    @Test
    @DisplayName("材料逐份保存；不适用要写理由；受理后到结果页")
    void materialsAndAcceptance() throws Exception {
        Dossier dossier = counter.checkedBut("ARTICLES");
        String number = number(dossier);
        send(material(number, "ARTICLES").param("way", "FILE"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请先上传文件")));
        send(multipart("/desk/{number}/materials/{key}", number, "ARTICLES")
                        .file(new MockMultipartFile("file", "章程.pdf", null, "%PDF-1.7".getBytes()))
                        .param("at-version", String.valueOf(version(number)))
                        .param("all", "yes"))
                .andExpect(redirectedUrl("/desk/" + number + "/materials#m-ARTICLES"));
        send(post("/desk/{number}/materials/{key}", number, "ARTICLES").param("at-version", "1"))
                .andExpect(redirectedUrl("/desk/" + number + "/materials"))
                .andExpect(flash().attributeExists("notice"));
        assertThat(intake.dossier(number, Counter.CLERK)
                        .application()
                        .materials()
                        .get("ARTICLES"))
                .extracting(CheckedMaterial::way)
                .isEqualTo(Way.FILE);
        long version = version(number);
        for (int click = 0; click < 2; click++) {
            send(post("/desk/{number}/acceptance", number).param("at-version", String.valueOf(version)))
                    .andExpect(redirectedUrl("/desk/" + number));
        }
        send(get("/desk/{number}", number))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("受理通知书")))
                .andExpect(content().string(containsString("/cases/" + number)));
        assertThat(intake.dossier(number, Counter.CLERK).application().status()).isEqualTo(ApplicationStatus.ACCEPTED);
    }

    private MockHttpServletRequestBuilder material(String number, String key) {
        return post("/desk/{number}/materials/{key}", number, key).param("at-version", String.valueOf(version(number)));
    }

    @Test
    @DisplayName("没齐就受理，说全还缺什么，每处有去处；告知点了两下只有一份")
    void gapsAreTold() throws Exception {
        String number = number(counter.checkedBut("ARTICLES"));
        String version = String.valueOf(version(number));
        send(post("/desk/{number}/acceptance", number).param("at-version", version))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("href=\"#m-ARTICLES\"")));
        send(post("/desk/{number}/notice", number).param("at-version", version))
                .andExpect(redirectedUrl("/desk/" + number));
        send(post("/desk/{number}/notice", number).param("at-version", version)).andExpect(status().isConflict());
    }

    @Test
    @DisplayName("别的窗口看不到，也改不了；没登录的和别的岗位进不来")
    void otherWindows() throws Exception {
        Dossier dossier = counter.begun();
        String number = number(dossier);
        for (String path : new String[] {"", "/form", "/materials", "/errand"}) {
            mvc.perform(get("/desk/" + number + path).with(SignedInAs.of(OTHER_WINDOW)))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(form(dossier)
                        .param("liaison_name", "孙联络")
                        .with(SignedInAs.of(OTHER_WINDOW))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/desk")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/desk").with(SignedInAs.role(Role.REVIEWER))).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("按编号找：今天的只输末尾数字；不是编号的说怎样输")
    void search() throws Exception {
        String number = number(counter.begun());
        String serial = number.replaceAll(".*-0*", "");
        send(get("/desk").param("q", serial)).andExpect(redirectedUrl("/desk/" + number));
        send(get("/desk").param("q", number.replace("-", ""))).andExpect(redirectedUrl("/desk/" + number));
        send(get("/desk").param("q", "张三")).andExpect(content().string(containsString("不是申请编号")));
        send(get("/desk").param("status", "REFUSED")).andExpect(content().string(not(containsString(number))));
    }

    @Test
    @DisplayName("改事项和申请人，一表随之更新")
    void revise() throws Exception {
        String number = number(counter.begun());
        send(post("/desk/{number}/errand", number)
                        .param("thing", counter.errandCode())
                        .param("q_agent", "no")
                        .param("q_has_employees", "yes")
                        .param("kind", "PERSON")
                        .param("name", "李示例")
                        .param("idType", "ID_CARD")
                        .param("idNumber", Counter.ID_NUMBER)
                        .param("phone", "13800000000"))
                .andExpect(redirectedUrl("/desk/" + number + "/form"));
        send(get("/desk/{number}/form", number))
                .andExpect(content().string(containsString("职工花名册")))
                .andExpect(content().string(containsString("李示例")));
    }
}
