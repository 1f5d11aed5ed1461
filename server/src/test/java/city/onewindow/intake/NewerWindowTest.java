package city.onewindow.intake;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each application is of an edition that didn't have the window yet which it is handed to. */
@DisplayName("转给比申请的目录版本新的窗口：照样能办")
class NewerWindowTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final String NAME = "企业开办综合受理窗口";

    @Autowired
    OnlineApplications online;

    @Autowired
    RemoteApplications remote;

    @Autowired
    Rerouting rerouting;

    @Autowired
    Reception reception;

    @Autowired
    Silence silence;

    @Autowired
    PreReviewDesk desk;

    private AtHome home;

    /** The one in which the window is missing; the next one has it again as it was. */
    private int without;

    @BeforeEach
    void editionWithout() {
        home = new AtHome(online, catalogs);
        without = jdbc.sql("select max(number) + 1 from catalog.edition")
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        with edition as (
                            insert into catalog.edition (number, imported_at, imported_by, source, added, changed)
                            select :without + later, now(), 'test', 'test', 0, 0 from generate_series(0, 1) as later),
                        closed as (
                            update catalog.entry set to_edition = :without
                            where kind = 'window' and key = 'qykb' and to_edition is null returning *)
                        insert into catalog.entry (kind, key, version, ordinal, from_edition, digest, content)
                        select kind, key, version + 1, ordinal, :without + 1, digest, content from closed
                        """).param("without", without).update();
        assertThat(catalogs.at(without + 1).window("qykb")).isPresent();
        assertThat(catalogs.at(without).window("qykb")).isEmpty();
    }

    private String handedOver(String number) {
        jdbc.sql("update intake.application set edition = :without, window_code = 'gone' where number = :number")
                .param("without", without)
                .param("number", number)
                .update();
        rerouting.one(number, "qykb", MANAGER, null);
        return number;
    }

    private String applied() {
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        return handedOver(opened.number());
    }

    private ApplicationStatus standing(String number) {
        return intake.dossier(number, Counter.CLERK).application().status();
    }

    @Test
    @DisplayName("受理，成为办件；页面写窗口的名称")
    void accepted() throws Exception {
        String number = applied();
        home.lookedAt(number, intake);
        reception.accept(number, null, Counter.CLERK);
        assertThat(standing(number)).isEqualTo(ApplicationStatus.ACCEPTED);
        mvc.perform(get("/cases/" + number).with(SignedInAs.of(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(NAME)));
    }

    @Test
    @DisplayName("一次性告知、不予受理、视为受理")
    void decided() {
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        String told = handedOver(opened.number());
        home.lookedAt(told, intake, home.brought(opened).get(0).key());
        reception.notifyOnce(told, Counter.CLERK, null);
        assertThat(standing(told)).isEqualTo(ApplicationStatus.AMENDING);
        String refused = applied();
        reception.refuse(refused, new Refusal("不属于本机关职权范围。", "行政许可法第三十二条", "省局"), Counter.CLERK, null);
        assertThat(standing(refused)).isEqualTo(ApplicationStatus.REFUSED);
        String silent = applied();
        clock.forward(Duration.ofDays(20));
        silence.accept();
        assertThat(standing(silent)).isEqualTo(ApplicationStatus.ACCEPTED);
    }

    @Test
    @DisplayName("申请人来了：到窗口改要办的事")
    void revised() throws Exception {
        String number = handedOver(home.submitted().number());
        desk.arrive(number, Counter.CLERK, null);
        mvc.perform(get("/desk/" + number + "/errand").with(SignedInAs.of(Counter.CLERK)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(Counter.ERRAND)));
        Dossier revised = intake.revise(number, home.application(), Counter.CLERK);
        assertThat(revised.application().window()).isEqualTo("qykb");
    }

    @Test
    @DisplayName("申请人在网上看到窗口的名称，不是代码")
    void named() throws Exception {
        OpenedApplication opened = home.submitted();
        handedOver(opened.number());
        desk.pass(opened.number(), Map.of(), Counter.CLERK, null);
        Cookie[] session = mvc.perform(post("/online")
                        .with(csrf())
                        .param("number", opened.number())
                        .param("code", online.dossier(opened).application().queryCode()))
                .andReturn()
                .getResponse()
                .getCookies();
        mvc.perform(get("/online/" + opened.number()).cookie(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("到" + NAME + "办理")));
    }
}
