package city.onewindow.approval;

import city.onewindow.identity.Account;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Leaves and stand-ins. Whoever adds a leave or names a stand-in locks the table first: what may stand beside what is read before. */
@Repository
class LeaveTable {

    /**
     * Whoever acts for himself, or stands in on that day: for an act's own statement, which reads a leave only in the second case. That
     * one's row is shared until the act is done, so that who takes the leave back has his answer after it, and an act that comes later
     * waits for that and finds nobody to stand in for. Who changes a leave holds nothing else and waits for nothing else: there is no ring.
     */
    static final String STANDS_IN = """
            (:absent::text is null or exists (
                select from approval.leave away
                where away.region = :region and away.account = :absent and away.stand_in = :who
                  and away.taken_back_at is null and :at::timestamp::date between away.from_day and away.until_day
                for share))
            """;

    private static final String STOOD_IN_FOR = """
            select * from approval.leave
            where region = :region and stand_in = :who and taken_back_at is null
              and until_day >= :today and from_day <= :today
            order by id
            """;

    private static final String STANDING_IN = """
            select * from approval.leave
            where region = :region and account = any (:absent) and taken_back_at is null
              and until_day >= :today and from_day <= :today
            """;

    private static final String OF_DEPARTMENTS = """
            select * from approval.leave
            where region = :region and (:all or department = :department) and until_day >= :today and taken_back_at is null
            order by department, from_day, id
            limit :limit
            """;

    private static final String RUNNING = """
            select * from approval.leave
            where region = :region and taken_back_at is null and until_day >= :today and from_day <= :today
            """;

    /** Whatever binds one of these people, as who is away or as who stands in, on one of these days. */
    private static final String BINDING = """
            select * from approval.leave
            where region = :region and taken_back_at is null and id <> :not
              and (account = any (:accounts) or stand_in = any (:accounts))
              and from_day <= :until and until_day >= :from
            order by from_day, id
            """;

    private static final String ADD = """
            insert into approval.leave (region, account, name, department, from_day, until_day, kind, registered_by,
                    registered_name, registered_at, idempotency_key)
            values (:region, :account, :name, :department, :from, :until, :kind, :who, :whoName, :now, :key)
            returning *
            """;

    private static final String NAME = """
            update approval.leave
            set stand_in = :standIn, stand_in_name = :standInName, needs_authorisation = :needs,
                authorisation = null, authorised_by = null, authorised_name = null, authorised_at = null
            where region = :region and id = :id and taken_back_at is null and until_day >= :today
            """;

    private static final String AUTHORISE = """
            update approval.leave
            set authorisation = :text, authorised_by = :who, authorised_name = :whoName, authorised_at = :now
            where region = :region and id = :id and taken_back_at is null and until_day >= :today
              and needs_authorisation and authorised_by is null and stand_in = :standIn
            """;

    private static final String SHORTEN = """
            update approval.leave
            set until_day = :until
            where region = :region and id = :id and taken_back_at is null and until_day > :until and until_day >= :today
            """;

    private static final String TAKE_BACK = """
            update approval.leave
            set taken_back_at = :now
            where region = :region and id = :id and taken_back_at is null and until_day >= :today
            """;

    private final JdbcClient jdbc;
    private final Centre centre;

    LeaveTable(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.centre = centre;
    }

    /** Until the end of the transaction nobody else writes a leave; reading goes on. */
    void lock() {
        jdbc.sql("lock table approval.leave in share row exclusive mode").update();
    }

    Optional<Leave> find(long id) {
        return here("select * from approval.leave where region = :region and id = :id")
                .param("id", id)
                .query(LeaveTable::leave)
                .optional();
    }

    Optional<Leave> registered(Actor by, IdempotencyKey key) {
        return here("select * from approval.leave where region = :region and registered_by = :who and idempotency_key = :key")
                .param("who", by.account())
                .param("key", key.value())
                .query(LeaveTable::leave)
                .optional();
    }

    /** @param department code; null for those of all */
    List<Leave> open(@Nullable String department, LocalDate today, int limit) {
        return here(OF_DEPARTMENTS)
                .param("all", department == null)
                .param("department", department, Types.VARCHAR)
                .param("today", today)
                .param("limit", limit)
                .query(LeaveTable::leave)
                .list();
    }

