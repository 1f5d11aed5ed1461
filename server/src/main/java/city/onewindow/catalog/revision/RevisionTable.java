package city.onewindow.catalog.revision;

import city.onewindow.catalog.content.ContentRows;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Revisions and what happened to them. */
@Repository
class RevisionTable {

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    /** Moves and writes the history in one statement; nothing is written if it no longer stands where the act begins. */
    private static final String MOVE = """
            with moved as (
                update catalog.revision
                set status = :to, edition = :edition, holds_from = coalesce(:holdsFrom, holds_from)
                where id = :id and status = :from
                returning id
            )
            insert into catalog.revision_history (revision, at, who, who_name, department, act, from_status, to_status, remark)
            select id, :at, :who, :whoName, :department, :act, :from, :to, :remark from moved
            """;

    private static final String SAVE = """
            with saved as (
                update catalog.revision
                set rows = :rows::jsonb, base = coalesce(:base::jsonb, base), window_lead = :windowLead, cooperating = :cooperating,
                    saves = saves + 1, changed_by = :who, changed_by_name = :whoName, changed_at = :at
                where id = :id and saves = :saves and status in ('DRAFT', 'RETURNED')
                returning id, status, saves
            )
            insert into catalog.revision_history (revision, at, who, who_name, department, act, from_status, to_status, saves, changes)
            select id, :at, :who, :whoName, :department, 'SAVE', status, status, saves, :changes::jsonb from saved
            """;

