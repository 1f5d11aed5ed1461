package city.onewindow.intake;

import static city.onewindow.identity.CsrfCookie.csrf;
import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.approval.Cases;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Format;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

/** Opened on Wednesday, 4 November 2026, what came by mail on Monday, the 2nd, of which the fifth working day after is the 9th. */
@DisplayName("五个工作日从材料收到之日起算，不从出具收件凭证之日起算")
class CameInTest extends HouseTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate OPENED = LocalDate.of(2026, 11, 4);

    @Autowired
    private Reception reception;

    @Autowired
    private Silence silence;

    @Autowired
    private Cases cases;

    private String number = "";

    @BeforeEach
    void opened() {
        it(OPENED);
        number = number(new Counter(intake, catalogs).checkedBut("ARTICLES"));
    }

    /** Is ten o'clock of that day. */
    private void it(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(clock.getZone()));
    }

    private Application application() {
        return intake.dossier(number, CLERK).application();
    }

    private String paper(String code) throws Exception {
        return PaperText.of(documents.read(code, Format.PDF, "clerk"));
    }

    private void isAcceptedOnlyAfter(LocalDate lastDay, LocalDateTime since) {
        ApplicationStatus before = application().status();
        it(lastDay);
        silence.accept();
        assertThat(application().status()).as("on the last day").isEqualTo(before);
        it(lastDay.plusDays(1));
        silence.accept();
        assertThat(application().status()).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(cases.file(number, CLERK).file().acceptedAt()).isEqualTo(since);
    }

    @Test
    @DisplayName("周一寄到、周三才拆的：凭证写周一收件，最后一天从周一数，视为受理从周一起")
    void byMail() throws Exception {
        String receipt = reception.receive(number, MONDAY, false, CLERK, null);
        assertThat(paper(receipt)).contains("2026年11月2日", "2026年11月9日前").doesNotContain("2026年11月2日00:00");
        mvc.perform(get("/desk/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("11月9日 止")));
        isAcceptedOnlyAfter(LocalDate.of(2026, 11, 9), MONDAY.atStartOfDay());
    }

    @Test
    @DisplayName("再出具的凭证只能说得更早，不能推迟")
    void onlyEarlier() throws Exception {
        reception.receive(number, null, false, CLERK, null);
        assertThat(application().receivedAt()).isEqualTo(OPENED.atTime(10, 0));
        reception.receive(number, MONDAY, false, CLERK, null);
        assertThat(application().receivedAt()).isEqualTo(MONDAY.atStartOfDay());
        String later = reception.receive(number, LocalDate.of(2026, 11, 3), false, CLERK, null);
        assertThat(application().receivedAt()).isEqualTo(MONDAY.atStartOfDay());
        assertThat(paper(later)).contains("2026年11月3日", "2026年11月9日前");
    }

    @Test
    @DisplayName("收到已经过了五个工作日的：随即视为受理，别的都不能再办")
    void longAgo() {
        LocalDate mailed = LocalDate.of(2026, 10, 26);
        assertThatThrownBy(() -> reception.receive(number, mailed, false, CLERK, null))
                .as("a day that is mistaken would accept it for good")
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("五个工作日已经过了（到 2026年11月2日止）");
        assertThat(application().receivedAt()).isNull();
        reception.receive(number, mailed, true, CLERK, null);
        assertThatThrownBy(() -> reception.notifyOnce(number, CLERK, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("自 2026年10月26日起即为受理");
        silence.accept();
        assertThat(application().status()).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(cases.file(number, CLERK).file().acceptedAt()).isEqualTo(mailed.atStartOfDay());
    }

    @Test
    @DisplayName("补正的材料寄到后过几天才核验的：从寄到之日起，不早于告知之日")
    void supplement() {
        reception.notifyOnce(number, CLERK, null);
        it(LocalDate.of(2026, 11, 12));
        intake.check(
                number,
                Counter.seen(intake.dossier(number, CLERK)
                        .merge()
                        .material("ARTICLES")
                        .orElseThrow()),
                CLERK);
        assertThat(application().receivedAt()).isEqualTo(LocalDateTime.of(2026, 11, 12, 10, 0));
        assertThatThrownBy(() -> reception.receive(number, LocalDate.of(2026, 11, 3), false, CLERK, null))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("2026年11月4日 才一次性告知");
        LocalDate mailed = LocalDate.of(2026, 11, 10);
        reception.receive(number, mailed, false, CLERK, null);
        isAcceptedOnlyAfter(LocalDate.of(2026, 11, 17), mailed.atStartOfDay());
    }

    @ParameterizedTest
    @CsvSource({
        "在网上周六夜里申请的, 2026-11-07T23:30, 2026-11-13",
        "国庆放假前一天下班以后申请的, 2026-09-30T20:00, 2026-10-13",
        "放假期间申请的, 2026-10-03T09:00, 2026-10-13"
    })
    @DisplayName("下班以后、放假期间网上申请的，当天就是收到之日，五个工作日从下一个工作日数")
    void outOfHours(
            String when,
            LocalDateTime at,
            LocalDate lastDay,
            @Autowired OnlineApplications online,
            @Autowired RemoteApplications remote) {
        clock.set(at.atZone(clock.getZone()));
        OpenedApplication opened = new AtHome(online, catalogs).filledToApply();
        remote.apply(opened, null);
        number = opened.number();
        assertThat(remote.decideUntil(online.dossier(opened))).as(when).isEqualTo(lastDay);
        isAcceptedOnlyAfter(lastDay, at);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-05, 还没有到", "2025-11-03, 请核对年份"})
    @DisplayName("不会有的日子：页面和接口说明白，不出凭证")
    void wrongDays(String day, String says) throws Exception {
        mvc.perform(post("/desk/" + number + "/receipt")
                        .with(SignedInAs.of(CLERK))
                        .with(csrf())
                        .param("at-version", String.valueOf(application().version()))
                        .param("cameIn", day))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString(says)))
                .andExpect(content().string(containsString("value=\"" + day + "\"")));
        byApi(day, status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/cameIn"))
                .andExpect(content().string(containsString(says)));
        assertThat(documents.bySubject(number)).isEqualTo(List.of());
        assertThat(application().receivedAt()).isNull();
    }

    @Test
    @DisplayName("接口写明收到之日")
    void byApi() throws Exception {
        byApi("2026-11-02", status().isOk());
        mvc.perform(get("/api/applications/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(jsonPath("$.receivedAt").value("2026-11-02T00:00:00+08:00"));
    }

    private ResultActions byApi(String day, ResultMatcher expected) throws Exception {
        return mvc.perform(post("/api/applications/" + number + "/receipt")
                        .with(SignedInAs.of(CLERK))
                        .header("Idempotency-Key", AtHome.key().value())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"cameIn\":\"" + day + "\"}"))
                .andExpect(expected);
    }
}