    /** All that run today, of whichever department. */
    List<Leave> running(LocalDate today) {
        return here(RUNNING).param("today", today).query(LeaveTable::leave).list();
    }

    /** Those for whom somebody stands in today. */
    List<Leave> stoodInFor(String account, LocalDate today) {
        return here(STOOD_IN_FOR)
                .param("who", account)
                .param("today", today)
                .query(LeaveTable::leave)
                .list();
    }

    /** Who stand in that day, by the account of who is away. */
    Map<String, Leave.StandIn> standIns(Collection<String> absent, LocalDate day) {
        return here(STANDING_IN)
                .param("absent", absent.toArray(String[]::new))
                .param("today", day)
                .query(LeaveTable::leave)
                .list()
                .stream()
                .filter(leave -> leave.standIn() != null)
                .collect(Collectors.toMap(Leave::account, leave -> Objects.requireNonNull(leave.standIn())));
    }

    /** @param not the leave that this is about; 0 for a new one */
    List<Leave> binding(Collection<String> accounts, LocalDate from, LocalDate until, long not) {
        return here(BINDING)
                .param("accounts", accounts.toArray(String[]::new))
                .param("from", from)
                .param("until", until)
                .param("not", not)
                .query(LeaveTable::leave)
                .list();
    }

    Leave add(
            Account absent,
            LocalDate from,
            LocalDate until,
            Leave.Kind kind,
            Actor by,
            LocalDateTime now,
            IdempotencyKey key) {
        return here(ADD)
                .param("account", absent.name())
                .param("name", absent.details().displayName())
                .param("department", absent.details().department())
                .param("from", from)
                .param("until", until)
                .param("kind", kind.name())
                .param("who", by.account())
                .param("whoName", by.name())
                .param("now", now)
                .param("key", key.value())
                .query(LeaveTable::leave)
                .single();
    }

    /** Whoever stood in before doesn't any more; nobody may decide by an authorisation that was another's. */
    boolean name(Leave leave, Account standIn, boolean needsAuthorisation, LocalDate today) {
        return changed(here(NAME)
                .param("id", leave.id())
                .param("standIn", standIn.name())
                .param("standInName", standIn.details().displayName())
                .param("needs", needsAuthorisation)
                .param("today", today));
    }

    boolean authorise(Leave leave, Leave.StandIn standIn, String text, Actor by, LocalDateTime now) {
        return changed(here(AUTHORISE)
                .param("id", leave.id())
                .param("standIn", standIn.account())
                .param("text", text)
                .param("who", by.account())
                .param("whoName", by.name())
                .param("now", now)
                .param("today", now.toLocalDate()));
    }

    boolean shorten(Leave leave, LocalDate until, LocalDate today) {
        return changed(
                here(SHORTEN).param("id", leave.id()).param("until", until).param("today", today));
    }

    boolean takeBack(Leave leave, LocalDateTime now) {
        return changed(here(TAKE_BACK).param("id", leave.id()).param("now", now).param("today", now.toLocalDate()));
    }

    private static boolean changed(StatementSpec statement) {
        return statement.update() == 1;
    }

    private StatementSpec here(String sql) {
        return jdbc.sql(sql).param("region", centre.region());
    }

    private static Leave leave(ResultSet row, int index) throws SQLException {
        return new Leave(
                row.getLong("id"),
                row.getString("account"),
                row.getString("name"),
                row.getString("department"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                Leave.Kind.valueOf(row.getString("kind")),
                standIn(row),
                row.getString("registered_name"),
                row.getObject("taken_back_at", LocalDateTime.class));
    }

    private static Leave.@Nullable StandIn standIn(ResultSet row) throws SQLException {
        String account = row.getString("stand_in");
        return account == null
                ? null
                : new Leave.StandIn(
                        account,
                        row.getString("stand_in_name"),
                        row.getBoolean("needs_authorisation"),
                        authorisation(row));
    }

    private static Leave.@Nullable Authorisation authorisation(ResultSet row) throws SQLException {
        String text = row.getString("authorisation");
        return text == null
                ? null
                : new Leave.Authorisation(
                        text, row.getString("authorised_name"), row.getObject("authorised_at", LocalDateTime.class));
    }
}
