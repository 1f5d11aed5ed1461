package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.reviewer;

import city.onewindow.approval.Inspection.Reply;
import city.onewindow.approval.Inspection.Result;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of inspections share: a case of three departments, and the short way to what is done. */
abstract class InspectionHouseTest extends ApprovalHouseTest {

    static final List<String> TWO = List.of("张三", "李四 豫C0002");
    static final Actor LEAD = new Actor("lead", "牵头一", Set.of(Role.LEAD_DEPARTMENT), "scjg", null);
    static final Actor OTHER_LEAD = new Actor("lead-x", "牵头二", Set.of(Role.LEAD_DEPARTMENT), "dep-x", null);

    @Autowired
    Inspections inspections;

    @Autowired
    InspectionCalendar calendar;

    @Autowired
    InspectionSettling settling;

    @Autowired
    private Cases door;

    String number = "";

    @BeforeEach
    void aCase() {
        number = cases.accept("a", "b", "c");
    }

    Inspection propose(LocalDateTime at, String... items) {
        return propose(at, TWO, items);
    }

    /** By the department of the first. */
    Inspection propose(LocalDateTime at, List<String> officers, String... items) {
        InspectionProposal proposal = new InspectionProposal(List.of(items), appointment(at), officers);
        return inspections.propose(number, proposal, reviewer(items[0]), null);
    }

    static Appointment appointment(LocalDateTime at) {
        return new Appointment(at, "洛阳市西工区示例路1号", "经营场所布局", "平面图");
    }

    Inspection comes(Inspection to, String item) {
        return answer(to, item, Reply.COMES, TWO, "");
    }

    Inspection answer(Inspection to, String item, Reply reply, List<String> officers, String text) {
        return inspections.answer(number, to.seq(), reply, officers, text, null, reviewer(item), null);
    }

    Inspection finds(Inspection at, String item, Result result) {
        return inspections.find(number, at.seq(), result, List.of(), "看过了。", reviewer(item), null);
    }

    Inspection one() {
        return calendar.one(number, 1, LEAD).inspection();
    }

    List<InspectionVisit> told() {
        return calendar.told(door.file(number, reviewer("a")).file());
    }

    List<NextMove.Party> owed(String item) {
        return owed(item, item);
    }

    /** What a reviewer of another department is told of it. */
    List<NextMove.Party> owed(String reader, String item) {
        return door.matter(number, item, reviewer(reader)).owed().stream()
                .map(NextMove::party)
                .toList();
    }

    List<IssuedDocument> papers(DocumentKind kind) {
        return documents.bySubject(number).stream()
                .filter(paper -> paper.kind() == kind)
                .toList();
    }

    String audited() {
        return jdbc.sql("""
                        select string_agg(act, ',' order by id) from audit.entry
                        where object = :number and act like 'inspection.%'
                        """).param("number", number).query(String.class).single();
    }

    LocalDateTime tomorrow() {
        return now().plusDays(1);
    }
}
