package city.onewindow.intake;

import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import city.onewindow.HouseTest;
import city.onewindow.approval.Cases;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Receipts are given on Wednesday, 4 November 2026: the fifth working day after is the 11th. */
@DisplayName("五个工作日不告知，视为受理")
class SilenceTest extends HouseTest {

    @Autowired
    private Reception reception;

    @Autowired
    private Silence silence;

    @Autowired
    private Cases cases;

    private Counter counter;

    @BeforeEach
    void openTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    @Test
    @DisplayName("第五个工作日当天还不是，次日起即为自收件之日受理，只受理一次")
    void accepted() throws Exception {
        String number = number(counter.checkedBut("ARTICLES"));
        reception.receive(number, null, false, CLERK, null);
        clock.forward(Duration.ofDays(7));
        silence.accept();
        assertThat(status(number)).isEqualTo(ApplicationStatus.DRAFT);

        clock.forward(Duration.ofDays(1));
        silence.accept();
        silence.accept();
        assertThat(status(number)).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(cases.file(number, CLERK).file().acceptedAt()).isEqualTo("2026-11-04T10:00");
        List<IssuedDocument> acceptances = documents.bySubject(number).stream()
                .filter(document -> document.kind() == DocumentKind.ACCEPTANCE)
                .toList();
        assertThat(acceptances).hasSize(1);
        assertThat(cases.file(number, CLERK).owed())
                .as("nobody could act before it was accepted")
                .isNotEmpty()
                .allSatisfy(move ->
                        assertThat(move.since()).isEqualTo(acceptances.get(0).issuedAt()));
        assertThat(PaperText.of(documents.read(acceptances.get(0).verifyCode(), Format.PDF, "clerk")))
                .contains("第三十二条第一款第四项", "自收到申请材料之日起即为受理", "（视为受理）");
        mvc.perform(get("/cases/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("收件，视为受理（企业开办综合受理窗口）")));
        String promised = DateTimeFormatter.ofPattern("yyyy年M月d日")
                .format(cases.file(number, CLERK).file().promisedDue());
        mvc.perform(get("/desk/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("<dd>11月4日 10:00</dd>")))
                .andExpect(content().string(containsString("<dd>" + promised)));
    }

    @Test
    @DisplayName("已经视为受理、系统还没有出具受理通知书的，窗口不能再告知、不予受理、按今天受理，申请人不能撤回")
    void acceptedBeforeItIsWritten(@Autowired WithdrawnApplications withdrawn) {
        String number = number(counter.checkedBut("ARTICLES"));
        String complete = number(counter.checkedBut());
        reception.receive(number, null, false, CLERK, null);
        reception.receive(complete, null, false, CLERK, null);
        clock.forward(Duration.ofDays(8));
        Refusal refusal = new Refusal("不归本机关。", "行政许可法第三十二条", "");
        List.<ThrowingCallable>of(
                        () -> reception.notifyOnce(number, CLERK, null),
                        () -> reception.refuse(number, refusal, CLERK, null),
                        () -> reception.accept(complete, null, CLERK),
                        () -> withdrawn.withdraw(number, CLERK, null))
                .forEach(late -> assertThatThrownBy(late)
                        .isInstanceOf(Problem.Conflict.class)
                        .hasMessageContaining("自 2026年11月4日起即为受理"));
        silence.accept();
        assertThat(status(number)).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(cases.file(complete, CLERK).file().acceptedAt()).isEqualTo("2026-11-04T10:00");
        assertThat(reception.accept(complete, null, CLERK).number()).isEqualTo(complete);
    }

    @Test
    @DisplayName("告知过的、没有出具收件凭证的，不会视为受理")
    void notAccepted() {
        String noticed = number(counter.checkedBut("ARTICLES"));
        reception.receive(noticed, null, false, CLERK, null);
        reception.notifyOnce(noticed, CLERK, null);
        String unreceived = number(counter.filled());
        clock.forward(Duration.ofDays(30));
        silence.accept();
        assertThat(status(noticed)).isEqualTo(ApplicationStatus.SUPPLEMENT);
        assertThat(status(unreceived)).isEqualTo(ApplicationStatus.DRAFT);
    }

    @Test
    @DisplayName("窗口发现的问题不因视为受理不见：缺的材料、填得不对的栏目，办理部门都看到要核实")
    void leftToTheDepartment() throws Exception {
        String number = number(counter.checkedBut("ARTICLES"));
        intake.remark(number, Map.of("liaison_name", "与任职文件上的姓名不一致"), CLERK);
        reception.receive(number, null, false, CLERK, null);
        clock.forward(Duration.ofDays(8));
        silence.accept();
        String matter = number + "/"
                + catalogs.current().itemNamed("企业设立登记(有限责任公司)").orElseThrow().code();
        Actor reviewer = SignedInAs.actor("scjg-reviewer", "scjg", null, Role.REVIEWER);
        mvc.perform(get("/api/matters/" + matter + "/dossier").with(SignedInAs.of(reviewer)))
                .andExpect(jsonPath(
                        "$.toVerify[*].pointer", containsInAnyOrder("/materials/ARTICLES", "/form/liaison_name")));
        mvc.perform(get("/matters/" + matter).with(SignedInAs.of(reviewer)))
                .andExpect(content().string(containsString("请核实：还没有提交")))
                .andExpect(content().string(containsString("与任职文件上的姓名不一致")));
    }

    @Test
    @DisplayName("受理通知书出具不了的，别的照样受理；管理人员在办件总览和接口看得到，能出具了就不再列")
    void cannotBeWritten() throws Exception {
        String failing = number(counter.checkedBut("ARTICLES"));
        String other = number(counter.checkedBut("ARTICLES"));
        reception.receive(failing, null, false, CLERK, null);
        reception.receive(other, null, false, CLERK, null);
        // Something already stands where the case is to be written.
        jdbc.sql("""
                        insert into approval.case_file (region, number, title, window_code, lead_department, applicant,
                            applicant_fingerprint, addressee, query_code, edition, unended, unmade, accepted_at, accepted_by,
                            promised_due, statutory_due)
                        select region, :number, title, window_code, lead_department, applicant,
                            applicant_fingerprint, addressee, query_code, edition, unended, unmade, accepted_at, accepted_by,
                            promised_due, statutory_due
                        from approval.case_file where number = :like
                        """).param("number", failing).param("like", startups.accept()).update();
        clock.forward(Duration.ofDays(8));
        silence.accept();
        assertThat(status(failing)).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(status(other)).isEqualTo(ApplicationStatus.ACCEPTED);
        Actor manager = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
        mvc.perform(get("/overview").with(SignedInAs.of(manager)))
                .andExpect(content().string(containsString(failing + "，2026年11月4日收到")));
        mvc.perform(get("/api/applications/unwritten-acceptances").with(SignedInAs.of(manager)))
                .andExpect(jsonPath("$[*].number", hasItem(failing)))
                .andExpect(jsonPath("$[*].number", not(hasItem(other))));
        assertThatThrownBy(() -> reception.notifyOnce(failing, CLERK, null)).hasMessageContaining("办件总览");

        jdbc.sql("delete from approval.case_file where number = :number")
                .param("number", failing)
                .update();
        silence.accept();
        assertThat(status(failing)).isEqualTo(ApplicationStatus.ACCEPTED);
        mvc.perform(get("/api/applications/unwritten-acceptances").with(SignedInAs.of(manager)))
                .andExpect(jsonPath("$[*].number", not(hasItem(failing))));
    }

    private ApplicationStatus status(String number) {
        return intake.dossier(number, CLERK).application().status();
    }
}
