package city.onewindow.approval;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of hearings share. Cases are accepted on Wednesday, 4 November 2026: who is told on that day may ask until Wednesday, the 11th. */
abstract class HearingHouseTest extends HouseTest {

    static final Actor REVIEWER = staff("scjg-review", Role.REVIEWER);
    static final Actor EXAMINER = staff("scjg-examine", Role.REVIEWER);
    static final Actor DECIDER = staff("scjg-decide", Role.DECIDER);

    static final Hearing.Party NEIGHBOUR = new Hearing.Party("赵邻居", "洛阳市示例路2号");
    static final LocalDateTime HELD = LocalDateTime.parse("2026-11-19T09:30");
    static final AskedRecord RECORD = new AskedRecord("申请人、赵邻居、审查人", "赵邻居认为扰民，申请人承诺隔音。", "均已核对并签字", false);

    @Autowired
    Hearings hearings;

    @Autowired
    HearingRequests requests;

    @Autowired
    Approval approval;

    @Autowired
    ClockActs clockActs;

    @Autowired
    Cases door;

    String number = "";
    String item = "";

    @BeforeEach
    void aCase() {
        number = startups.accept();
        item = startups.item("企业设立登记(有限责任公司)");
    }

    void heard() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        call(HELD.minusDays(1), false);
        at("2026-11-18T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
    }

    List<HistoryEntry> tell(List<Hearing.Party> others) {
        return hearings.tell(number, item, "经营噪声影响相邻住户休息。", others, null, REVIEWER, null);
    }

    void tellBy(Actor actor) {
        hearings.tell(number, item, "采光。", List.of(), null, actor, null);
    }

    void call(LocalDateTime at, boolean announced) {
        call(at, announced, "");
    }

    void call(LocalDateTime at, boolean announced, String reason) {
        hearings.call(number, item, session(at, "scjg-decide", announced), reason, List.of(), REVIEWER, null);
    }

    static AskedSession session(@Nullable LocalDateTime at, String presider, boolean announced) {
        return new AskedSession(at, "市政务服务中心听证室", presider, announced);
    }

    List<HistoryEntry> review() {
        return approval.review(number, item, Recommendation.GRANT, "材料齐全。", REVIEWER, null);
    }

    void at(String time) {
        clock.set(LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")));
    }

    String form(Act act) throws Exception {
        return mvc.perform(get("/matters/" + number + "/" + item + "/hearing?act=" + act)
                        .with(SignedInAs.of(REVIEWER)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    MatterView view() {
        return door.matter(number, item, REVIEWER);
    }

    Matter matter() {
        return view().matter();
    }

    List<IssuedDocument> papers(DocumentKind kind) {
        return documents.bySubject(number).stream()
                .filter(one -> one.kind() == kind)
                .toList();
    }

    String text(IssuedDocument document) throws IOException {
        return PaperText.of(documents.read(document.verifyCode(), Format.PDF, "scjg-review"));
    }

    List<String> audited() {
        return jdbc.sql("select act from audit.entry where object = :number order by id")
                .param("number", number)
                .query(String.class)
                .list();
    }

    static List<Fault> faults(ThrowingCallable act) {
        return catchThrowableOfType(Problem.InvalidInput.class, act).faults();
    }

    static List<String> pointers(ThrowingCallable act) {
        return faults(act).stream().map(Fault::pointer).toList();
    }

    private static Actor staff(String account, Role role) {
        return new Actor(account, account, Set.of(role), "scjg", null);
    }
}
