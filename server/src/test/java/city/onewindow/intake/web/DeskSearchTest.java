package city.onewindow.intake.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditQuery;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Counter;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("没带编号回来的申请人，按证件号码找到他的申请")
class DeskSearchTest extends HouseTest {

    private static final String HERS = "410303198808110439";
    private static final Actor ELSEWHERE = new Actor("clerk-ssdj", "受理岗", Set.of(Role.CLERK), "scjg", "ssdj");

    @Autowired
    Audit audit;

    private String number;

    @BeforeEach
    void begin() {
        number = new Counter(intake, catalogs)
                .begun(Map.of("q_agent", "no"), HERS)
                .application()
                .number();
    }

    @Test
    @DisplayName("本窗口的都列出来，别的窗口的没有；谁查过记进审计，不记查的是谁")
    void byTheDocument() throws Exception {
        mvc.perform(page(Counter.CLERK, " " + HERS + " "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number)));
        mvc.perform(page(ELSEWHERE, HERS))
                .andExpect(content().string(not(containsString(number))))
                .andExpect(content().string(containsString("本窗口没有这个证件号码的申请")));
        assertThat(audit.search(
                                new AuditQuery(Counter.CLERK.account(), "application.search", null, null, null),
                                1,
                                null)
                        .items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.object() + entry.detail()).isEmpty());
        mvc.perform(post("/api/applications/search")
                        .with(SignedInAs.of(Counter.CLERK))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"idNumber\": \"" + HERS + "\"}"))
                .andExpect(jsonPath("$[*].number", hasItem(number)));
    }

    @Test
    @DisplayName("编号照旧打开；既不是编号也不是证件号码的，说清楚该输什么")
    void whatElseIsTyped() throws Exception {
        mvc.perform(page(Counter.CLERK, number)).andExpect(redirectedUrl("/desk?q=" + number));
        mvc.perform(page(Counter.CLERK, "")).andExpect(redirectedUrl("/desk"));
        mvc.perform(page(Counter.CLERK, "410303198808110438"))
                .andExpect(content().string(containsString("不是申请编号，也不是证件号码")));
    }

    private static MockHttpServletRequestBuilder page(Actor clerk, String typed) {
        return post("/desk").param("q", typed).with(SignedInAs.of(clerk)).with(csrf());
    }
}
