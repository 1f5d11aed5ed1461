package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.RevokedHow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("复议、诉讼结果：已经决定、还没有送达的")
class RulingBeforeHandoverTest extends RulingHouseTest {

    @Autowired
    private Pool pool;

    @Test
    @DisplayName("制证中的准予被撤销重作：不再制证、不再计送达期限，领取的放开；另一个人再决定，照常送达、办结")
    void grantReopened() {
        String number = cases.accept("a", "b<a", "c<b");
        grant(number, "a");
        pool.take(number, "a", null, SampleCases.certifier("a"));
        assertThat(rule(number, "a", anew("1", null, null, false)))
                .extracting(one -> one.item() + " " + one.act() + " " + one.from() + " " + one.to())
                .containsExactly("a REOPEN CERTIFY REVIEW", "b LEARN_OF_REVOCATION REVIEW REVIEW");
        assertThat(matter(number, "a"))
                .returns(null, Matter::outcome)
                .returns(null, Matter::holder)
                .returns(null, Matter::decidedAt);
        assertThat(document(number, DocumentKind.GRANT, "a").revokedHow()).isEqualTo(RevokedHow.SET_ASIDE);
        assertThatThrownBy(() -> approval.certify(number, "a", "", SampleCases.certifier("a"), null))
                .isInstanceOf(Problem.Conflict.class);
        review(number, "a");
        approval.grant(number, "a", "", "另查明材料属实。", another("a"), null);
        approval.certify(number, "a", "", SampleCases.certifier("a"), null);
        certify(number, "b");
        certify(number, "c");
        deliver(number, "a", "b", "c");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("待领取的不予变更为准予：不能再按不予领取，制证后照常办结；因它终止的恢复等待")
    void denialChanged() {
        String number = cases.accept("a", "b<a");
        deny(number, "a");
        rule(number, "a", of(Ruling.Kind.CHANGED_TO_GRANT, "1", null, null, false));
        assertThat(steps(number)).containsOnly(entry("a", Step.CERTIFY), entry("b", Step.REVIEW));
        assertThat(document(number, DocumentKind.DENIAL, "a").revokedHow()).isEqualTo(RevokedHow.CHANGED);
        assertThatThrownBy(() -> deliver(number, "a")).isInstanceOf(Problem.Conflict.class);
        approval.certify(number, "a", "", SampleCases.certifier("a"), null);
        certify(number, "b");
        deliver(number, "a", "b");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("待领取的准予被撤销不重作、被确认无效：结果失效，没有要送达的，办件办结；维持的照常送达")
    void fallen() {
        for (Ruling.Kind kind : new Ruling.Kind[] {Ruling.Kind.SET_ASIDE, Ruling.Kind.VOID}) {
            String number = cases.accept("a");
            certify(number, "a");
            rule(number, "a", of(kind, kind.name(), null, null, false));
            assertThat(matter(number, "a"))
                    .returns(Step.ENDED, Matter::step)
                    .returns(Outcome.REVOKED, Matter::outcome)
                    .doesNotReturn(null, Matter::endedAt);
            assertThat(statusOf(number)).isEqualTo("CLOSED");
            assertThat(document(number, DocumentKind.CERTIFICATE, "a").isRevoked())
                    .isTrue();
            assertThat(door.file(number, LifeActs.MANAGER).owed()).isEmpty();
        }
        String upheld = cases.accept("a");
        certify(upheld, "a");
        rule(upheld, "a", of(Ruling.Kind.UPHELD, "3", null, null, false));
        assertThat(door.matter(upheld, "a", decider("a")).rulings()).hasSize(1);
        deliver(upheld, "a");
        assertThat(statusOf(upheld)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("待领取的准予变更为不予：送达裁决文书，不再计准予的送达期限")
    void grantChanged() {
        String number = cases.accept("a");
        certify(number, "a");
        rule(number, "a", of(Ruling.Kind.CHANGED_TO_DENIAL, "1", null, null, false));
        assertThat(matter(number, "a"))
                .returns(Step.DELIVER, Matter::step)
                .returns(Outcome.DENIED, Matter::outcome)
                .returns("裁决文书", Matter::handedOver);
        assertThat(jdbc.sql("select delivery_due from approval.matter where number = :number")
                        .param("number", number)
                        .query()
                        .singleRow())
                .containsEntry("delivery_due", null);
        deliver(number, "a");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
    }
}
