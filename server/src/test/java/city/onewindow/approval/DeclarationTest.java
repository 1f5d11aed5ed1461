package city.onewindow.approval;

import static city.onewindow.AtOnce.together;
import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.Verification;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("告知承诺：凭承诺准予，事后核查")
class DeclarationTest extends ApprovalHouseTest {

    private static final String LAW = "行政许可法第六十九条";

    @Autowired
    private DeclarationActs declarations;

    private String fire = "";

    @BeforeEach
    void item() {
        fire = cases.declarable();
    }

    @Test
    @DisplayName("不经审查，当场凭承诺准予，后续事项开始办理，核查到期日按工作日计算；制证、出件、办结都不等核查")
    void grantedAtOnce() {
        String number = cases.accept(fire, "b<" + fire);
        assertThat(listed(number)).extracting(row -> row.declared().state()).containsExactly(Declared.State.SIGNED);
        assertThatThrownBy(() -> approval.grant(number, fire, "", decider(fire), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("凭承诺准予");

        List<HistoryEntry> written = declarations.grant(number, fire, "", decider(fire), key("grant", number));
        assertThat(written).extracting(HistoryEntry::act).containsExactly(Act.GRANT_DECLARED, Act.OPEN);
        assertThat(declarations.grant(number, fire, "", decider(fire), key("grant", number)))
                .containsExactly(written.get(0));
        assertThat(steps(number)).containsOnly(entry(fire, Step.CERTIFY), entry("b", Step.REVIEW));
        assertThat(listed(number)).singleElement().satisfies(row -> {
            assertThat(row.declared().state()).isEqualTo(Declared.State.CHECK_DUE);
            assertThat(row.declared().due()).isAfter(now().toLocalDate().plusDays(20));
        });

        approval.certify(number, fire, "", SampleCases.certifier(fire), null);
        certify(number, "b");
        deliver(number, fire, "b");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        declarations.confirm(number, fire, "与承诺一致。", reviewer(fire), null);
        assertThat(listed(number)).isEmpty();
        assertThat(matter(number, fire).outcome()).isEqualTo(Outcome.GRANTED);
        assertThatThrownBy(() -> revoke(number)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("没有承诺的不能凭承诺准予，也没有什么要核查")
    void onlyWhatWasDeclared() {
        String number = cases.accept("a");
        assertThatThrownBy(() -> declarations.grant(number, "a", "", decider("a"), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("没有签署告知承诺书");
        certify(number, "a");
        assertThatThrownBy(() -> declarations.confirm(number, "a", "相符", decider("a"), null))
                .isInstanceOf(Problem.Conflict.class);
        String declared = cases.accept(fire);
        assertThatThrownBy(() -> declarations.confirm(declared, fire, "相符", decider(fire), null))
                .as("not granted yet")
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("撤销：决定书和结果核验为已撤销，等它的终止、已开始的获知，别的照办")
    void revoked() {
        String number = cases.accept(fire, "b<" + fire, "c<" + fire + ",e", "d<c", "e", "f<b");
        declarations.grant(number, fire, "", decider(fire), null);
        approval.certify(number, fire, "XF-1", SampleCases.certifier(fire), null);
        IssuedDocument certificate = document(number, DocumentKind.CERTIFICATE);
        byte[] pdf =
                documents.read(certificate.verifyCode(), Format.PDF, "public").content();

        List<HistoryEntry> written = revoke(number);
        assertThat(written)
                .extracting(entry -> entry.item() + " " + entry.act())
                .containsExactlyInAnyOrder(
                        fire + " " + Act.REVOKE,
                        "b " + Act.LEARN_OF_REVOCATION,
                        "c " + Act.TERMINATE,
                        "d " + Act.TERMINATE);
        assertThat(steps(number))
                .containsOnly(
                        entry(fire, Step.ENDED),
                        entry("b", Step.REVIEW),
                        entry("c", Step.ENDED),
                        entry("d", Step.ENDED),
                        entry("e", Step.REVIEW),
                        entry("f", Step.WAITING));
        assertThat(matter(number, fire).outcome()).isEqualTo(Outcome.REVOKED);

        IssuedDocument now = documents.byVerifyCode(certificate.verifyCode()).orElseThrow();
        assertThat(now.isRevoked()).isTrue();
        assertThat(now.revokedWhy()).isEqualTo("安全出口被封堵。");
        assertThat(document(number, DocumentKind.GRANT).isRevoked()).isTrue();
        assertThat(document(number, DocumentKind.REVOCATION).isRevoked()).isFalse();
        Verification handedIn = documents.check(new ByteArrayInputStream(pdf));
        assertThat(handedIn.verdict()).isEqualTo(Verification.Verdict.ISSUED);
        assertThat(handedIn.document().orElseThrow().isRevoked()).isTrue();

        // What waited for it never opens, whoever else is granted.
        grant(number, "e");
        assertThat(matter(number, "c").step()).isEqualTo(Step.ENDED);
        certify(number, "b");
        certify(number, "f");
        approval.certify(number, "e", "", SampleCases.certifier("e"), null);
        deliver(number, "b", "e", "f");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("办件已办结才撤销：办件仍是办结，办结时间不变")
    void revokedAfterTheEnd() {
        String number = cases.accept(fire);
        declarations.grant(number, fire, "", decider(fire), null);
        approval.certify(number, fire, "", SampleCases.certifier(fire), null);
        deliver(number, fire);
        var closed = closedAt(number);
        clock.forward(Duration.ofDays(3));
        revoke(number);
        assertThat(closedAt(number)).isEqualTo(closed);
        assertThat(matter(number, fire).outcome()).isEqualTo(Outcome.REVOKED);
        assertThat(document(number, DocumentKind.CERTIFICATE).isRevoked()).isTrue();
    }

    @Test
    @DisplayName("还没有出件就撤销：不再出件，只有这一项的办件随之办结")
    void revokedBeforeHandOver() {
        String number = cases.accept(fire);
        declarations.grant(number, fire, "", decider(fire), null);
        revoke(number);
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        assertThatThrownBy(() -> approval.certify(number, fire, "", SampleCases.certifier(fire), null))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("限期整改：期限内不能撤销，过了期限可以，整改好了的核查相符")
    void mending() {
        String number = cases.accept(fire);
        declarations.grant(number, fire, "", decider(fire), null);
        declarations.orderMending(number, fire, "灭火器过期。", reviewer(fire), null);
        assertThat(document(number, DocumentKind.MENDING_ORDER).isRevoked()).isFalse();
        assertThatThrownBy(() -> declarations.orderMending(number, fire, "再来", reviewer(fire), null))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> revoke(number))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("期限内不能办理");
        clock.forward(Duration.ofDays(40));
        revoke(number);

        String mended = cases.accept(fire);
        declarations.grant(mended, fire, "", decider(fire), null);
        declarations.orderMending(mended, fire, "灭火器过期。", reviewer(fire), null);
        declarations.confirm(mended, fire, "已更换。", decider(fire), null);
        assertThat(matter(mended, fire).outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    @DisplayName("撤销要写明理由、依据和申请人的陈述、申辩，只有决定人能办，别的部门看不到")
    void whatARevocationNeeds() {
        String number = cases.accept(fire);
        declarations.grant(number, fire, "", decider(fire), null);
        assertThatThrownBy(() -> declarations.revoke(number, fire, "", "", "", decider(fire), null))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactly("/reason", "/ground", "/heard"));
        assertThatThrownBy(() -> declarations.revoke(number, fire, "不实", LAW, "无", reviewer(fire), null))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> declarations.revoke(number, fire, "不实", LAW, "无", decider("other"), null))
                .isInstanceOf(Problem.NotFound.class);
    }

    @RepeatedTest(5)
    @DisplayName("一人核查相符、一人撤销，同时：只有一个作数")
    void confirmedAndRevokedAtOnce() throws Exception {
        String number = cases.accept(fire);
        declarations.grant(number, fire, "", decider(fire), null);
        List<Object> outcomes =
                together(() -> declarations.confirm(number, fire, "相符", reviewer(fire), null), () -> revoke(number));
        assertThat(outcomes).filteredOn(List.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Problem.Conflict.class::isInstance).hasSize(1);
    }

    @RepeatedTest(5)
    @DisplayName("一人撤回承诺、一人凭承诺准予，同时：只有一个作数")
    void takenBackAndGrantedAtOnce() throws Exception {
        String number = cases.accept(fire);
        List<Object> outcomes = together(
                () -> declarations.takeBack(number, fire, "不要了", reviewer(fire), null),
                () -> declarations.grant(number, fire, "", decider(fire), null));
        assertThat(outcomes).filteredOn(Problem.Conflict.class::isInstance).hasSize(1);
    }

    @RepeatedTest(5)
    @DisplayName("撤销与另一前序的准予同时：后续事项要么已开始并获知，要么终止，不会撤销之后才开始")
    void neverOpensAfterARevocation() throws Exception {
        String number = cases.accept(fire, "b", "c<" + fire + ",b");
        declarations.grant(number, fire, "", decider(fire), null);
        review(number, "b");
        List<Object> outcomes =
                together(() -> approval.grant(number, "b", "", decider("b"), null), () -> revoke(number));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(List.class));
        List<Act> acts = matters.history(SampleCases.REGION, number).stream()
                .filter(entry -> entry.item().equals("c"))
                .map(HistoryEntry::act)
                .toList();
        assertThat(acts).isIn(List.of(Act.TERMINATE), List.of(Act.OPEN, Act.LEARN_OF_REVOCATION));
    }

    private List<HistoryEntry> revoke(String number) {
        return declarations.revoke(number, fire, "安全出口被封堵。", LAW, "没有陈述、申辩。", decider(fire), null);
    }

    private List<DeclaredRow> listed(String number) {
        return declarations.open(decider(fire)).stream()
                .filter(row -> row.declared().number().equals(number))
                .toList();
    }

    private IssuedDocument document(String number, DocumentKind kind) {
        return documents.bySubject(number).stream()
                .filter(document -> document.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private String closedAt(String number) {
        return jdbc.sql("select closed_at::text from approval.case_file where number = :number and status = 'CLOSED'")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private static IdempotencyKey key(String act, String number) {
        return new IdempotencyKey(act + "-" + number);
    }
}
