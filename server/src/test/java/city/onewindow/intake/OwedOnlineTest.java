package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Handed in on Wednesday, 4 November 2026. */
@DisplayName("网上提交的，窗口到期没有答复，中心看得到")
class OwedOnlineTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    OnlineApplications online;

    @Autowired
    RemoteApplications remote;

    @Autowired
    PreReviewDesk desk;

    @Autowired
    OwedOnlineList owed;

    @Autowired
    WithdrawnApplications withdrawn;

    AtHome home;

    @BeforeEach
    void atHome() {
        home = new AtHome(online, catalogs);
    }

    private ListAssert<String> owed() {
        return assertThat(
                owed.of(MANAGER).lines().stream().map(OwedOnline::number).toList());
    }

    @Test
    @DisplayName("预审过了承诺的那天、申请过了法定的那天才列，答复了就不列；只有中心能看")
    void overdue() throws Exception {
        String looked = home.submitted().number();
        OpenedApplication applied = home.filledToApply();
        remote.apply(applied, null);
        clock.forward(Duration.ofDays(1));
        owed().doesNotContain(looked, applied.number());
        clock.forward(Duration.ofDays(1));
        owed().contains(looked).doesNotContain(applied.number());
        mvc.perform(get("/overview").with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(containsString(looked)))
                .andExpect(content().string(containsString("2026年11月5日前看完预审")));
        mvc.perform(get("/api/pre-reviews/owed").with(SignedInAs.of(MANAGER)))
                .andExpect(jsonPath("$[*].number", hasItem(looked)));
        clock.forward(Duration.ofDays(6));
        owed().contains(looked, applied.number());
        desk.pass(looked, Map.of(), Counter.CLERK, null);
        owed().doesNotContain(looked);
        assertThatThrownBy(() -> owed.of(Counter.CLERK)).isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @DisplayName("窗口撤销了的，当天就列出来")
    void closedWindow() {
        String number = home.submitted().number();
        owed().doesNotContain(number);
        jdbc.sql("update intake.application set window_code = 'closed' where number = :number")
                .param("number", number)
                .update();
        assertThat(owed.of(MANAGER).lines())
                .filteredOn(one -> one.number().equals(number))
                .singleElement()
                .matches(OwedOnline::closed);
    }

    @Test
    @DisplayName("撤回的写明是谁：申请人在网上，还是到窗口")
    void withdrawnByWhom() {
        OpenedApplication opened = home.submitted();
        online.retract(opened, null);
        String atWindow = Counter.number(new Counter(intake, catalogs).begun());
        withdrawn.withdraw(atWindow, Counter.CLERK, null);
        assertThat(intake.ofWindow(Counter.CLERK, ApplicationStatus.WITHDRAWN, false, null, 100)
                        .items())
                .filteredOn(one ->
                        one.number().equals(opened.number()) || one.number().equals(atWindow))
                .extracting(ApplicationSummary::words)
                .containsExactlyInAnyOrder("申请人在网上撤回", "申请人在窗口撤回");
    }
}
