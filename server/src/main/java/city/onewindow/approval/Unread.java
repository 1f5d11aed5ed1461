package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happened to the matters of departments that are told of it and was not passed on yet. Each happening is taken once, whenever
 * its transaction commits; those of one matter come in their order, since each of them began only where the one before had ended.
 */
@Service
public class Unread {

    /** What was decided later isn't told of what happened before. */
    private static final String TAKE = """
            with taken as (
                delete from approval.unread u
                using (select region, id, department from approval.unread where region = :region order by id, department limit :limit) next
                where u.region = next.region and u.id = next.id and u.department = next.department
                returning u.region, u.number, u.id, u.department
            )
            select h.*, f.title, m.item_name, t.department, m.promised_due, m.statutory_due,
                   case when h.to_step in ('CERTIFY', 'DELIVER', 'SENT', 'ENDED') then m.outcome end as outcome,
                   case when h.to_step in ('DELIVER', 'SENT', 'ENDED') then m.certificate_number end as certificate_number
            from taken t
            join approval.history h on h.region = t.region and h.number = t.number and h.id = t.id
            join approval.matter m on m.region = h.region and m.number = h.number and m.item = h.item
            join approval.case_file f on f.region = h.region and f.number = h.number
            order by h.id, t.department
            """;

    /** Off until the first department is told, so that acts cost nothing more; takes the lock that {@link #TELL} needs. */
    private static final String LISTEN = "alter table approval.history enable trigger history_is_unread";

    /**
     * Under the lock nobody is in the middle of an act: what was done before is found here, what is done afterwards finds the
     * department told.
     */
    private static final String TELL = """
            with told as (
                insert into approval.told (region, department, since) values (:region, :department, :now)
                on conflict do nothing
                returning region, department
            )
            insert into approval.unread (region, id, number, department)
            select h.region, h.id, h.number, t.department
            from told t
            join approval.matter m on m.region = t.region and m.department = t.department and m.step <> 'ENDED'
            join approval.history h on h.region = m.region and h.number = m.number and h.item = m.item
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Unread(JdbcClient jdbc, Centre centre, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * From now on the department is told what happens to its matters, and first what happened to those that have not ended. Saying so
     * again changes nothing. Acts of all departments wait for it the first time.
     */
    public void tell(String department) {
        boolean told = jdbc.sql(
                        "select exists (select from approval.told where region = :region and department = :department)")
                .param("region", centre.region())
                .param("department", department)
                .query(Boolean.class)
                .single();
        if (!told) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql(LISTEN).update();
                jdbc.sql(TELL)
                        .param("region", centre.region())
                        .param("department", department)
                        .param("now", LocalDateTime.now(clock))
                        .update();
            });
        }
    }

    /** Whether there is something to take: a look that locks nothing. */
    public boolean isThere() {
        return jdbc.sql("select exists (select from approval.unread where region = :region)")
                .param("region", centre.region())
                .query(Boolean.class)
                .single();
    }

    /** In the caller's transaction, which keeps what it was given. One caller at a time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Happening> take(int most) {
        return jdbc.sql(TAKE)
                .param("region", centre.region())
                .param("limit", most)
                .query(Unread::happening)
                .list();
    }

    private static Happening happening(ResultSet row, int index) throws SQLException {
        String outcome = row.getString("outcome");
        return new Happening(
                Matters.entry(row, index),
                row.getString("department"),
                row.getString("title"),
                row.getString("item_name"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("promised_due", LocalDateTime.class),
                row.getObject("statutory_due", LocalDateTime.class),
                row.getString("certificate_number"));
    }
}
