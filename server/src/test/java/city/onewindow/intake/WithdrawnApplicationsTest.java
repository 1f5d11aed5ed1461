package city.onewindow.intake;

import static city.onewindow.identity.CsrfCookie.csrf;
import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Told on Wednesday, 4 November 2026: the tenth working day after, the last to mend, is the 18th. */
@DisplayName("窗口撤回，逾期未补正按撤回处理")
class WithdrawnApplicationsTest extends HouseTest {

    private static final Duration TO_THE_LAST_DAY = Duration.ofDays(14);
    private static final Duration A_DAY = Duration.ofDays(1);

    @Autowired
    WithdrawnApplications withdrawn;

    @Autowired
    Reception reception;

    @Autowired
    OnlineApplications online;

    @Autowired
    RemoteApplications remote;

    private Counter counter;

    @BeforeEach
    void atTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    private static IdempotencyKey key(String number) {
        return new IdempotencyKey("end-" + number);
    }

    private List<IssuedDocument> papers(String number) {
        return documents.bySubject(number);
    }

    private String last(String number) throws IOException {
        List<IssuedDocument> papers = papers(number);
        assertThat(papers.get(papers.size() - 1).kind()).isEqualTo(DocumentKind.RETURN);
        return PaperText.of(documents.read(papers.get(papers.size() - 1).verifyCode(), Format.PDF, "clerk"));
    }

    private List<String> acts(String number) {
        return jdbc.sql("select act from intake.history where number = :number order by id")
                .param("number", number)
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("告知补正以后撤回的，出具退件通知书，列明退还的材料，只一份")
    void withdrawnAfterTheNotice() throws IOException {
        Dossier filled = counter.filled();
        String number = number(filled);
        counter.checkedBut(filled, filled.merge().materials().get(0).key());
        reception.notifyOnce(number, CLERK, null);
        withdrawn.withdraw(number, CLERK, key(number));
        withdrawn.withdraw(number, CLERK, key(number));
        assertThat(papers(number))
                .extracting(IssuedDocument::kind)
                .containsExactly(DocumentKind.ONE_TIME_NOTICE, DocumentKind.RETURN);
        assertThat(last(number))
                .contains("已经由您撤回", "退还", filled.merge().materials().get(1).name())
                .doesNotContain(filled.merge().materials().get(0).name());
    }

    @Test
    @DisplayName("出具过收件凭证、还没有告知的，撤回也出具退件通知书；没有收件的不用")
    void withdrawnAfterTheReceipt() throws IOException {
        String received = number(counter.checkedBut("ARTICLES"));
        reception.receive(received, null, false, CLERK, null);
        withdrawn.withdraw(received, CLERK, null);
        assertThat(papers(received))
                .extracting(IssuedDocument::kind)
                .containsExactly(DocumentKind.RECEIPT, DocumentKind.RETURN);
        assertThat(last(received)).contains("已经由您撤回", "退还");
        String early = number(counter.begun());
        withdrawn.withdraw(early, CLERK, null);
        assertThat(papers(early)).isEmpty();
    }

    @Test
    @DisplayName("网上告知的，补正期限过了没有补正，窗口按撤回处理，写明期限和救济；期限以内不能")
    void neverMendedOnline() throws Exception {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        String number = opened.number();
        home.lookedAt(number, intake, home.brought(opened).get(0).key());
        reception.notifyOnce(number, CLERK, null);
        clock.forward(TO_THE_LAST_DAY);
        mvc.perform(get("/desk/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(not(containsString("按撤回申请处理"))));
        assertThatThrownBy(() -> withdrawn.lapse(number, CLERK, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("2026年11月18日以后");

        clock.forward(A_DAY);
        mvc.perform(get("/desk/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("按撤回申请处理")));
        long version = intake.dossier(number, CLERK).application().version();
        mvc.perform(post("/desk/" + number + "/lapse")
                        .param("at-version", String.valueOf(version))
                        .with(SignedInAs.of(CLERK))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/" + number));
        mvc.perform(get("/desk/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("<h2>逾期未补正，按撤回处理</h2>")));
        assertThat(acts(number)).endsWith("NOTIFY", "LAPSE");
        assertThat(last(number)).contains("2026年11月18日", "按撤回申请处理", "行政复议", "行政诉讼");
        assertThat(remote.told(online.dossier(opened)))
                .extracting(IssuedDocument::kind)
                .endsWith(DocumentKind.RETURN);
    }

    @Test
    @DisplayName("窗口告知的也一样，历史里与申请人撤回分得清；接口重发一次，结果不变")
    void neverMendedAtTheWindow() throws Exception {
        String number = number(counter.checkedBut("ARTICLES"));
        reception.notifyOnce(number, CLERK, null);
        clock.forward(TO_THE_LAST_DAY);
        clock.forward(A_DAY);
        for (int i = 0; i < 2; i++) {
            mvc.perform(post("/api/applications/" + number + "/lapse")
                            .header(IdempotencyKey.HEADER, "end-" + number)
                            .with(SignedInAs.of(CLERK))
                            .with(csrf()))
                    .andExpect(status().isNoContent());
        }
        assertThat(acts(number)).endsWith("NOTIFY", "LAPSE");
        assertThat(papers(number)).hasSize(2);
        mvc.perform(get("/api/applications?status=WITHDRAWN&size=100").with(SignedInAs.of(CLERK)))
                .andExpect(jsonPath("$.items[?(@.number == '" + number + "')].withdrawnBy", hasItem("LAPSE")));
    }

    @Test
    @DisplayName("补正的材料已经收到、等窗口答复的，过了期限也不能按撤回处理")
    void mendedAndWaiting() {
        String number = number(counter.checkedBut("ARTICLES"));
        reception.notifyOnce(number, CLERK, null);
        clock.forward(TO_THE_LAST_DAY);
        reception.receive(number, null, false, CLERK, null);
        clock.forward(A_DAY);
        assertThatThrownBy(() -> withdrawn.lapse(number, CLERK, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("等窗口答复");
    }
}
