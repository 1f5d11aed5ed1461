package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The same of what happens beside a case's plain way. */
record KeptBranches(KeptBooks books) {

    void heard(StubbornClient.Acknowledged one, String number, String item, String act) throws SQLException {
        books.once(
                "approval.history where number = ? and item = ? and act = ? and who = ? and idempotency_key = ?",
                number,
                item,
                act.toUpperCase(Locale.ROOT),
                one.account(),
                one.key());
        assertThat(books.count("audit.entry where object = ? and act = ?", number, "matter." + act))
                .as("%s of %s in the audit log", act, number)
                .isEqualTo(books.count(
                        "approval.history where number = ? and act = ?", number, act.toUpperCase(Locale.ROOT)));
    }

    void handed(StubbornClient.Acknowledged one) throws SQLException {
        String id = one.answer().get("id").asString();
        books.once(
                "approval.slip where id::text = ? and handed_by = ? and idempotency_key = ?",
                id,
                one.account(),
                one.key());
        books.once(
                "audit.entry where act in ('slip.hand', 'slip.hand-back', 'slip.give-back') and detail ~ ('(^| )' || ? || '$')",
                id);
    }

    void answered(StubbornClient.Acknowledged one, String id, String what) throws SQLException {
        switch (what) {
            case "reception" -> {
                books.once(
                        "approval.slip where id::text = ? and objection = '' and answered_by = ?", id, one.account());
                books.once("audit.entry where act = 'slip.receive' and detail = ?", id);
            }
            case "objection" -> {
                books.once("approval.slip where id::text = ? and objection <> '' and replaced", id);
                books.once("audit.entry where act = 'slip.object' and detail = ? and who = ?", id, one.account());
            }
            default -> {
                books.once("approval.slip where id::text = ? and taken_back <> '' and taken_by = ?", id, one.account());
                books.once("audit.entry where act = 'slip.take-back' and detail = ?", id);
            }
        }
    }

    void ruled(StubbornClient.Acknowledged one, String number, String item) throws SQLException {
        books.once("approval.history where who = ? and idempotency_key = ?", one.account(), one.key());
        books.once("approval.ruling where number = ? and item = ? and kind = 'CHANGED_TO_GRANT'", number, item);
        books.once("approval.history where number = ? and item = ? and act = 'SUBSTITUTE_GRANT'", number, item);
        books.once("audit.entry where object = ? and detail = ? and act = 'matter.substitute_grant'", number, item);
        books.once("notice.document where subject = ? and kind = 'RULING_NOTICE'", number);
    }

    /** @return how many acts it stands for */
    long reported(StubbornClient.Acknowledged one) throws SQLException {
        String kind = one.answer().get("kind").asString();
        String number = one.answer().get("number").asString();
        books.once(
                "connection.message where account = ? and message_id = ? and kind = ? and number = ? and state = 'APPLIED'",
                one.account(),
                one.key(),
                kind,
                number);
        List<String> acts = switch (kind) {
            case "STEP" -> List.of("REVIEW");
            case "RESULT" -> List.of("GRANT", "CERTIFY");
            default -> List.of();
        };
        for (String act : acts) {
            books.once("approval.history where number = ? and who = ? and act = ?", number, one.account(), act);
        }
        return acts.size();
    }

    /** Nothing is there that wasn't acknowledged. */
    void check(List<StubbornClient.Acknowledged> all) throws SQLException {
        assertThat(books.count("connection.message"))
                .as("messages")
                .isEqualTo(all.stream()
                        .filter(one -> one.path().equals("/api/messages"))
                        .count());
        assertThat(books.count("approval.slip"))
                .as("slips")
                .isEqualTo(all.stream()
                        .filter(one -> one.path().matches(".*/(slips|give-back|hand-back)"))
                        .count());
        assertThat(books.count("approval.hearing where waived"))
                .as("waived hearings")
                .isEqualTo(all.stream()
                        .filter(one -> one.path().matches("/api/matters/.*/waive-hearing"))
                        .count());
        assertThat(books.count("approval.hearing where ended_at is not null and not waived and presider is not null"))
                .as("recorded hearings")
                .isEqualTo(all.stream()
                        .filter(one -> one.path().endsWith("/record-hearing"))
                        .count());
    }
}
