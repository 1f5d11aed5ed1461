package city.onewindow.issuance;

import static city.onewindow.AtOnce.together;
import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Step;
import city.onewindow.intake.Applicant;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("统一出件")
class IssuanceTest extends ApprovalHouseTest {

    private static final Taker TAKER = new Taker("王小明", Relation.SELF, IdType.ID_CARD, "11010519491231002x", "");

    @Autowired
    private Issuance issuance;

    @Test
    @DisplayName("结果制证后出现在出件窗口，说明是部分还是齐全")
    void readyAsCertified() {
        String number = cases.accept("a", "b");
        assertThat(issuance.ready(number, ISSUER).ready()).isEmpty();
        certify(number, "a");
        ReadyCase partly = issuance.ready(number, ISSUER);
        assertThat(partly.ready()).extracting(Matter::item).containsExactly("a");
        assertThat(partly.unfinished()).extracting(Matter::item).containsExactly("b");
        assertThat(partly.isComplete()).isFalse();
        deny(number, "b");
        assertThat(issuance.ready(number, ISSUER).isComplete()).isTrue();
        assertThat(listed()).contains(number);
    }

    @Test
    @DisplayName("可以分次交付，每次有回证；最后一次交付后办件办结")
    void inParts() {
        String number = cases.accept("a", "b", "c<b");
        certify(number, "a");
        Handover first = issuance.handOver(number, List.of("a"), TAKER, ISSUER, key(number, 1));
        assertThat(first.taker()).isEqualTo("王*明");
        assertThat(statusOf(number)).isEqualTo("RUNNING");
        deny(number, "b");
        issuance.handOver(number, List.of("b"), TAKER, ISSUER, key(number, 2));
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        assertThat(issuance.handovers(number, ISSUER))
                .extracting(Handover::items)
                .containsExactly(List.of("a"), List.of("b"));
        assertThat(documents.bySubject(number))
                .filteredOn(document -> document.kind() == DocumentKind.DELIVERY_RECEIPT)
                .extracting(IssuedDocument::number)
                .contains(first.receipt())
                .hasSize(2);
        assertThat(listed()).doesNotContain(number);
    }

