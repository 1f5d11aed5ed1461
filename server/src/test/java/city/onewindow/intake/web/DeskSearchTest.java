package city.onewindow.intake.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditQuery;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Intake;
import city.onewindow.intake.NewApplication;
import city.onewindow.kernel.CaseNumber;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    @Test
    @DisplayName("只输末尾的数字：哪天的编号都找得到；又是别人的证件号码的，两件都列出来")
    void endOfTheNumber() throws Exception {
        String serial = number.substring(number.length() - 6);
        clock.forward(Duration.ofDays(3));
        mvc.perform(page(Counter.CLERK, serial)).andExpect(redirectedUrl("/desk?q=" + number));
        String his = beginAs(new Applicant(Applicant.Kind.PERSON, "李示例", IdType.OTHER, serial, "13800000000", null));
        mvc.perform(page(Counter.CLERK, serial))
                .andExpect(content().string(containsString(number)))
                .andExpect(content().string(containsString(his)));
        mvc.perform(page(ELSEWHERE, serial)).andExpect(redirectedUrl("/desk?q=" + today(serial)));
        mvc.perform(get("/desk").param("q", today(serial)).with(SignedInAs.of(ELSEWHERE)))
                .andExpect(content().string(containsString("证件号码的后几位查不到")));
    }

    @Test
    @DisplayName("一个人的申请太多，只列最近的，并说怎样找更早的")
    void tooMany() throws Exception {
        Applicant busy = new Applicant(Applicant.Kind.PERSON, "王示例", IdType.PASSPORT, "EE7654321", "13800000000", null);
        for (int begun = 0; begun < Intake.MOST_OF_ONE; begun++) {
            beginAs(busy);
        }
        mvc.perform(page(Counter.CLERK, busy.idNumber())).andExpect(content().string(not(containsString("只列出最近的"))));
        beginAs(busy);
        mvc.perform(page(Counter.CLERK, busy.idNumber())).andExpect(content().string(containsString("只列出最近的 50 件")));
    }

    private String beginAs(Applicant applicant) {
        ErrandChoice choice =
                intake.dossier(number, Counter.CLERK).application().choice();
        return intake.begin(
                        new NewApplication(choice, applicant),
                        Counter.CLERK,
                        new IdempotencyKey(UUID.randomUUID().toString()))
                .application()
                .number();
    }

    private String today(String serial) {
        return CaseNumber.of("410300", LocalDate.now(clock), Integer.parseInt(serial));
    }

    private static MockHttpServletRequestBuilder page(Actor clerk, String typed) {
        return post("/desk").param("q", typed).with(SignedInAs.of(clerk)).with(csrf());
    }
}
