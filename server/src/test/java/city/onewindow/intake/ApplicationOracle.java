package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.notice.DocumentKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Whether what became of applications is what {@link IntakeProcedure} allows, and all of it is written down once. */
public record ApplicationOracle(JdbcClient jdbc, CounterActs told) {

    /** Written in the audit log alone, or there under another name. */
    private static final Set<IntakeAct> AUDITED_OTHERWISE = Set.of(
            IntakeAct.FILL, IntakeAct.PREPARE, IntakeAct.ATTACH, IntakeAct.CHECK, IntakeAct.SUPPLY, IntakeAct.SHOW);

    /** Between the applicant online, the window and the centre: each is answered, or wasn't done. */
    private static final Set<IntakeAct> TOLD = Set.of(
            IntakeAct.SUBMIT,
            IntakeAct.APPLY,
            IntakeAct.RETRACT,
            IntakeAct.PASS,
            IntakeAct.RETURN,
            IntakeAct.ARRIVE,
            IntakeAct.RECORD_RULING,
            IntakeAct.REOPEN);

    private static final Set<DocumentKind> WITH_A_DEFERRAL =
            Set.of(DocumentKind.DEFERRED_ACCEPTANCE, DocumentKind.DEFERRAL_PROMISE);

    private record Row(
            String who,
            IntakeAct act,
            @Nullable ApplicationStatus from,
            ApplicationStatus to,
            @Nullable String document) {}

    public void check(String number) {
        List<Row> history = history(number);
        replay(number, history);
        ruled(number, history);
        acknowledged(number, history);
        papers(number, history);
        audited(number, history);
        ApplicationStatus status = history.get(history.size() - 1).to();
        assertThat(status == ApplicationStatus.ACCEPTED)
                .as("%s is %s: a case if accepted, and only then", number, status)
                .isEqualTo(count("approval.case_file where number = :number", number) == 1);
        assertThat(told.accepted().contains(number))
                .as("%s was accepted", number)
                .matches(accepted -> !accepted || status == ApplicationStatus.ACCEPTED);
        assertThat(told.withdrawn().contains(number))
                .as("%s was withdrawn", number)
                .matches(withdrawn -> !withdrawn || status == ApplicationStatus.WITHDRAWN);
    }

    private void replay(String number, List<Row> history) {
        ApplicationStatus at = null;
        for (Row row : history) {
            assertThat(row.from()).as("%s: %s", number, row).isEqualTo(at);
            IntakeProcedure.Edge edge = edge(row);
            assertThat(row.who().equals("system"))
                    .as("%s: %s", number, row)
                    .isEqualTo(edge.roles().isEmpty() && !edge.act().isApplicants());
            assertThat(row.who().equals(OnlineGate.APPLICANT.account()))
                    .as("%s: %s", number, row)
                    .isEqualTo(edge.act().isApplicants());
            assertThat(row.document() == null)
                    .as("%s: %s", number, row)
                    .isEqualTo(gives(number, row).isEmpty());
            at = row.to();
        }
        assertThat(of("select status from intake.application where number = :number", number)
                        .query(String.class)
                        .single())
                .as("where %s stands and its history ends", number)
                .isEqualTo(String.valueOf(at));
    }

    /** Opened again where it was refused, and not refused again; the refusal is set aside then, and only then. */
    private void ruled(String number, List<Row> history) {
        ApplicationStatus refusedFrom = null;
        boolean reopened = false;
        for (Row row : history) {
            if (row.act() == IntakeAct.REFUSE) {
                assertThat(reopened).as("%s is refused again: %s", number, row).isFalse();
                refusedFrom = row.from();
            }
            if (row.act() == IntakeAct.REOPEN) {
                assertThat(row.to()).as("%s: %s", number, row).isEqualTo(refusedFrom);
                reopened = true;
            }
        }
        assertThat(count("""
                        notice.document join notice.revocation using (region, number)
                        where subject = :number and kind = 'REFUSAL' and revoked_how = 'SET_ASIDE'
                        """, number))
                .as("refusals of %s that are set aside", number)
                .isEqualTo(reopened ? 1 : 0);
    }

    private void acknowledged(String number, List<Row> history) {
        for (IntakeAct act : TOLD) {
            assertThat(history.stream().filter(row -> row.act() == act).count())
                    .as("%s of %s, as it was answered", act, number)
                    .isEqualTo(told.told(number, act));
        }
    }

    private void papers(String number, List<Row> history) {
        Map<DocumentKind, Long> due = history.stream()
                .flatMap(row -> gives(number, row).stream().limit(1))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<DocumentKind, Long> issued = issued(number);
        assertThat(issued.get(DocumentKind.DEFERRED_ACCEPTANCE))
                .as("papers of a deferral of %s", number)
                .isEqualTo(issued.get(DocumentKind.DEFERRAL_PROMISE));
        issued.keySet().removeAll(WITH_A_DEFERRAL);
        assertThat(issued).as("papers of %s", number).isEqualTo(due);
        List<@Nullable String> written = history.stream().map(Row::document).toList();
        told.papers().forEach((code, whose) -> {
            if (whose.equals(number)) {
                assertThat(written).as("papers told of %s", number).containsOnlyOnce(code);
            }
        });
    }

    /** A draft of which nothing was received ends without a paper. */
    private List<DocumentKind> gives(String number, Row row) {
        boolean unreceived = row.from() == ApplicationStatus.DRAFT
                && row.act() == IntakeAct.WITHDRAW
                && count("intake.application where number = :number and received_at is null", number) == 1;
        return unreceived ? List.of() : edge(row).gives();
    }

    /** Of the kinds that the intake gives. */
    private Map<DocumentKind, Long> issued(String number) {
        Set<DocumentKind> kinds = IntakeProcedure.edges().stream()
                .flatMap(edge -> edge.gives().stream())
                .collect(Collectors.toSet());
        // Of what was accepted, what a department was ruled on is told in the same kind of paper.
        return of("""
                        select kind from notice.document where subject = :number and (kind <> 'RULING_NOTICE' or verify_code in (
                            select document from intake.history where number = :number))
                        """, number).query(String.class).list().stream()
                .map(DocumentKind::valueOf)
                .filter(kinds::contains)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private void audited(String number, List<Row> history) {
        for (IntakeAct act : IntakeAct.values()) {
            long written = history.stream().filter(row -> row.act() == act).count();
            if (!AUDITED_OTHERWISE.contains(act)) {
                assertThat(count(
                                "audit.entry where object = :number and act = 'application."
                                        + act.name().toLowerCase(Locale.ROOT) + "'",
                                number))
                        .as("%s of %s in the audit log", act, number)
                        .isEqualTo(written);
            }
        }
    }

    private List<Row> history(String number) {
        return of("select * from intake.history where number = :number order by id", number)
                .query((row, index) -> {
                    String from = row.getString("from_status");
                    return new Row(
                            row.getString("who"),
                            IntakeAct.valueOf(row.getString("act")),
                            from == null ? null : ApplicationStatus.valueOf(from),
                            ApplicationStatus.valueOf(row.getString("to_status")),
                            row.getString("document"));
                })
                .list();
    }

    private static IntakeProcedure.Edge edge(Row row) {
        return IntakeProcedure.edges().stream()
                .filter(edge -> edge.from() == row.from() && edge.act() == row.act() && edge.to() == row.to())
                .findFirst()
                .orElseThrow(() -> new AssertionError(row + " is no edge"));
    }

    private long count(String from, String number) {
        return of("select count(*) from " + from, number).query(Long.class).single();
    }

    private StatementSpec of(String sql, String number) {
        return jdbc.sql(sql).param("number", number);
    }
}
