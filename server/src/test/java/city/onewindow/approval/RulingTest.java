package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import city.onewindow.calendar.DayUnit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.RevokedHow;
import city.onewindow.notice.Verification;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("复议、诉讼结果：登记、重新办理、变更、无效")
class RulingTest extends RulingHouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Test
    @DisplayName("不予送达以后被撤销、责令三十日内重作：结案的办件重开，因它终止的恢复等待，另有人不予的不恢复；原文书按码、按文件都说是谁撤销的")
    void reopened() {
        String number = cases.accept("a", "b<a", "c<b", "x", "d<a,x");
        deny(number, "a");
        deny(number, "x");
        deliver(number, "a", "x");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        IssuedDocument denial = document(number, DocumentKind.DENIAL, "a");
        byte[] file = documents.read(denial.verifyCode(), Format.PDF, "public").content();

        List<HistoryEntry> written = rule(number, "a", anew("1", 30, DayUnit.NATURAL, false));
        assertThat(written)
                .extracting(one -> one.item() + " " + one.act() + " " + one.to())
                .containsExactly("a REOPEN REVIEW", "b AWAIT_AGAIN WAITING", "c AWAIT_AGAIN WAITING");
        assertThat(steps(number))
                .containsOnly(
                        entry("a", Step.REVIEW),
                        entry("b", Step.WAITING),
                        entry("c", Step.WAITING),
                        entry("x", Step.ENDED),
                        entry("d", Step.ENDED));
        assertThat(statusOf(number)).isEqualTo("RUNNING");
        LocalDate last = now().toLocalDate().plusDays(30);
        assertThat(matter(number, "a").running().promisedDue().toLocalDate())
                .isAfterOrEqualTo(last)
                .isBefore(last.plusDays(9));
        assertThat(matter(number, "a").running().statutoryDue())
                .isEqualTo(matter(number, "a").running().promisedDue());

        IssuedDocument now = documents.byVerifyCode(denial.verifyCode()).orElseThrow();
        assertThat(now.revokedHow()).isEqualTo(RevokedHow.SET_ASIDE);
        assertThat(now.revokedBy()).contains(ORGAN, "洛政复决〔2026〕1号");
        Verification checked = documents.check(new ByteArrayInputStream(file));
        assertThat(checked.verdict()).isEqualTo(Verification.Verdict.ISSUED);
        assertThat(checked.document().orElseThrow().isRevoked()).isTrue();
        assertThat(document(number, DocumentKind.TERMINATION, "b").isRevoked()).isTrue();
        assertThat(document(number, DocumentKind.TERMINATION, "d").isRevoked()).isFalse();
        assertThat(document(number, DocumentKind.DENIAL, "x").isRevoked()).isFalse();
        assertThat(document(number, DocumentKind.RULING_NOTICE, "a").isRevoked())
                .isFalse();

        rule(number, "x", anew("2", null, null, false));
        assertThat(steps(number)).contains(entry("d", Step.WAITING), entry("x", Step.REVIEW));
    }

    @Test
    @DisplayName("重新准予：后续照常开始，再次送达另有送达回证，证号与从前不同，办件再次办结")
    void grantedAnew() {
        String number = cases.accept("a", "b<a");
        deny(number, "a");
        deliver(number, "a");
        rule(number, "a", anew("1", null, null, false));
        review(number, "a");
        assertThatThrownBy(() -> approval.grant(number, "a", "", decider("a"), null))
                .as("who decided what was set aside")
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("原决定是您作出的");
        approval.grant(number, "a", "", another("a"), null);
        assertThat(steps(number)).containsOnly(entry("a", Step.CERTIFY), entry("b", Step.REVIEW));
        approval.certify(number, "a", "", SampleCases.certifier("a"), null);
        assertThat(matter(number, "a").certificateNumber()).isEqualTo(number + "-01-2");
        certify(number, "b");
        deliver(number, "a", "b");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        assertThat(documents.bySubject(number).stream().filter(one -> one.kind() == DocumentKind.DELIVERY_RECEIPT))
                .hasSize(2);
        assertThat(door.file(number, MANAGER).owed()).isEmpty();
    }

    @Test
    @DisplayName("不得以同一的事实和理由作出相同的决定：再不予要写明不同之处，写进决定书；以违反法定程序为由撤销的不受此限")
    void notTheSameAgain() {
        String number = denied();
        rule(number, "a", anew("1", null, null, false));
        review(number, "a");
        assertThatThrownBy(() -> approval.deny(number, "a", "不符合", "某法第二条", another("a"), null))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactly("/different"));
        assertThat(matter(number, "a").step()).isEqualTo(Step.DECIDE);
        List<HistoryEntry> again = approval.deny(number, "a", "不符合", "某法第二条", "现场另查明通道被占用。", another("a"), null);
        assertThat(again.get(0).opinion()).contains("不符合", "通道被占用");

        String procedural = denied();
        rule(procedural, "a", anew("1", null, null, true));
        review(procedural, "a");
        approval.deny(procedural, "a", "不符合", "某法第二条", another("a"), null);
        deliver(procedural, "a");
        rule(procedural, "a", anew("2", null, null, false));
        assertThat(door.matter(procedural, "a", decider("a")).rulings())
                .as("a second ruling, on the second decision")
                .hasSize(2);
        assertThat(matter(procedural, "a").anew())
                .isEqualTo(new Matter.Anew(2, true, false, "another-a", Outcome.DENIED));
    }

    @Test
    @DisplayName("准予被撤销、责令重作：还在等待的不会提前开始，已开始的继续并获知；再次不予，只终止还在等待的")
    void grantSetAside() {
        String number = cases.accept("a", "b<a", "c<a,x", "x", "e<b");
        certify(number, "a");
        deliver(number, "a");
        List<HistoryEntry> written = rule(number, "a", anew("1", null, null, false));
        assertThat(written)
                .extracting(one -> one.item() + " " + one.act())
                .containsExactly("a REOPEN", "b LEARN_OF_REVOCATION");
        grant(number, "x");
        assertThat(steps(number)).contains(entry("c", Step.WAITING), entry("b", Step.REVIEW));
        review(number, "a");
        approval.deny(number, "a", "不符合", "某法第二条", another("a"), null);
        assertThat(steps(number))
                .containsOnly(
                        entry("a", Step.DELIVER),
                        entry("b", Step.REVIEW),
                        entry("c", Step.ENDED),
                        entry("x", Step.CERTIFY),
                        entry("e", Step.WAITING));
        assertThat(document(number, DocumentKind.CERTIFICATE, "a").revokedHow()).isEqualTo(RevokedHow.SET_ASIDE);
    }

    @Test
    @DisplayName("变更为准予：直接制证，后续开始；变更为不予：送达裁决文书")
    void changed() {
        String number = cases.accept("a", "b<a");
        deny(number, "a");
        deliver(number, "a");
        rule(number, "a", of(Ruling.Kind.CHANGED_TO_GRANT, "1", null, null, false));
        assertThat(steps(number)).containsOnly(entry("a", Step.CERTIFY), entry("b", Step.REVIEW));
        approval.certify(number, "a", "", SampleCases.certifier("a"), null);
        deliver(number, "a");
        assertThat(document(number, DocumentKind.DENIAL, "a").revokedHow()).isEqualTo(RevokedHow.CHANGED);
        rule(number, "a", of(Ruling.Kind.CHANGED_TO_DENIAL, "2", null, null, false));
        assertThat(matter(number, "a").step()).isEqualTo(Step.DELIVER);
        assertThat(matter(number, "a").isDecidedByRuling()).isTrue();
        assertThat(matter(number, "b").step()).isEqualTo(Step.REVIEW);
    }

    @Test
    @DisplayName("确认无效：决定和结果失效，等它的终止；维持和确认违法只登记；告知承诺准予的也能撤销重作，改按一般程序")
    void voidAndUpheld() {
        String fire = cases.declarable();
        String number = cases.accept(fire, "c<" + fire + ",x", "x");
        approvedOnDeclaration(number, fire);
        deliver(number, fire);
        rule(number, fire, of(Ruling.Kind.UPHELD, "1", null, null, false));
        rule(number, fire, of(Ruling.Kind.UNLAWFUL, "2", null, null, false));
        assertThat(matter(number, fire).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(document(number, DocumentKind.CERTIFICATE, fire).isRevoked()).isFalse();
        assertThatThrownBy(() -> rule(number, fire, of(Ruling.Kind.UPHELD, "2", null, null, false)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经登记过");
        rule(number, fire, of(Ruling.Kind.VOID, "3", null, null, false));
        assertThat(matter(number, fire).outcome()).isEqualTo(Outcome.REVOKED);
        assertThat(matter(number, "c").outcome()).isEqualTo(Outcome.TERMINATED);
        assertThat(document(number, DocumentKind.CERTIFICATE, fire).revokedHow())
                .isEqualTo(RevokedHow.VOID);

        String declared = cases.accept(fire);
        approvedOnDeclaration(declared, fire);
        deliver(declared, fire);
        rule(declared, fire, anew("4", null, null, false));
        review(declared, fire);
        assertThat(door.matter(declared, fire, another(fire)).next())
                .extracting(edge -> edge.act())
                .contains(Act.GRANT)
                .doesNotContain(Act.GRANT_DECLARED);
        approval.deny(declared, fire, "不符合", "某法第二条", another(fire), null);
    }

    @Test
    @DisplayName("撤销而不责令重作：准予和结果失效，等它的终止，已经开始的获知；不予的要重新作出，不能这样登记")
    void setAside() {
        String number = cases.accept("a", "b<a", "c<b");
        certify(number, "a");
        deliver(number, "a");
        deny(number, "b");
        deliver(number, "b");
        assertThatThrownBy(() -> rule(number, "b", of(Ruling.Kind.SET_ASIDE, "1", null, null, false)))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("还没有答复");
        rule(number, "a", of(Ruling.Kind.SET_ASIDE, "1", null, null, false));
        assertThat(matter(number, "a"))
                .returns(Step.ENDED, Matter::step)
                .returns(Outcome.REVOKED, Matter::outcome)
                .returns(true, Matter::isDecidedByRuling);
        assertThat(document(number, DocumentKind.GRANT, "a").revokedHow()).isEqualTo(RevokedHow.SET_ASIDE);
        assertThat(document(number, DocumentKind.RULING_NOTICE, "a").isRevoked())
                .isFalse();
        assertThatThrownBy(() -> rule(number, "a", of(Ruling.Kind.UPHELD, "2", null, null, false)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("由裁决撤销");

        String running = cases.accept("a", "b<a", "c<a,x", "x");
        certify(running, "a");
        deliver(running, "a");
        rule(running, "a", of(Ruling.Kind.SET_ASIDE, "3", null, null, false));
        assertThat(matter(running, "c").outcome()).isEqualTo(Outcome.TERMINATED);
        assertThat(matter(running, "b").step()).isEqualTo(Step.REVIEW);
        assertThat(matters.history(SampleCases.REGION, running))
                .filteredOn(one -> one.item().equals("b"))
                .extracting(HistoryEntry::act)
                .contains(Act.LEARN_OF_REVOCATION);
    }

    @Test
    @DisplayName("窗口终止的由中心登记：一起终止的一起恢复，等前序的仍等前序")
    void endedByTheWindow() {
        String number = cases.accept("a", "b<a", "x");
        approval.withdraw(number, "被人冒名申请撤回", SampleCases.CLERK, null);
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        assertThatThrownBy(() -> rule(number, "a", anew("1", null, null, false)))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> rulings.record(number, "b", anew("1", null, null, false), MANAGER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("前序事项");
        rulings.record(number, "a", anew("1", 10, DayUnit.WORKING, false), MANAGER, null);
        assertThat(steps(number))
                .containsOnly(entry("a", Step.REVIEW), entry("b", Step.WAITING), entry("x", Step.REVIEW));
        assertThat(document(number, DocumentKind.TERMINATION, "a").revokedHow()).isEqualTo(RevokedHow.SET_ASIDE);
        grant(number, "a");
        assertThat(steps(number)).contains(entry("b", Step.REVIEW));
    }
}
