package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Deferrals;
import city.onewindow.issuance.ShopCases;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.RevokedHow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@DisplayName("升级：以前办的")
class UpgradeTest extends ApprovalHouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private ClockActs clocks;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Sweep sweep;

    @Autowired
    private Centre centre;

    @Test
    @DisplayName("逾期未补交而终止的，准予和结果核验时说明不发生效力；撤回的、没有终止的照旧")
    void lapsed() throws IOException {
        ShopCases shops = new ShopCases(startups, approval);
        String lapsed = shops.certified();
        String stands = shops.certified();
        String withdrawn = shops.accept();
        approval.withdraw(withdrawn, "不办了。", ShopCases.CLERK, null);
        clock.set(deferrals.open(lapsed).get(0).until().plusDays(1).atTime(9, 0).atZone(clock.getZone()));
        LocalDate day = LocalDate.now(clock);
        approval.lapse(lapsed, ShopCases.CLERK, null);
        jdbc.sql("delete from notice.revocation r using notice.document d"
                        + " where r.region = d.region and r.number = d.number and d.subject = :number")
                .param("number", lapsed)
                .update();
        assertThat(documents(lapsed)).noneMatch(IssuedDocument::isRevoked);

        run("notice/V6_52__terminated");
        run("approval/V10_142__lapsed_papers");

        assertThat(documents(lapsed))
                .filteredOn(IssuedDocument::isRevoked)
                .extracting(IssuedDocument::kind, IssuedDocument::revokedHow, IssuedDocument::revokedOn)
                .containsExactlyInAnyOrder(
                        tuple(DocumentKind.GRANT, RevokedHow.LAPSED, day),
                        tuple(DocumentKind.CERTIFICATE, RevokedHow.LAPSED, day));
        assertThat(documents(stands)).noneMatch(IssuedDocument::isRevoked);
        assertThat(documents(withdrawn)).noneMatch(IssuedDocument::isRevoked);
    }

    @Test
    @DisplayName("延长过期限的，承诺期限也延长了同样的天数")
    void extended() {
        String number = cases.accept("a");
        BigDecimal promised = matter(number, "a").promised().days();
        clocks.askExtension(number, "a", 5, "现场情况复杂。", reviewer("a"), null);
        clocks.extend(number, "a", "同意。", new Actor("head-a", "周局长", Set.of(Role.HEAD), "dep-a", null), null);
        jdbc.sql("update approval.matter set promise_extended = null where number = :number")
                .param("number", number)
                .update();

        assertThat(new AcceptedCases(jdbc, files, centre).one(number).matters())
                .singleElement()
                .satisfies(accepted -> assertThat(accepted.promised().days()).isEqualByComparingTo(promised));
        LocalDate soon = LocalDate.now(clock).plusDays(7);
        clocks.suspend(
                number,
                "a",
                new AskedProcedure(SpecialProcedure.Kind.EXPERT_REVIEW, "方案需要专家评审。", "市专家评审中心", "", soon),
                reviewer("a"),
                null);
        assertThat(jdbc.sql("select promise_extended from approval.matter where number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    @DisplayName("统一办理、正在办理的，下一次巡查就看；办结的、没有统一办理期限的不看")
    void joint() throws IOException {
        String running = cases.accept(JointExtensionsTest.twoLicences("j17", "60", "60"));
        String other = cases.accept("a");
        String closed = cases.accept(JointExtensionsTest.twoLicences("j18", "60", "60"));
        jdbc.sql(
                        "update approval.case_file set unended = 0, unmade = 0, closed_at = accepted_at where number = :number")
                .param("number", closed)
                .update();
        jdbc.sql("update approval.case_file set joint_card_at = null where number in (:numbers)")
                .param("numbers", List.of(running, other, closed))
                .update();
        jdbc.sql("drop index approval.case_file_joint_card").update();

        run("approval/V10_144__joint_card_at");

        assertThat(jdbc.sql(
                                "select number from approval.case_file where number in (:numbers) and joint_card_at = accepted_at")
                        .param("numbers", List.of(running, other, closed))
                        .query(String.class)
                        .list())
                .containsExactly(running);
    }

    @Test
    @DisplayName("以前把元旦当工作日算的时限，升级以后的第一次巡查重算")
    void statutoryHolidays() throws IOException {
        clock.set(LocalDate.parse("2026-12-31").atTime(10, 0).atZone(clock.getZone()));
        sweep.sweep();
        clock.forward(Duration.ofMinutes(2));
        sweep.sweep();
        String number = cases.accept("a");
        jdbc.sql("update approval.matter set promised_due = '2027-01-01 17:00' where number = :number")
                .param("number", number)
                .update();
        sweep.sweep();
        assertThat(matter(number, "a").running().promisedDue()).isEqualTo("2027-01-01T17:00");

        run("calendar/V2_05__statutory_days");

        sweep.sweep();
        assertThat(matter(number, "a").running().promisedDue()).isEqualTo("2027-01-04T17:00");
    }

    @Test
    @DisplayName("在办的件，升级后照数：部门还没办好的、只等领取的、办结的各归各类；以后继续数")
    void made() throws IOException {
        String running = cases.accept("a", "b");
        certify(running, "a");
        String made = cases.accept("a");
        certify(made, "a");
        String closed = cases.accept("a");
        certify(closed, "a");
        deliver(closed, "a");
        jdbc.sql("""
                        drop trigger matter_is_made on approval.matter;
                        drop function approval.count_made;
                        alter table approval.case_file drop column status, drop column unmade;
                        alter table approval.case_file
                            add column status text not null default 'RUNNING' check (status in ('RUNNING', 'CLOSED'));
                        update approval.case_file set status = 'CLOSED' where unended = 0;
                        """).update();

        run("approval/V10_240__made");

        assertThat(List.of(running, made, closed))
                .extracting(this::statusOf)
                .containsExactly("RUNNING", "MADE", "CLOSED");
        certify(running, "b");
        assertThat(statusOf(running)).isEqualTo("MADE");
        deliver(running, "a", "b");
        assertThat(statusOf(running)).isEqualTo("CLOSED");
    }

    private List<IssuedDocument> documents(String number) {
        return door.file(number, MANAGER).documents();
    }

    private void run(String migration) throws IOException {
        jdbc.sql(new ClassPathResource("db/migration/" + migration + ".sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
    }
}
