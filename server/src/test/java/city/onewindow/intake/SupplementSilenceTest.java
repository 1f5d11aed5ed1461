package city.onewindow.intake;

import static city.onewindow.identity.CsrfCookie.csrf;
import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import city.onewindow.HouseTest;
import city.onewindow.approval.Cases;
import city.onewindow.identity.SignedInAs;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/**
 * Told on Thursday, 24 September 2026, mended on Monday, the 28th. Working days after that: 29 and 30 September, 8 and 9 October, and
 * Saturday, 10 October, which is worked for the national holiday (1 to 7 October).
 */
@DisplayName("补正以后五个工作日没有答复，自收到补正材料之日起视为受理")
class SupplementSilenceTest extends HouseTest {

    private static final String TOLD = "SEAL_INFO";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 10);

    @Autowired
    Reception reception;

    @Autowired
    Silence silence;

    @Autowired
    OnlineApplications online;

    @Autowired
    RemoteApplications remote;

    @Autowired
    PreReviewDesk desk;

    @Autowired
    Cases cases;

    private String number = "";

    @BeforeEach
    void toldOnce() {
        number = told();
    }

    private String told() {
        it(2026, 9, 24);
        String told = number(new Counter(intake, catalogs).checkedBut(TOLD));
        reception.receive(told, null, false, CLERK, null);
        reception.notifyOnce(told, CLERK, null);
        it(2026, 9, 28);
        return told;
    }

    /** Is ten o'clock of that day. */
    private void it(int year, int month, int day) {
        clock.set(LocalDate.of(year, month, day).atTime(10, 0).atZone(clock.getZone()));
    }

    private void broughtInOrder(String key) {
        Dossier dossier = intake.dossier(number, CLERK);
        intake.check(number, Counter.seen(dossier.merge().material(key).orElseThrow()), CLERK);
    }

    private void foundFaulty(String key) {
        intake.check(number, new CheckedMaterial(key, Way.SEEN, List.of(), "看不清", List.of()), CLERK);
    }

    private Application application() {
        return intake.dossier(number, CLERK).application();
    }

    private void isSilentlyAcceptedAfter(LocalDate lastDay, LocalDateTime since) {
        it(lastDay.getYear(), lastDay.getMonthValue(), lastDay.getDayOfMonth());
        silence.accept();
        assertThat(application().status()).as("on the last day").isEqualTo(ApplicationStatus.SUPPLEMENT);
        LocalDate after = lastDay.plusDays(1);
        it(after.getYear(), after.getMonthValue(), after.getDayOfMonth());
        silence.accept();
        silence.accept();
        assertThat(application().status()).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(cases.file(number, CLERK).file().acceptedAt()).isEqualTo(since);
    }

    @Test
    @DisplayName("收了补正材料、出具凭证：凭证、页面、接口写明最后一天；放假不算，调休上班的算；只受理一次")
    void receipt() throws Exception {
        String receipt = reception.receive(number, null, false, CLERK, null);
        assertThat(PaperText.of(documents.read(receipt, Format.PDF, "clerk"))).contains("2026年10月10日");
        mvc.perform(get("/desk/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("已补正，等窗口受理")))
                .andExpect(content().string(containsString("10月10日 止")));
        mvc.perform(get("/desk?status=SUPPLEMENT").with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("10月10日 止")));
        mvc.perform(get("/api/applications/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(jsonPath("$.receivedAt").value("2026-09-28T10:00:00+08:00"));
        assertThat(reception
                        .track(number, application().queryCode())
                        .orElseThrow()
                        .decideUntil())
                .isEqualTo(LAST_DAY);
        mvc.perform(post("/track")
                        .param("number", number)
                        .param("code", application().queryCode())
                        .with(csrf()))
                .andExpect(content().string(containsString("窗口已经收到您补正的材料，10月10日")));
        isSilentlyAcceptedAfter(LAST_DAY, LocalDateTime.of(2026, 9, 28, 10, 0));
        assertThat(documents.bySubject(number))
                .filteredOn(document -> document.kind() == DocumentKind.ACCEPTANCE)
                .singleElement()
                .satisfies(acceptance -> assertThat(
                                PaperText.of(documents.read(acceptance.verifyCode(), Format.PDF, "clerk")))
                        .contains("第四项、第五项", "自收到补正申请材料之日起即为受理"));
    }

    @Test
    @DisplayName("告知的都补正了，没有出具凭证也没有人办：自补齐之日起")
    void complete() {
        assertThat(application().receivedAt()).as("it is with the applicant").isNull();
        broughtInOrder(TOLD);
        assertThat(application().receivedAt()).isEqualTo(LocalDateTime.of(2026, 9, 28, 10, 0));
        it(2026, 9, 29);
        Counter counter = new Counter(intake, catalogs);
        intake.fill(number, counter.example(intake.dossier(number, CLERK)), Set.of(), CLERK);
        reception.receive(number, null, false, CLERK, null);
        isSilentlyAcceptedAfter(LAST_DAY, LocalDateTime.of(2026, 9, 28, 10, 0));
    }

    @Test
    @DisplayName("补齐以后窗口取消勾选、再勾上，都还是从补齐那天起算；一直没有再告知的，到时视为受理")
    void uncheckedAgain() {
        broughtInOrder(TOLD);
        it(2026, 9, 29);
        foundFaulty(TOLD);
        assertThat(application().receivedAt()).isEqualTo(LocalDateTime.of(2026, 9, 28, 10, 0));
        it(2026, 9, 30);
        broughtInOrder(TOLD);
        foundFaulty(TOLD);
        isSilentlyAcceptedAfter(LAST_DAY, LocalDateTime.of(2026, 9, 28, 10, 0));
    }

    @Test
    @DisplayName("补齐以后又告知的，重新在申请人手里；再补齐那天起算")
    void toldAgainAfterAll() {
        broughtInOrder(TOLD);
        foundFaulty(TOLD);
        reception.notifyOnce(number, CLERK, null);
        assertThat(application().receivedAt()).isNull();
        it(2026, 12, 1);
        silence.accept();
        assertThat(application().status()).isEqualTo(ApplicationStatus.SUPPLEMENT);
        broughtInOrder(TOLD);
        // A Tuesday, and the one after.
        isSilentlyAcceptedAfter(LocalDate.of(2026, 12, 8), LocalDateTime.of(2026, 12, 1, 10, 0));
    }

    @Test
    @DisplayName("出具过凭证的，收件之日不因窗口后来的登记改变；再告知就不再起算，等申请人再补")
    void toldAgain() {
        reception.receive(number, null, false, CLERK, null);
        broughtInOrder(TOLD);
        foundFaulty(TOLD);
        assertThat(application().receivedAt()).isEqualTo(LocalDateTime.of(2026, 9, 28, 10, 0));
        it(2026, 10, 10);
        reception.notifyOnce(number, CLERK, null);
        it(2026, 12, 1);
        silence.accept();
        assertThat(application().status()).isEqualTo(ApplicationStatus.SUPPLEMENT);
        assertThat(application().isAwaited()).isFalse();
    }

    @Test
    @DisplayName("网上补正改到窗口补的，也一样")
    void cameToTheWindow() {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        number = opened.number();
        String key = home.brought(opened).get(0).key();
        home.lookedAt(number, intake, key);
        reception.notifyOnce(number, CLERK, null);
        desk.arrive(number, CLERK, null);
        assertThat(application().isAwaited()).isFalse();
        reception.receive(number, null, false, CLERK, null);
        isSilentlyAcceptedAfter(LAST_DAY, LocalDateTime.of(2026, 9, 28, 10, 0));
    }

    @Test
    @DisplayName("升级：以前为补正材料出具的凭证从那天算起；只有告知以前的凭证的，还在申请人手里")
    void upgraded() throws Exception {
        String waiting = told();
        reception.receive(number, null, false, CLERK, null);
        jdbc.sql("update intake.application set received_at = created_at where number in (:numbers)")
                .param("numbers", List.of(number, waiting))
                .update();
        jdbc.sql(new ClassPathResource("db/migration/intake/V9_52__supplemented.sql")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .split(";")[0])
                .update();
        assertThat(application().receivedAt()).isEqualTo(LocalDateTime.of(2026, 9, 28, 10, 0));
        assertThat(intake.dossier(waiting, CLERK).application().receivedAt()).isNull();
    }
}
