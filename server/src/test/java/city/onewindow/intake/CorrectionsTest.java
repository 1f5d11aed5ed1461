package city.onewindow.intake;

import static city.onewindow.identity.CsrfCookie.csrf;
import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.FormValues;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("当场更正")
class CorrectionsTest extends HouseTest {

    private static final String FIELD = "liaison_name";
    private static final String OTHER = "org_name";
    private static final String TABLE = "employees";

    @Autowired
    private Reception reception;

    @Autowired
    private Corrections corrections;

    @Autowired
    private PreReviewDesk desk;

    @Autowired
    private RemoteApplications remote;

    @Autowired
    private OnlineApplications online;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(intake, catalogs);
    }

    private void type(String number, String field, String value) {
        intake.fill(number, new FormValues(Map.of(field, value), Map.of()), Set.of(), CLERK);
    }

    private Application application(String number) {
        return intake.dossier(number, CLERK).application();
    }

    @Test
    @DisplayName("收件以前窗口怎么改都不算；收件以后改的，记下交来时的和现在的，改了几遍也是一处；改回去的不算")
    void afterTheReceipt() {
        String number = number(counter.checkedBut());
        String first = application(number).form().text(FIELD);
        type(number, FIELD, "收件前改的");
        type(number, FIELD, first);
        assertThat(corrections.open(number, CLERK)).isEmpty();
        reception.receive(number, null, false, CLERK, null);
        type(number, FIELD, "写错了");
        type(number, FIELD, "改对了");
        assertThat(corrections.open(number, CLERK)).singleElement().satisfies(one -> {
            assertThat(one.field()).isEqualTo(FIELD);
            assertThat(one.was()).isEqualTo(first);
            assertThat(one.corrected()).isEqualTo("改对了");
        });
        type(number, FIELD, first);
        assertThat(corrections.open(number, CLERK)).isEmpty();
        assertThatThrownBy(() -> corrections.record(number, CLERK, null)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("出具的记录写明更正前后，由申请人签字；同一次提交只出一份；期限从收件那天算，一点不变")
    void recorded() throws Exception {
        String number = number(counter.checkedBut());
        reception.receive(number, null, false, CLERK, null);
        LocalDateTime received = application(number).receivedAt();
        String first = application(number).form().text(FIELD);
        type(number, FIELD, "改对了");
        IdempotencyKey key = AtHome.key();
        String record = corrections.record(number, CLERK, key);
        assertThat(corrections.record(number, CLERK, key)).isEqualTo(record);
        assertThat(PaperText.of(documents.read(record, Format.PDF, "clerk")))
                .contains("当场更正记录", first, "改对了", "第三十二条第一款第三项", "申请人（经办人）", number);
        assertThat(corrections.open(number, CLERK)).isEmpty();
        assertThat(application(number).receivedAt()).isEqualTo(received);
        type(number, FIELD, "又改了");
        assertThat(corrections.open(number, CLERK))
                .singleElement()
                .satisfies(one -> assertThat(one.was()).isEqualTo("改对了"));
        assertThat(jdbc.sql("select position(:said in was) from intake.correction where number = :number")
                        .param("said", "改对了".getBytes(StandardCharsets.UTF_8))
                        .param("number", number)
                        .query(Integer.class)
                        .list())
                .as("sealed")
                .containsOnly(0);
        assertThat(mvc.perform(get("/desk/" + number + "/materials").with(SignedInAs.of(CLERK)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("有 1 处当场更正还没有出具记录");
        reception.accept(number, null, CLERK);
        mvc.perform(get("/desk/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("有 1 处当场更正还没有出具记录")));
        corrections.record(number, CLERK, null);
        assertThatThrownBy(() -> corrections.record(number, CLERK, null)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("网上填好交来的，到窗口改的就是当场更正")
    void filedOnline() {
        OpenedApplication opened = new AtHome(online, catalogs).submitted();
        String first = online.dossier(opened).form().text(FIELD);
        desk.arrive(opened.number(), CLERK, null);
        type(opened.number(), FIELD, "到窗口改的");
        assertThat(corrections.open(opened.number(), CLERK))
                .singleElement()
                .satisfies(one -> assertThat(one.was()).isEqualTo(first));
        assertThat(application(opened.number()).receivedAt()).isNull();
        corrections.record(opened.number(), CLERK, null);
        assertThat(application(opened.number()).receivedAt())
                .as("corrected, not received")
                .isNull();
    }

    @Test
    @DisplayName("告知书要求补正的是补正，不是更正；别处的错可以当场更正，补正的期限照旧")
    void supplemented() {
        String number = number(counter.checkedBut());
        intake.remark(number, Map.of(FIELD, "与任职文件不一致"), CLERK);
        reception.notifyOnce(number, CLERK, null);
        type(number, OTHER, "洛阳更正有限公司");
        LocalDateTime none = application(number).receivedAt();
        corrections.record(number, CLERK, null);
        assertThat(application(number).receivedAt()).isEqualTo(none).isNull();
        type(number, FIELD, "补正了");
        assertThat(corrections.open(number, CLERK)).isEmpty();
        assertThat(application(number).receivedAt()).isNotNull();
        LocalDateTime received = application(number).receivedAt();
        type(number, OTHER, "洛阳再更正有限公司");
        corrections.record(number, CLERK, null);
        assertThat(application(number).receivedAt()).isEqualTo(received);
    }

    @Test
    @DisplayName("更正了、还没有出具记录的一栏，告知书又点名：以后改的是补正，记录里没有；别的更正还在")
    void namedAfterwards() {
        String number = number(counter.checkedBut());
        reception.receive(number, null, false, CLERK, null);
        type(number, FIELD, "更正错了");
        type(number, OTHER, "洛阳更正有限公司");
        intake.remark(number, Map.of(FIELD, "与任职文件不一致"), CLERK);
        reception.notifyOnce(number, CLERK, null);
        type(number, FIELD, "补正了");
        assertThat(corrections.open(number, CLERK))
                .extracting(Correction::field)
                .containsExactly(OTHER);
    }

    @Test
    @DisplayName("告知书点名表格里的一格，补上这一格是补正")
    void cells() {
        Dossier begun =
                counter.checkedBut(counter.filled(counter.begun(Map.of("q_agent", "no", "q_has_employees", "yes"))));
        String number = number(begun);
        List<Map<String, String>> whole = begun.application().form().rows(TABLE);
        Map<String, String> row = new HashMap<>(whole.get(0));
        row.remove("employee_job");
        intake.fill(number, new FormValues(Map.of(), Map.of(TABLE, List.of(row))), Set.of(), CLERK);
        reception.notifyOnce(number, CLERK, null);
        intake.fill(number, new FormValues(Map.of(), Map.of(TABLE, whole)), Set.of(), CLERK);
        assertThat(corrections.open(number, CLERK)).isEmpty();
    }

    @Test
    @DisplayName("申请人在网上补正时动过、告知书没有点名的，到窗口再改是更正")
    void besideTheNotice() {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        home.lookedAt(opened.number(), intake, home.brought(opened).get(0).key());
        reception.notifyOnce(opened.number(), CLERK, null);
        online.fill(opened, new FormValues(Map.of(FIELD, "补正时改的"), Map.of()), Set.of());
        desk.arrive(opened.number(), CLERK, null);
        type(opened.number(), FIELD, "到窗口改的");
        assertThat(corrections.open(opened.number(), CLERK))
                .singleElement()
                .satisfies(one -> assertThat(one.was()).isEqualTo("补正时改的"));
    }

    @Test
    @DisplayName("页面上看得到改了什么，出具以后列着记录；别的窗口看不到")
    void pages() throws Exception {
        String number = number(counter.checkedBut());
        String path = "/desk/" + number + "/corrections";
        mvc.perform(get("/desk/" + number + "/materials").with(SignedInAs.of(CLERK)))
                .andExpect(content().string(not(containsString(path))));
        reception.receive(number, null, false, CLERK, null);
        mvc.perform(get("/desk/" + number + "/materials").with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString(path)));
        mvc.perform(get(path).with(SignedInAs.of(CLERK))).andExpect(content().string(containsString("没有还要记录的更正")));
        type(number, FIELD, "页面改的");
        mvc.perform(get(path).with(SignedInAs.of(CLERK))).andExpect(content().string(containsString("页面改的")));
        mvc.perform(post(path)
                        .param("key", AtHome.key().value())
                        .with(SignedInAs.of(CLERK))
                        .with(csrf()))
                .andExpect(redirectedUrl(path));
        mvc.perform(get(path).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("没有还要记录的更正")))
                .andExpect(content().string(containsString("当场更正记录 ")));
        assertThat(documents.bySubject(number)).anyMatch(paper -> paper.kind() == DocumentKind.CORRECTION_RECORD);
        var stranger = SignedInAs.actor("clerk-ssdj", "scjg", "ssdj", Role.CLERK);
        mvc.perform(get("/api/applications/" + number + "/corrections").with(SignedInAs.of(stranger)))
                .andExpect(status().isNotFound());
        mvc.perform(post("/api/applications/" + number + "/corrections")
                        .header(IdempotencyKey.HEADER, AtHome.key().value())
                        .with(SignedInAs.of(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }
}
