package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;

import city.onewindow.calendar.DayUnit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of rulings (复议、诉讼结果) share. */
abstract class RulingHouseTest extends ApprovalHouseTest {

    static final String ORGAN = "洛阳市人民政府";

    @Autowired
    RulingActs rulings;

    @Autowired
    DeclarationActs declarations;

    String denied() {
        String number = cases.accept("a");
        deny(number, "a");
        deliver(number, "a");
        return number;
    }

    void approvedOnDeclaration(String number, String item) {
        declarations.grant(number, item, "", decider(item), null);
        approval.certify(number, item, "", SampleCases.certifier(item), null);
    }

    List<HistoryEntry> rule(String number, String item, AskedRuling asked) {
        return rulings.record(number, item, asked, decider(item), null);
    }

    AskedRuling anew(String place, @Nullable Integer days, @Nullable DayUnit unit, boolean procedural) {
        return of(Ruling.Kind.DECIDE_ANEW, place, days, unit, procedural);
    }

    AskedRuling of(Ruling.Kind kind, String place, @Nullable Integer days, @Nullable DayUnit unit, boolean procedural) {
        LocalDate today = LocalDateTime.now(clock).toLocalDate();
        return new AskedRuling(
                RulingOrgan.REVIEW_ORGAN,
                ORGAN,
                "洛政复决〔2026〕" + place + "号",
                today,
                today,
                kind,
                "如裁决结果",
                "",
                procedural,
                days,
                unit);
    }

    /** Another decider of the department. */
    static Actor another(String item) {
        return new Actor("another-" + item, "周八", Set.of(Role.DECIDER), "dep-" + item, null);
    }

    /** The first that an act on the matter gave. */
    IssuedDocument document(String number, DocumentKind kind, String item) {
        List<String> own = matters.history(SampleCases.REGION, number).stream()
                .filter(one -> one.item().equals(item))
                .flatMap(one -> Stream.ofNullable(one.document()))
                .toList();
        return documents.bySubject(number).stream()
                .filter(one -> one.kind() == kind && own.contains(one.number()))
                .findFirst()
                .orElseThrow();
    }

    List<String> cardsOf(String number) {
        return jdbc.sql("select round || ' ' || kind from approval.card where number = :number order by id")
                .param("number", number)
                .query(String.class)
                .list();
    }
}