    private static final String ADD = """
            with added as (
                insert into catalog.revision (kind, key, department, window_lead, cooperating, status, base, rows, changed_by,
                        changed_by_name, changed_at)
                values (:kind, :key, :keeper, :windowLead, :cooperating, 'DRAFT', :base::jsonb, :rows::jsonb, :who, :whoName, :at)
                on conflict do nothing
                returning id
            ), written as (
                insert into catalog.revision_history (revision, at, who, who_name, department, act, to_status)
                select id, :at, :who, :whoName, :department, 'BEGIN', 'DRAFT' from added
            )
            select id from added
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RevisionTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Who keeps a revision and who has a say in it, as its rows have it. */
    record Parties(String keeper, String windowLead, List<String> cooperating) {}

    /** Empty if another revision of the same record is open. */
    Optional<Long> add(
            Revision.Kind kind,
            String key,
            Parties parties,
            @Nullable ContentRows base,
            ContentRows rows,
            Actor actor,
            Instant at) {
        return acting(ADD, actor, at)
                .param("kind", word(kind))
                .param("key", key)
                .param("keeper", parties.keeper())
                .param("windowLead", parties.windowLead())
                .param("cooperating", parties.cooperating().toArray(String[]::new))
                .param("base", written(base), Types.VARCHAR)
                .param("rows", written(rows))
                .query(Long.class)
                .optional();
    }

    /** @return whether it stood as {@code before} was read */
    boolean save(
            Revision before,
            Parties parties,
            @Nullable ContentRows base,
            ContentRows rows,
            List<Change> changes,
            Actor actor,
            Instant at) {
        return acting(SAVE, actor, at)
                        .param("id", before.id())
                        .param("saves", before.saves())
                        .param("windowLead", parties.windowLead())
                        .param("cooperating", parties.cooperating().toArray(String[]::new))
                        .param("base", written(base), Types.VARCHAR)
                        .param("rows", written(rows))
                        .param("changes", json.writeValueAsString(changes))
                        .update()
                > 0;
    }

    /** @return whether it stood where the edge begins */
    boolean move(
            long id,
            Course.Edge edge,
            String remark,
            @Nullable LocalDate holdsFrom,
            @Nullable Integer edition,
            Actor actor,
            Instant at) {
        return acting(MOVE, actor, at)
                        .param("id", id)
                        .param("from", edge.from().name())
                        .param("to", edge.to().name())
                        .param("act", edge.act().name())
                        .param("remark", remark)
                        .param("holdsFrom", holdsFrom, Types.DATE)
                        .param("edition", edition, Types.INTEGER)
                        .update()
                > 0;
    }

    private StatementSpec acting(String sql, Actor actor, Instant at) {
        return jdbc.sql(sql)
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("department", actor.department())
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    Optional<Revision> find(long id) {
        return jdbc.sql("select * from catalog.revision where id = :id")
                .param("id", id)
                .query(this::revision)
                .optional();
    }

    /** The same, locked until the transaction ends. */
    Optional<Revision> locked(long id) {
        return jdbc.sql("select * from catalog.revision where id = :id for no key update")
                .param("id", id)
                .query(this::revision)
                .optional();
    }

    Optional<Revision> open(Revision.Kind kind, String key) {
        return jdbc.sql("""
                        select * from catalog.revision
                        where kind = :kind and key = :key and status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')
                        """)
                .param("kind", word(kind))
                .param("key", key)
                .query(this::revision)
                .optional();
    }

    /** All open ones of items that a department keeps. */
    List<Revision> openItems(String department) {
        return jdbc.sql("""
                        select * from catalog.revision where kind = 'item' and department = :department
                          and status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')
                        """)
                .param("department", department)
                .query(this::revision)
                .list();
    }

    /** What was published of a record, newest first. */
    List<Revision> published(Revision.Kind kind, String key) {
        return jdbc.sql("""
                        select * from catalog.revision
                        where kind = :kind and key = :key and status = 'PUBLISHED' order by id desc
                        """)
                .param("kind", word(kind))
                .param("key", key)
                .query(this::revision)
                .list();
    }

    /**
     * Newest first.
     *
     * @param department only what it keeps or has a say in; null: all
     * @param status null: any
     * @param after number of the last one read; null at the beginning
     */
    List<Revision> list(
            @Nullable String department, @Nullable RevisionStatus status, @Nullable String after, int limit) {
        return jdbc.sql("""
                        select * from catalog.revision
                        where id < :before
                          and (:department::text is null or department = :department or window_lead = :department
                               or :department = any (cooperating))
                          and (:status::text is null or status = :status)
                        order by id desc limit :limit
                        """)
                .param("before", after == null ? Long.MAX_VALUE : number(after))
                .param("department", department, Types.VARCHAR)
                .param("status", status == null ? null : status.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(this::revision)
                .list();
    }

    private static long number(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException wrong) {
            throw new Problem.InvalidInput("/after", "翻页标识“" + after + "”无效，请从第一页重新查询。");
        }
    }

    /** Agreed to, and to hold from this day or before it. */
    List<Long> due(LocalDate day) {
        return jdbc.sql("select id from catalog.revision where status = 'APPROVED' and holds_from <= :day order by id")
                .param("day", day)
                .query(Long.class)
                .list();
    }

    /** Oldest first. */
    List<RevisionEntry> history(long id) {
        return jdbc.sql("select * from catalog.revision_history where revision = :id order by id")
                .param("id", id)
                .query(this::entry)
                .list();
    }

    private Revision revision(ResultSet row, int index) throws SQLException {
        return new Revision(
                row.getLong("id"),
                Revision.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("key"),
                row.getString("department"),
                row.getString("window_lead"),
                Arrays.asList((String[]) row.getArray("cooperating").getArray()),
                RevisionStatus.valueOf(row.getString("status")),
                row.getString("base") == null ? null : json.readValue(row.getString("base"), ContentRows.class),
                json.readValue(row.getString("rows"), ContentRows.class),
                row.getInt("saves"),
                row.getString("changed_by"),
                row.getString("changed_by_name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("holds_from", LocalDate.class),
                row.getObject("edition", Integer.class));
    }

    private RevisionEntry entry(ResultSet row, int index) throws SQLException {
        String from = row.getString("from_status");
        String changes = row.getString("changes");
        return new RevisionEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("who_name"),
                row.getString("department"),
                RevisionAct.valueOf(row.getString("act")),
                from == null ? null : RevisionStatus.valueOf(from),
                RevisionStatus.valueOf(row.getString("to_status")),
                row.getString("remark"),
                row.getObject("saves", Integer.class),
                changes == null ? List.of() : json.readValue(changes, CHANGES));
    }

    private @Nullable String written(@Nullable ContentRows rows) {
        return rows == null ? null : json.writeValueAsString(rows);
    }

    private static String word(Revision.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