    @Test
    @DisplayName("同一提交重发只交付一次，得到同一回证")
    void sameKeySameHandover() {
        String number = cases.accept("a");
        certify(number, "a");
        Handover first = issuance.handOver(number, List.of("a"), TAKER, ISSUER, key(number, 1));
        assertThat(issuance.handOver(number, List.of("a"), TAKER, ISSUER, key(number, 1)))
                .isEqualTo(first);
        assertThatThrownBy(() -> issuance.handOver(number, List.of("a"), TAKER, ISSUER, key(number, 2)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining(ISSUER.name());
        assertThat(receipts(number)).isEqualTo(1);
        assertThatThrownBy(() -> issuance.handOver(number, List.of("b"), TAKER, ISSUER, key(number, 1)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("另一次出件");
    }

    @Test
    @DisplayName("领取人没有说清时逐项指出，什么也不交付")
    void takerIsChecked() {
        String number = cases.accept("a");
        certify(number, "a");
        Taker unclear = new Taker(" ", Relation.AGENT, IdType.ID_CARD, "110105194912310021", "");
        assertThatThrownBy(() -> issuance.handOver(number, List.of(), unclear, ISSUER, key(number, 1)))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/items", "/taker/name", "/taker/idNumber", "/taker/authorisation"));
        assertThat(steps(number)).containsOnly(entry("a", Step.DELIVER));
    }

    @Test
    @DisplayName("以本人领取的必须是申请人；代领的写明授权；外国人、港澳台居民凭自己的证件")
    void whoTakesAsTheApplicantIsTheApplicant() {
        String number = cases.accept("a");
        certify(number, "a");
        assertThat(refusals(number, new Taker("李小敏", Relation.SELF, IdType.ID_CARD, "11010519491231002X", "")))
                .containsExactly("/taker/name");
        assertThat(refusals(number, new Taker("王小明", Relation.SELF, IdType.ID_CARD, "410311199001010001", "")))
                .containsExactly("/taker/idNumber");
        assertThat(refusals(number, new Taker("王小明", Relation.SELF, IdType.PASSPORT, "E1234567", "")))
                .containsExactly("/taker/idType");
        assertThat(refusals(
                        number,
                        new Taker("李小敏", Relation.LEGAL_REPRESENTATIVE, IdType.ID_CARD, "410311199001010001", "")))
                .containsExactly("/taker/relation");
        assertThat(refusals(number, new Taker("李小敏", Relation.AGENT, IdType.ID_CARD, "410311199001010001", " ")))
                .containsExactly("/taker/authorisation");
        assertThat(refusals(number, new Taker("李小敏", Relation.AGENT, IdType.ID_CARD, "11010519491231002x", "授权委托书")))
                .containsExactly("/taker/idNumber");
        assertThat(steps(number)).containsOnly(entry("a", Step.DELIVER));
        Taker foreigner = new Taker("Anna Muster", Relation.AGENT, IdType.PASSPORT, "C01X0006H", "授权委托书");
        assertThat(issuance.handOver(number, List.of("a"), foreigner, ISSUER, key(number, 2))
                        .items())
                .containsExactly("a");
    }

    @Test
    @DisplayName("单位的结果由法定代表人或受托人领取，没有“本人”")
    void anOrganisationHasNoSelf() {
        String number = cases.acceptOf(
                new Applicant(
                        Applicant.Kind.ORGANISATION, "某公司", IdType.USCC, "91350100M000100Y43", "13800000000", null),
                "a");
        certify(number, "a");
        assertThat(refusals(number, TAKER)).containsExactly("/taker/relation");
        Taker representative =
                new Taker("李小敏", Relation.LEGAL_REPRESENTATIVE, IdType.ID_CARD, "410311199001010001", "");
        assertThat(issuance.handOver(number, List.of("a"), representative, ISSUER, key(number, 2))
                        .items())
                .containsExactly("a");
    }

    /** Where the hand-over to this person is refused. */
    private List<String> refusals(String number, Taker taker) {
        try {
            issuance.handOver(number, List.of("a"), taker, ISSUER, key(number, 1));
            return List.of();
        } catch (Problem.InvalidInput wrong) {
            return wrong.faults().stream().map(Fault::pointer).toList();
        }
    }

    @Test
    @DisplayName("有一项还不能交付时，整次交付不成立，也不留下回证")
    void allOrNone() {
        String number = cases.accept("a", "b");
        certify(number, "a");
        grant(number, "b");
        assertThatThrownBy(() -> issuance.handOver(number, List.of("a", "b"), TAKER, ISSUER, key(number, 1)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("事项b");
        assertThat(steps(number)).containsOnly(entry("a", Step.DELIVER), entry("b", Step.CERTIFY));
        assertThat(receipts(number)).isZero();
    }

    @Test
    @DisplayName("只有出件人员能交付；领取人的身份在库中加密")
    void rightsAndSecrecy() {
        String number = cases.accept("a");
        certify(number, "a");
        assertThatThrownBy(() -> issuance.handOver(number, List.of("a"), TAKER, reviewer("a"), key(number, 1)))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> issuance.ready(null, 20, decider("a"))).isInstanceOf(Problem.NotAllowed.class);
        issuance.handOver(number, List.of("a"), TAKER, ISSUER, key(number, 1));
        String stored = jdbc.sql("select h::text from issuance.handover h where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("王小明", "11010519491231002X");
    }

    @RepeatedTest(10)
    @DisplayName("两个窗口同时交付同一结果，只有一个成功；同一提交同时重发，答复相同")
    void twice() throws Exception {
        String number = cases.accept("a");
        certify(number, "a");
        Callable<Object> once = () -> issuance.handOver(number, List.of("a"), TAKER, ISSUER, key(number, 1));
        List<Object> outcomes = together(
                List.of(once, once, () -> issuance.handOver(number, List.of("a"), TAKER, ISSUER, key(number, 2))));
        assertThat(outcomes).filteredOn(Handover.class::isInstance).isNotEmpty();
        assertThat(outcomes.stream().filter(Handover.class::isInstance).distinct())
                .hasSize(1);
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfAny(Handover.class, Problem.Conflict.class));
        assertThat(issuance.handovers(number, ISSUER)).hasSize(1);
        assertThat(receipts(number)).isEqualTo(1);
    }

    private List<String> listed() {
        List<String> read = new ArrayList<>();
        String after = null;
        do {
            Slice<ReadyCase> page = issuance.ready(after, 50, ISSUER);
            page.items().forEach(ready -> read.add(ready.file().number()));
            after = page.next();
        } while (after != null);
        assertThat(read).doesNotHaveDuplicates();
        return read;
    }

    private long receipts(String number) {
        return documents.bySubject(number).stream()
                .filter(document -> document.kind() == DocumentKind.DELIVERY_RECEIPT)
                .count();
    }

    private static IdempotencyKey key(String number, int n) {
        return new IdempotencyKey("handover-" + number + "-" + n);
    }
}
