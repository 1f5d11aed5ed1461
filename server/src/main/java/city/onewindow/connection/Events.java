package city.onewindow.connection;

import city.onewindow.approval.Act;
import city.onewindow.approval.Happening;
import city.onewindow.approval.HistoryEntry;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Step;
import city.onewindow.kernel.Centre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened, numbered. */
@Repository
class Events {

    /** Taken and given back at once: the lock is what is wanted. */
    private static final String LOCK = """
            insert into connection.numbered (region, last) values (:region, 0)
            on conflict (region) do update set last = numbered.last
            returning last
            """;

    /** Where the department's system has an address it is on its way there at once. */
    private static final String ADD = """
            with added as (
                insert into connection.event (region, seq, department, number, item, title, item_name, act, from_step,
                        to_step, at, outcome, promised_due, statutory_due, certificate_number, document)
                values (:region, :seq, :department, :number, :item, :title, :itemName, :act, :from,
                        :to, :at, :outcome, :promisedDue, :statutoryDue, :certificate, :document)
                returning region, department, seq, number, item
            )
            insert into connection.delivery (region, department, seq, number, item, next_at)
            select a.region, a.department, a.seq, a.number, a.item, :now
            from added a
            join connection.endpoint n on n.region = a.region and n.department = a.department
            """;

    private static final String OF_DEPARTMENT = """
            select * from connection.event
            where region = :region and department = :department and seq > :after
            order by seq limit :limit
            """;

    private final JdbcClient jdbc;
    private final String region;

    Events(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.region = centre.region();
    }

    /** The last number given; nobody else gives one until the transaction ends. */
    long lockNumbers() {
        return jdbc.sql(LOCK).param("region", region).query(Long.class).single();
    }

    /** As far as numbers were given to events of anybody; 0 before the first. */
    long lastNumber() {
        return jdbc.sql("select coalesce(max(last), 0) from connection.numbered where region = :region")
                .param("region", region)
                .query(Long.class)
                .single();
    }

    void numberedUpTo(long last) {
        jdbc.sql("update connection.numbered set last = :last where region = :region")
                .param("region", region)
                .param("last", last)
                .update();
    }

    void add(long seq, Happening happening, LocalDateTime now) {
        HistoryEntry entry = happening.entry();
        jdbc.sql(ADD)
                .param("region", region)
                .param("seq", seq)
                .param("department", happening.department())
                .param("number", entry.number())
                .param("item", entry.item())
                .param("title", happening.title())
                .param("itemName", happening.itemName())
                .param("act", entry.act().name())
                .param("from", name(entry.from()), Types.VARCHAR)
                .param("to", entry.to().name())
                .param("at", entry.at())
                .param("outcome", name(happening.outcome()), Types.VARCHAR)
                .param("promisedDue", happening.promisedDue(), Types.TIMESTAMP)
                .param("statutoryDue", happening.statutoryDue(), Types.TIMESTAMP)
                .param("certificate", happening.certificateNumber(), Types.VARCHAR)
                .param("document", entry.document(), Types.VARCHAR)
                .param("now", now)
                .update();
    }

    List<Event> ofDepartment(String department, long after, int limit) {
        return jdbc.sql(OF_DEPARTMENT)
                .param("region", region)
                .param("department", department)
                .param("after", after)
                .param("limit", limit)
                .query(Events::event)
                .list();
    }

    static Event event(ResultSet row, int index) throws SQLException {
        String from = row.getString("from_step");
        String outcome = row.getString("outcome");
        String matter = "/api/matters/" + row.getString("number") + "/" + row.getString("item");
        return new Event(
                row.getLong("seq"),
                row.getObject("at", LocalDateTime.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("item"),
                row.getString("item_name"),
                Act.valueOf(row.getString("act")),
                from == null ? null : Step.valueOf(from),
                Step.valueOf(row.getString("to_step")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("promised_due", LocalDateTime.class),
                row.getObject("statutory_due", LocalDateTime.class),
                row.getString("certificate_number"),
                row.getString("document"),
                matter,
                matter + "/dossier");
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
