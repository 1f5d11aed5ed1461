package city.onewindow.bench;

import city.onewindow.catalog.CaseItem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The least that any program must do: the rows that the product writes, in as many transactions, each a single prepared
 * statement over JDBC. No checks of who may do what, no rules, no pages: a limit, not a product.
 */
final class BareJdbcCases implements Contestant {

    /** Of each kind, laid out beforehand: more than are given in a run. */
    private static final int NUMBERS = 500_000;

    private final DataSource database;
    private final long postmaster;
    private final String pattern;
    private final List<Act> acts = new ArrayList<>();
    private final AtomicLong next = new AtomicLong();

    /** @param pattern number of a closed case of the product, whose rows are written again */
    BareJdbcCases(DataSource database, long postmaster, Flow flow, String pattern) {
        this.database = database;
        this.postmaster = postmaster;
        this.pattern = pattern;
        try (Connection connection = database.getConnection()) {
            copyTables(connection);
            readActs(connection, flow);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "bare JDBC";
    }

    @Override
    public long postmaster() {
        return postmaster;
    }

    @Override
    public void run() {
        String number = "bare-" + next.incrementAndGet();
        for (Act act : acts) {
            try (Connection connection = database.getConnection()) {
                act.run(connection, pattern, number);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The same columns and indexes, in a schema of its own; no checks, for these rows begin where they end. */
    private static void copyTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists bare cascade");
            statement.execute("create schema bare");
            for (String table : List.of(
                    "intake.history",
                    "notice.document",
                    "notice.free_number",
                    "approval.case_file",
                    "approval.matter",
                    "approval.history",
                    "issuance.handover",
                    "issuance.handover_item",
                    "audit.entry")) {
                statement.execute("create table bare." + table.replace('.', '_') + " (like " + table
                        + " including defaults including generated including identity including indexes)");
            }
            statement.execute("insert into bare.notice_free_number" + " select region, kind, year, generate_series(1, "
                    + NUMBERS + ") from notice.counter");
            for (String kind : List.of("ACCEPTANCE", "GRANT", "CERTIFICATE", "DELIVERY_RECEIPT")) {
                statement.execute("create sequence bare.number_" + kind);
            }
        }
    }

    private void readActs(Connection connection, Flow flow) throws SQLException {
        acts.add(acceptance(connection, flow));
        for (CaseItem item : flow.items()) {
            for (String act : List.of("REVIEW", "GRANT", "CERTIFY")) {
                acts.add(step(connection, flow, item, act));
            }
        }
        acts.add(handover(connection));
    }

    private Act acceptance(Connection connection, Flow flow) throws SQLException {
        Rows matters = read(connection, "approval", "matter", "number = ?");
        return new Act(
                List.of(numbered("ACCEPTANCE")),
                List.of(
                        read(connection, "intake", "history", "number = ? and act = 'ACCEPT'"),
                        read(connection, "notice", "document", "subject = ? and kind = 'ACCEPTANCE'"),
                        read(connection, "approval", "case_file", "number = ?"),
                        matters,
                        read(
                                connection,
                                "approval",
                                "history",
                                "number = ? and act = 'OPEN' and item in (" + roots(flow) + ")"),
                        read(connection, "audit", "entry", "object = ? and act = 'application.accept'")));
    }

    /** Documents are numbered without gaps, so whoever writes one takes a number; here nobody has to look for it. */
    private static String numbered(String kind) {
        return "delete from bare.notice_free_number where region = '410300' and kind = '" + kind
                + "' and year = extract(year from now())::int and number = (select nextval('bare.number_" + kind
                + "')) and ?::text is not null";
    }

    private static String roots(Flow flow) {
        return flow.items().stream()
                .filter(item -> item.after().isEmpty())
                .map(item -> "'" + item.item().code() + "'")
                .collect(Collectors.joining(", "));
    }

    private Act step(Connection connection, Flow flow, CaseItem item, String act) throws SQLException {
        String code = item.item().code();
        String history = "number = ? and item = '" + code + "' and act = '" + act + "'";
        List<String> updates = new ArrayList<>();
        updates.add("update bare.approval_matter set step = '" + act + "', decided_at = now()"
                + " where region = '410300' and number = ? and item = '" + code + "'");
        if (act.equals("GRANT") && !flow.following(item).isEmpty()) {
            updates.add("update bare.approval_matter set pending = pending - 1, opened_at = now()"
                    + " where region = '410300' and number = ? and '" + code + "' = any (after)");
        }
        if (act.equals("CERTIFY")) {
            updates.add(
                    "update bare.approval_case_file set unmade = unmade - 1 where region = '410300' and number = ?");
        }
        if (!act.equals("REVIEW")) {
            updates.add(numbered(act.equals("GRANT") ? "GRANT" : "CERTIFICATE"));
        }
        return new Act(
                updates,
                List.of(
                        read(
                                connection,
                                "notice",
                                "document",
                                "subject = ? and number in (select document from approval.history where number = '"
                                        + pattern + "' and item = '" + code + "' and act = '" + act + "')"),
                        read(connection, "approval", "history", history),
                        read(
                                connection,
                                "audit",
                                "entry",
                                "object = ? and act = 'matter." + act.toLowerCase(java.util.Locale.ROOT)
                                        + "' and detail = '" + code + "'")));
    }

    private Act handover(Connection connection) throws SQLException {
        return new Act(
                List.of(
                        numbered("DELIVERY_RECEIPT"),
                        "update bare.approval_matter set step = 'ENDED', ended_at = now()"
                                + " where region = '410300' and number = ?",
                        "update bare.approval_case_file set status = 'CLOSED', closed_at = now()"
                                + " where region = '410300' and number = ?"),
                List.of(
                        read(connection, "notice", "document", "subject = ? and kind = 'DELIVERY_RECEIPT'"),
                        read(connection, "issuance", "handover", "number = ?"),
                        read(connection, "issuance", "handover_item", "number = ?"),
                        read(connection, "approval", "history", "number = ? and act = 'DELIVER'"),
                        read(connection, "audit", "entry", "object = ? and act in ('matter.deliver', 'handover')")));
    }

    private Rows read(Connection connection, String schema, String table, String condition) throws SQLException {
        return Rows.read(connection, schema, table, condition, pattern);
    }
}
