package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.FairCopy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lengthens the joint limit of a case, once, in one statement with its document and its place in the audit log. */
@Repository
class JointExtensionTable {

    private static final String EXTEND = """
            with longer as (
                update approval.case_file
                set joint_days = joint_days + :days, statutory_due = :due, joint_card_at =""" + JointCards.ANEW + """
                where region = :region and number = :number and status <> 'CLOSED' and joint_days = :limit and statutory_due >= :at
                returning number
            ), paper as materialized (
                select longer.number, notice.issue(:copy::notice.fair_copy) as document
                from longer where audit.record(:region, :moment, :who, 'case.extend', longer.number, :days::text)
            )
            insert into approval.joint_extension (region, number, days, reason, approved_by, at, who, who_name, document, idempotency_key)
            select :region, number, :days, :reason, :approvedBy, :at, :who, :whoName, document, :key
            from paper
            returning *
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    JointExtensionTable(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /**
     * @param due of the whole case by law, from now on
     * @return empty if the case is closed, late or extended already
     */
    Optional<JointExtension> extend(
            String number,
            int limit,
            int days,
            String reason,
            String approvedBy,
            LocalDateTime due,
            FairCopy copy,
            LocalDateTime at,
            Actor actor,
            @Nullable IdempotencyKey key) {
        return jdbc.sql(EXTEND)
                .param("region", centre.region())
                .param("number", number)
                .param("limit", limit)
                .param("days", days)
                .param("reason", reason)
                .param("approvedBy", approvedBy)
                .param("due", due)
                .param("copy", copy.row())
                .param("at", at)
                .param("moment", at.atZone(zone).toOffsetDateTime())
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("key", key == null ? null : key.value(), Types.VARCHAR)
                .query(JointExtensionTable::extension)
                .optional();
    }

    Optional<JointExtension> of(String number) {
        return jdbc.sql("select * from approval.joint_extension where region = :region and number = :number")
                .param("region", centre.region())
                .param("number", number)
                .query(JointExtensionTable::extension)
                .optional();
    }

    /** The case that this account extended under this key. */
    Optional<String> done(Actor actor, IdempotencyKey key) {
        return jdbc.sql(
                        "select number from approval.joint_extension where region = :region and who = :who and idempotency_key = :key")
                .param("region", centre.region())
                .param("who", actor.account())
                .param("key", key.value())
                .query(String.class)
                .optional();
    }

    private static JointExtension extension(ResultSet row, int index) throws SQLException {
        return new JointExtension(
                row.getInt("days"),
                row.getString("reason"),
                row.getString("approved_by"),
                row.getObject("at", LocalDateTime.class),
                row.getString("who_name"),
                row.getString("document"));
    }
}
