package city.onewindow.connection;

import city.onewindow.approval.Act;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events on their way. */
@Repository
class DeliveryTable {

    /**
     * The next one due that nothing earlier of its matter stands before, for this instance alone: until the lease is over nobody
     * else takes it, also if this instance dies. A matter that was handed over is told to two departments: what the one doesn't
     * receive holds nothing up for the other.
     */
    private static final String CLAIM = """
            with due as (
                select d.department, d.seq
                from connection.delivery d
                where d.region = :region and d.state = 'PENDING' and d.next_at <= :now
                  and d.department <> all (:failing)
                  and not exists (select from connection.delivery e
                                  where e.region = d.region and e.number = d.number and e.item = d.item
                                    and e.department = d.department and e.seq < d.seq and e.state in ('PENDING', 'DEAD'))
                order by d.next_at, d.seq
                limit 1
                for no key update of d skip locked
            ), claimed as (
                update connection.delivery d
                set attempts = attempts + 1, next_at = :lease
                from due
                where d.region = :region and d.department = due.department and d.seq = due.seq
                returning d.seq, d.department, d.attempts
            )
            select e.*, c.attempts, n.url, n.signing, n.secret
            from claimed c
            join connection.event e on e.region = :region and e.seq = c.seq
            join connection.endpoint n on n.region = :region and n.department = c.department
            """;

    /** Of the attempt that was claimed, and of no later one. */
    private static final String SETTLE = """
            update connection.delivery
            set state = :state, next_at = coalesce(:next, next_at), answer = :answer
            where region = :region and department = :department and seq = :seq
              and state = 'PENDING' and attempts = :attempts
            """;

    /** With its place in the audit log. */
    private static final String CHANGE = """
            with changed as (
                update connection.delivery
                set state = :to, next_at = :now, attempts = case :to when 'PENDING' then 0 else attempts end
                where region = :region and department = :department and state = 'DEAD'
                  and (:seq::bigint is null or seq = :seq)
                returning number, item, seq
            )
            select number from changed where audit.record(:region, :moment, :who, :act, number, item || ' ' || seq)
            """;

    private static final String READ = """
            select d.*, e.item_name, e.act, e.at
            from connection.delivery d
            join connection.event e on e.region = d.region and e.seq = d.seq
            where d.region = :region and d.department = :department
            """;

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final String region;
    private final ZoneId zone;

    DeliveryTable(JdbcClient jdbc, Cipher cipher, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.region = centre.region();
        this.zone = clock.getZone();
    }

    /** @param failing departments that this instance leaves alone for now */
    Optional<Attempt> claim(LocalDateTime now, LocalDateTime lease, Collection<String> failing) {
        return jdbc.sql(CLAIM)
                .param("region", region)
                .param("now", now)
                .param("lease", lease)
                .param("failing", failing.toArray(String[]::new))
                .query((row, index) -> new Attempt(
                        row.getString("department"),
                        Events.event(row, index),
                        row.getInt("attempts"),
                        row.getString("url"),
                        Signing.valueOf(row.getString("signing")),
                        EndpointTable.secret(row, cipher)))
                .optional();
    }

    /** @param next when to try again; null if not */
    void settle(Attempt attempt, DeliveryState state, @Nullable LocalDateTime next, String answer) {
        jdbc.sql(SETTLE)
                .param("region", region)
                .param("department", attempt.department())
                .param("seq", attempt.event().id())
                .param("attempts", attempt.count())
                .param("state", state.name())
                .param("next", next, Types.TIMESTAMP)
                .param("answer", answer)
                .update();
    }

    /**
     * Of what was given up.
     *
     * @param seq null for all of the department
     * @return how many
     */
    int change(String department, @Nullable Long seq, DeliveryState to, String act, LocalDateTime now, String account) {
        return jdbc.sql(CHANGE)
                .param("region", region)
                .param("department", department)
                .param("seq", seq, Types.BIGINT)
                .param("to", to.name())
                .param("act", act)
                .param("now", now)
                .param("moment", now.atZone(zone).toOffsetDateTime())
                .param("who", account)
                .query(String.class)
                .list()
                .size();
    }

    /** What waits is due now. */
    void hurry(String department, LocalDateTime now) {
        jdbc.sql("""
                        update connection.delivery set next_at = :now
                        where region = :region and department = :department and state = 'PENDING'
                        """)
                .param("region", region)
                .param("department", department)
                .param("now", now)
                .update();
    }

    void putAllAside(String department) {
        jdbc.sql("""
                        update connection.delivery set state = 'PUT_ASIDE'
                        where region = :region and department = :department and state in ('PENDING', 'DEAD')
                        """).param("region", region).param("department", department).update();
    }

    Optional<Delivery> one(String department, long seq) {
        return jdbc.sql(READ + " and d.seq = :seq")
                .param("region", region)
                .param("department", department)
                .param("seq", seq)
                .query(DeliveryTable::delivery)
                .optional();
    }

    List<Delivery> unsent(String department, DeliveryState state, long after, int limit) {
        return jdbc.sql(READ + " and d.state = :state and d.seq > :after order by d.seq limit :limit")
                .param("region", region)
                .param("department", department)
                .param("state", state.name())
                .param("after", after)
                .param("limit", limit)
                .query(DeliveryTable::delivery)
                .list();
    }

    /** Of all departments, counted no further than {@code most}. */
    long dead(int most) {
        return jdbc.sql("""
                        select count(*) from (
                            select from connection.delivery where region = :region and state = 'DEAD' limit :most) few
                        """)
                .param("region", region)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        return new Delivery(
                row.getLong("seq"),
                row.getString("number"),
                row.getString("item"),
                row.getString("item_name"),
                Act.valueOf(row.getString("act")),
                row.getObject("at", LocalDateTime.class),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("answer"));
    }
}
