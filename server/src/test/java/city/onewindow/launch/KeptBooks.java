package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether everything that was acknowledged is in the database, once, and nothing else. */
record KeptBooks(Connection database) {

    void check(List<StubbornClient.Acknowledged> all) throws SQLException {
        KeptBranches branches = new KeptBranches(this);
        long acts = 0;
        long begun = 0;
        for (StubbornClient.Acknowledged one : all) {
            String[] path = one.path().split("/", -1);
            String what = path[path.length - 1];
            switch (path[2] + " " + what) {
                case "applications applications" -> {
                    begun(one);
                    begun++;
                }
                case "applications acceptance" -> accepted(path[3]);
                case "applications receipt" -> decided(one, path[3], "RECEIVE", "RECEIPT");
                case "applications notice" -> decided(one, path[3], "NOTIFY", "ONE_TIME_NOTICE");
                case "applications refusal" -> decided(one, path[3], "REFUSE", "REFUSAL");
                case "applications withdrawal" -> written(one, path[3], "WITHDRAW");
                case "cases ask-hearing", "cases waive-hearing" -> {
                    branches.heard(one, path[3], path[5], what.replace('-', '_'));
                    acts++;
                }
                case "cases slips", "cases give-back", "slips hand-back" -> branches.handed(one);
                case "slips reception", "slips objection", "slips take-back" -> branches.answered(one, path[3], what);
                case "matters rulings" -> {
                    branches.ruled(one, path[3], path[4]);
                    acts++;
                }
                case "messages messages" -> acts += branches.reported(one);
                case "cases withdrawal" -> acts += withdrawn(one, path[3]);
                case "cases handovers" -> acts += handedOver(one, path[3]);
                default -> {
                    moved(one, path[3], path[4], what.replace('-', '_'));
                    acts++;
                }
            }
        }
        branches.check(all);
        assertThat(count("intake.application")).as("applications").isEqualTo(begun);
        assertThat(count("approval.history where who <> 'system'"))
                .as("acts in the history")
                .isEqualTo(acts);
        assertThat(count("approval.history h join notice.document d on d.region = h.region and d.number = h.document"))
                .as("documents of the history")
                .isEqualTo(count("approval.history where document is not null"));
        assertThat(count("approval.case_file f where unended <> (select count(*) from approval.matter m"
                        + " where m.region = f.region and m.number = f.number and m.step <> 'ENDED')"))
                .as("cases that count their matters wrongly")
                .isZero();
    }

    private void begun(StubbornClient.Acknowledged one) throws SQLException {
        String number = one.answer().get("number").asString();
        once(
                "intake.application where number = ? and created_by = ? and idempotency_key = ?",
                number,
                one.account(),
                one.key());
        once("audit.entry where object = ? and act = 'application.begin'", number);
    }

    private void accepted(String number) throws SQLException {
        once("intake.application where number = ? and status = 'ACCEPTED'", number);
        once("intake.history where number = ? and act = 'ACCEPT'", number);
        once("approval.case_file where number = ?", number);
        once("audit.entry where object = ? and act = 'application.accept'", number);
        once("notice.document where subject = ? and kind = 'ACCEPTANCE'", number);
    }

    private void decided(StubbornClient.Acknowledged one, String number, String act, String document)
            throws SQLException {
        written(one, number, act);
        once("notice.document where subject = ? and kind = ?", number, document);
    }

    private void written(StubbornClient.Acknowledged one, String number, String act) throws SQLException {
        once("intake.history where who = ? and idempotency_key = ?", one.account(), one.key());
        once("intake.history where number = ? and act = ?", number, act);
        once("audit.entry where object = ? and act = ?", number, "application." + act.toLowerCase(Locale.ROOT));
    }

    /** @return how many matters that ended */
    private long withdrawn(StubbornClient.Acknowledged one, String number) throws SQLException {
        once("approval.history where who = ? and idempotency_key = ?", one.account(), one.key());
        once("audit.entry where object = ? and act = 'matter.withdraw'", number);
        once("notice.document where subject = ? and kind = 'TERMINATION'", number);
        return count("approval.history where number = ? and act = 'WITHDRAW'", number);
    }

    private void moved(StubbornClient.Acknowledged one, String number, String item, String act) throws SQLException {
        once("approval.history where who = ? and idempotency_key = ?", one.account(), one.key());
        once("approval.history where number = ? and item = ? and act = ?", number, item, act.toUpperCase(Locale.ROOT));
        once("audit.entry where object = ? and detail = ? and act = ?", number, item, "matter." + act);
    }

    /** @return how many matters that ended */
    private long handedOver(StubbornClient.Acknowledged one, String number) throws SQLException {
        once("issuance.handover where by_account = ? and idempotency_key = ?", one.account(), one.key());
        long times = count("issuance.handover where number = ?", number);
        for (String act : List.of("handover", "matter.deliver")) {
            assertThat(count("audit.entry where object = ? and act = ?", number, act))
                    .as("%s of %s", act, number)
                    .isEqualTo(times);
        }
        String receipt = one.answer().get("receipt").asString();
        once("notice.document where subject = ? and kind = 'DELIVERY_RECEIPT' and number = ?", number, receipt);
        once("approval.case_file where number = ? and status = 'CLOSED'", number);
        long items = one.answer().get("items").size();
        assertThat(count("approval.history where number = ? and act = 'DELIVER' and document = ?", number, receipt))
                .as("delivered of %s", number)
                .isEqualTo(items);
        return items;
    }

    void once(String what, String... values) throws SQLException {
        assertThat(count(what, values)).as("%s %s", what, List.of(values)).isOne();
    }

    /** Numbers of what happened to a department's matters, in their order; each act of their history has one. */
    List<Long> told(String department) throws SQLException {
        String history = "approval.history h join approval.matter m"
                + " on m.region = h.region and m.number = h.number and m.item = h.item where m.department = ?";
        assertThat(count("connection.event where department = ?", department))
                .as("events of the history")
                .isEqualTo(count(history, department));
        List<Long> told = new ArrayList<>();
        try (PreparedStatement statement =
                database.prepareStatement("select seq from connection.event where department = ? order by seq")) {
            statement.setString(1, department);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    told.add(rows.getLong(1));
                }
            }
        }
        return told;
    }

    long count(String what, String... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("select count(*) from " + what)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
