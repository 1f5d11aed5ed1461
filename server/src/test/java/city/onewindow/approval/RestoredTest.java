package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import city.onewindow.BlankImage;
import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.intake.RevokedDeclarations;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.RevokedHow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("撤销决定经复议、诉讼撤销：准予恢复有效")
class RestoredTest extends RulingHouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private RevokedDeclarations revoked;

    @Autowired
    private Calendar calendar;

    private String fire = "";

    @BeforeEach
    void declarable() {
        fire = cases.declarable();
    }

    @Test
    @DisplayName("送达以后撤销的：准予和证照按码、按文件重新有效，写明曾被撤销、由谁恢复；撤销决定书不再有效；因它终止的恢复；核查重新进行")
    void handedOver() {
        String number = cases.accept(fire, "b<" + fire, "x", "c<x," + fire);
        approvedOnDeclaration(number, fire);
        deliver(number, fire);
        revoke(number);
        IssuedDocument certificate = document(number, DocumentKind.CERTIFICATE, fire);
        byte[] file =
                documents.read(certificate.verifyCode(), Format.PDF, "public").content();
        assertThat(steps(number)).contains(entry("c", Step.ENDED));
        assertThat(revoked.isOnRecord(number)).isTrue();

        clock.forward(Duration.ofDays(30));
        List<HistoryEntry> written = restore(number, "1");
        assertThat(written)
                .extracting(one -> one.item() + " " + one.act() + " " + one.to())
                .containsExactly(fire + " RESTORE ENDED", "c AWAIT_AGAIN WAITING");
        assertThat(matter(number, fire).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(matter(number, fire).isDecidedByRuling()).isFalse();
        assertThat(statusOf(number)).isEqualTo("RUNNING");

        IssuedDocument now = documents.byVerifyCode(certificate.verifyCode()).orElseThrow();
        assertThat(now.isRevoked()).isFalse();
        assertThat(now.restoredOn()).isEqualTo(LocalDate.now(clock));
        assertThat(now.restoredBy()).contains(ORGAN, "洛政复决〔2026〕1号");
        assertThat(documents
                        .check(new ByteArrayInputStream(file))
                        .document()
                        .orElseThrow()
                        .restoredBy())
                .contains(ORGAN);
        assertThat(document(number, DocumentKind.GRANT, fire).isRevoked()).isFalse();
        assertThat(document(number, DocumentKind.REVOCATION, fire).revokedHow()).isEqualTo(RevokedHow.SET_ASIDE);
        assertThat(document(number, DocumentKind.TERMINATION, "c").isRevoked()).isTrue();
        assertThat(document(number, DocumentKind.RULING_NOTICE, fire).isRevoked())
                .isFalse();

        Declared declared =
                Objects.requireNonNull(door.matter(number, fire, decider(fire)).declared());
        assertThat(declared.state()).isEqualTo(Declared.State.CHECK_DUE);
        assertThat(declared.due()).isAfter(LocalDate.now(clock));
        assertThat(revoked.isOnRecord(number)).isFalse();
        grant(number, "x");
        assertThat(steps(number)).contains(entry("c", Step.REVIEW));
        assertThat(door.file(number, MANAGER).owed())
                .extracting(NextMove::party)
                .contains(NextMove.Party.CHECKER);
    }

    @Test
    @DisplayName("送达以前撤销的：回到撤销时所在的环节，从收到裁决起十个工作日内制证、送达；证号照旧；从前的特别程序、承诺牌不再计")
    void beforeHandingOver() {
        String certifying = cases.accept(fire);
        declarations.grant(certifying, fire, "", decider(fire), null);
        revoke(certifying);
        String delivering = cases.accept(fire);
        approvedOnDeclaration(delivering, fire);
        String certificate = matter(delivering, fire).certificateNumber();
        revoke(delivering);
        assertThat(statusOf(certifying)).isEqualTo("CLOSED");

        clock.forward(Duration.ofDays(40));
        restore(certifying, "1");
        restore(delivering, "1");
        assertThat(matter(certifying, fire).step()).isEqualTo(Step.CERTIFY);
        assertThat(matter(delivering, fire).step()).isEqualTo(Step.DELIVER);
        assertThat(matter(delivering, fire).certificateNumber()).isEqualTo(certificate);
        assertThat(document(delivering, DocumentKind.CERTIFICATE, fire).isRevoked())
                .isFalse();
        LocalDate last = lastDay();
        assertThat(matter(certifying, fire).running().promisedDue().toLocalDate())
                .isEqualTo(last);
        clock.forward(Duration.ofDays(5));
        sweepOnce();
        assertThat(cardsOf(certifying)).as("ten days of its own").isEmpty();
        approval.certify(certifying, fire, "", SampleCases.certifier(fire), null);
        deliver(certifying, fire);
        deliver(delivering, fire);
        assertThat(statusOf(certifying)).isEqualTo("CLOSED");
        assertThat(door.file(certifying, MANAGER).owed())
                .extracting(NextMove::party)
                .containsExactly(NextMove.Party.CHECKER);
    }

    @Test
    @DisplayName("寄出以后撤销的：恢复以后还是寄出；寄出的日子照旧，不发牌，回执早于裁决的也登记得上；退回来的从收到裁决起十个工作日送达")
    void onItsWay(@Autowired SendActs sending) throws IOException {
        String arrived = sentAndRevoked(sending);
        String returned = sentAndRevoked(sending);
        LocalDate sent = now().toLocalDate();
        clock.forward(Duration.ofDays(40));
        restore(arrived, "1");
        restore(returned, "1");
        assertThat(List.of(matter(arrived, fire), matter(returned, fire)))
                .extracting(Matter::step)
                .containsOnly(Step.SENT);
        assertThat(matter(arrived, fire).readyAt()).isBefore(sent.plusDays(1).atStartOfDay());
        assertThat(PaperText.of(documents.read(lastNotice(arrived).verifyCode(), Format.PDF, "public")))
                .contains("已经寄出（公告）的办理结果恢复有效");
        LocalDate last = lastDay();
        sending.comeBack(returned, List.of(fire), "邮局退回", SampleCases.ISSUER, key());
        clock.set(last.atTime(9, 0).atZone(clock.getZone()));
        sweepOnce();
        assertThat(cardsOf(returned)).containsExactly("1 DELIVERY_YELLOW");
        clock.forward(Duration.ofDays(1));
        sweepOnce();
        assertThat(cardsOf(returned)).containsExactly("1 DELIVERY_YELLOW", "1 DELIVERY_RED");
        assertThat(cardsOf(arrived)).isEmpty();
        // Nothing is left on its way that the issuing room knows nothing of.
        sending.comeBack(arrived, List.of(fire), "邮局退回", SampleCases.ISSUER, key());
        deliver(arrived, fire);
    }

    private IssuedDocument lastNotice(String number) {
        return documents.bySubject(number).stream()
                .filter(document -> document.kind() == DocumentKind.RULING_NOTICE)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private String sentAndRevoked(SendActs sending) {
        String number = cases.accept(fire);
        approvedOnDeclaration(number, fire);
        sending.send(number, List.of(fire), now().toLocalDate(), "邮寄", SampleCases.ISSUER, key());
        revoke(number);
        return number;
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private LocalDate lastDay() {
        return calendar.deadlines().of(now(), TimeLimit.workingDays("10")).due().toLocalDate();
    }

    @Test
    @DisplayName("维持的只登记；日期早于撤销的、别的裁决结果、由别的部门登记的不行；确认无效的不能恢复；同一裁决只登记一次")
    void refused() {
        String number = cases.accept(fire, "x");
        approvedOnDeclaration(number, fire);
        deliver(number, fire);
        assertThatThrownBy(() -> restore(number, "1"))
                .as("it isn't revoked")
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("没有被撤销过");
        AskedRuling early = of(Ruling.Kind.RESTORED, "2", null, null, false);
        clock.forward(Duration.ofDays(3));
        revoke(number);
        assertThatThrownBy(() -> rule(number, fire, early))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("早于");
        for (Ruling.Kind kind : List.of(Ruling.Kind.DECIDE_ANEW, Ruling.Kind.VOID, Ruling.Kind.CHANGED_TO_GRANT)) {
            assertThatThrownBy(() -> rule(number, fire, of(kind, "3", null, null, false)))
                    .isInstanceOf(Problem.InvalidInput.class)
                    .hasMessageContaining("准予恢复");
        }
        rule(number, fire, of(Ruling.Kind.UPHELD, "4", null, null, false));
        assertThat(matter(number, fire).outcome()).isEqualTo(Outcome.REVOKED);
        assertThatThrownBy(() -> rulings.record(
                        number, fire, of(Ruling.Kind.RESTORED, "5", null, null, false), decider("x"), null))
                .isInstanceOf(Problem.NotFound.class);
        restore(number, "5");
        assertThatThrownBy(() -> restore(number, "5")).isInstanceOf(Problem.class);
        certify(number, "x");
        deliver(number, "x");
        rule(number, "x", of(Ruling.Kind.VOID, "6", null, null, false));
        assertThatThrownBy(() -> rule(number, "x", of(Ruling.Kind.RESTORED, "7", null, null, false)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("确认无效");
    }

    @Test
    @DisplayName("部门送来的结果文件：撤销以后标作被撤销，恢复以后不再标")
    void resultFiles(@Autowired ResultFiles results) {
        String number = cases.accept(fire);
        approvedOnDeclaration(number, fire);
        transaction.executeWithoutResult(
                status -> results.keep(number, fire, "licence.png", BlankImage.png(3, 3), SampleCases.system(fire)));
        deliver(number, fire);
        revoke(number);
        assertThat(results.of(number, decider(fire)))
                .extracting(ResultFile::revokedOn)
                .doesNotContainNull();
        restore(number, "1");
        assertThat(results.of(number, decider(fire)))
                .extracting(ResultFile::revokedOn)
                .hasSize(1)
                .containsOnlyNulls();
    }

    @Test
    @DisplayName("恢复以后重新核查，又撤销的，文书再次不再有效；再恢复又有效")
    void again() {
        String number = cases.accept(fire);
        approvedOnDeclaration(number, fire);
        deliver(number, fire);
        for (int time = 1; time <= 2; time++) {
            clock.forward(Duration.ofDays(1));
            revoke(number);
            assertThat(document(number, DocumentKind.CERTIFICATE, fire).revokedHow())
                    .isEqualTo(RevokedHow.REVOKED);
            restore(number, String.valueOf(time));
            assertThat(document(number, DocumentKind.CERTIFICATE, fire).isRevoked())
                    .isFalse();
        }
        assertThat(documents.bySubject(number))
                .filteredOn(one -> one.kind() == DocumentKind.REVOCATION)
                .hasSize(2)
                .allMatch(IssuedDocument::isRevoked);
    }

    private void revoke(String number) {
        declarations.revoke(number, fire, "核查不符。", "某法第三条", "没有陈述、申辩。", decider(fire), null);
    }

    private List<HistoryEntry> restore(String number, String place) {
        return rule(number, fire, of(Ruling.Kind.RESTORED, place, null, null, false));
    }
}
