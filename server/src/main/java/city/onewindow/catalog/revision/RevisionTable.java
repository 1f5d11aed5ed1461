package city.onewindow.catalog.revision;

import city.onewindow.catalog.content.ContentRows;
import city.onewindow.identity.Actor;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Revisions and what happened to them. */
@Repository
class RevisionTable {

    private static final String SAVE = """
            with saved as (
                update catalog.revision
                set rows = :rows::jsonb, base = coalesce(:base::jsonb, base), window_lead = :windowLead, cooperating = :cooperating,
                    saves = saves + 1, changed_by = :who, changed_by_name = :whoName, changed_at = :at
                where id = :id and saves = :saves and status in ('DRAFT', 'RETURNED')
                returning id, status, saves
            ), kept as (
                -- One statement sees the row as it was before its own update.
                insert into catalog.revision_state (revision, saves, rows)
                select id, saves, rows from catalog.revision where id in (select id from saved)
            ), dropped as (
                delete from catalog.revision_state where revision in (select id from saved) and saves < :saves - :kept
            )
            insert into catalog.revision_history (revision, at, who, who_name, department, act, from_status, to_status, saves, changes)
            select id, :at, :who, :whoName, :department, 'SAVE', status, status, saves, :changes::jsonb from saved
            """;

    /** How many saves back an editor's screen may be, to be laid together with what was saved since. */
    private static final int STATES = 100;

    private static final String ADD = """
            with added as (
                insert into catalog.revision (kind, key, department, window_lead, cooperating, status, base, rows, changed_by,
                        changed_by_name, changed_at)
                select :kind, key, parties ->> 'keeper', parties ->> 'windowLead',
                       array(select jsonb_array_elements_text(parties -> 'cooperating')), 'DRAFT', base, rows, :who, :whoName, :at
                from jsonb_to_recordset(:begun::jsonb) as begun (key text, parties jsonb, base jsonb, rows jsonb)
                on conflict do nothing
                returning id, key
            ), written as (
                insert into catalog.revision_history (revision, at, who, who_name, department, act, to_status)
                select id, :at, :who, :whoName, :department, 'BEGIN', 'DRAFT' from added
            )
            select id, key from added
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RevisionReader read;

    RevisionTable(JdbcClient jdbc, JsonMapper json, RevisionReader read) {
        this.jdbc = jdbc;
        this.json = json;
        this.read = read;
    }

    /** @param base the published record; null for something new */
    record Begun(String key, Parties parties, @Nullable ContentRows base, ContentRows rows) {}

    /** Empty if another revision of the same record is open. */
    Optional<Long> add(
            Revision.Kind kind,
            String key,
            Parties parties,
            @Nullable ContentRows base,
            ContentRows rows,
            Actor actor,
            Instant at) {
        return Optional.ofNullable(add(kind, List.of(new Begun(key, parties, base, rows)), actor, at)
                .get(key));
    }

    /** @return their numbers by key; without those of records of which another revision is open */
    Map<String, Long> add(Revision.Kind kind, List<Begun> begun, Actor actor, Instant at) {
        Map<String, Long> added = new LinkedHashMap<>();
        acting(ADD, actor, at)
                .param("kind", word(kind))
                .param("begun", json.writeValueAsString(begun))
                .query(row -> {
                    added.put(row.getString("key"), row.getLong("id"));
                });
        return added;
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
                        .param("kept", STATES)
                        .update()
                > 0;
    }

    /** Who has a say in it from now on. */
    void ask(long id, Parties parties) {
        jdbc.sql("update catalog.revision set window_lead = :windowLead, cooperating = :cooperating where id = :id")
                .param("id", id)
                .param("windowLead", parties.windowLead())
                .param("cooperating", parties.cooperating().toArray(String[]::new))
                .update();
    }

    private StatementSpec acting(String sql, Actor actor, Instant at) {
        return jdbc.sql(sql)
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("department", actor.department())
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    /** @throws city.onewindow.kernel.Problem.NotFound if there is none of the number */
    Revision get(long id) {
        return jdbc.sql("select * from catalog.revision where id = ?")
                .param(id)
                .query(read::revision)
                .optional()
                .orElseThrow(RevisionRights::unknown);
    }

    /** The same, locked until the transaction ends. */
    Revision locked(long id) {
        return jdbc.sql("select * from catalog.revision where id = :id for no key update")
                .param("id", id)
                .query(read::revision)
                .optional()
                .orElseThrow(RevisionRights::unknown);
    }

    Optional<Revision> open(Revision.Kind kind, String key) {
        return jdbc.sql("""
                        select * from catalog.revision
                        where kind = :kind and key = :key and status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')
                        """)
                .param("kind", word(kind))
                .param("key", key)
                .query(read::revision)
                .optional();
    }

    /** All open ones that a department keeps, by key. */
    Map<String, Revision> openOf(Revision.Kind kind, String department) {
        return jdbc.sql("""
                        select * from catalog.revision where kind = :kind and department = :department
                          and status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')
                        """).param("kind", word(kind)).param("department", department).query(read::revision).stream()
                .collect(Collectors.toMap(Revision::key, Function.identity()));
    }

    /** All open ones, of whatever kind and department, under any of the names. */
    List<Revision> openNamed(Collection<String> names) {
        return jdbc.sql("""
                        select * from catalog.revision
                        where key = any(:names) and status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')
                        """)
                .param("names", names.toArray(String[]::new))
                .query(read::revision)
                .list();
    }

    /**
     * Newest first.
     *
     * @param department only what it keeps or has a say in; null: all
     * @param before number of the last one read
     */
    List<Revision> list(
            @Nullable String department, RevisionFilter filter, List<Long> waiting, long before, int limit) {
        return jdbc.sql("""
                        select * from catalog.revision
                        where id < :before
                          and (:department::text is null or department = :department or window_lead = :department
                               or :department = any (cooperating))
                          and (:status::text is null or status = :status)
                          and (:kind::text is null or kind = :kind)
                          and position(:words in key) > 0 and (not :waits or id = any (:waiting))
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("department", department, Types.VARCHAR)
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name(),
                        Types.VARCHAR)
                .param("kind", filter.kind() == null ? null : word(filter.kind()), Types.VARCHAR)
                .param("words", filter.words())
                .param("waits", filter.waiting())
                .param("waiting", waiting.toArray(Long[]::new))
                .param("limit", limit)
                .query(read::revision)
                .list();
    }

    /** Which revision of a record each edition is, by its number; those that came by an import are none. */
    Map<Integer, Long> published(Revision.Kind kind, String key) {
        Map<Integer, Long> published = new LinkedHashMap<>();
        jdbc.sql("select id, edition from catalog.revision where kind = :kind and key = :key and status = 'PUBLISHED'")
                .param("kind", word(kind))
                .param("key", key)
                .query(row -> {
                    published.put(row.getInt("edition"), row.getLong("id"));
                });
        return published;
    }

    /** @param publisher name of who published it */
    record Published(Revision revision, String publisher) {}

    /** The revisions that became these editions. */
    List<Published> publishedIn(Collection<Integer> editions) {
        return jdbc.sql("""
                        select r.*, h.who_name as publisher from catalog.revision r
                        join catalog.revision_history h on h.revision = r.id and h.act = 'PUBLISH'
                        where r.edition = any(:editions)
                        """)
                .param("editions", editions.toArray(Integer[]::new))
                .query((row, index) -> new Published(read.revision(row, index), row.getString("publisher")))
                .list();
    }

    /** Agreed to, and to hold from this day or before it. */
    List<Long> due(LocalDate day) {
        return jdbc.sql("select id from catalog.revision where status = 'APPROVED' and holds_from <= :day order by id")
                .param("day", day)
                .query(Long.class)
                .list();
    }

    /** What an open revision said after so many saves; empty if that is too long ago. */
    Optional<ContentRows> state(long id, int saves) {
        return jdbc.sql("select rows from catalog.revision_state where revision = :id and saves = :saves")
                .param("id", id)
                .param("saves", saves)
                .query(String.class)
                .optional()
                .map(rows -> json.readValue(rows, ContentRows.class));
    }

    /** Oldest first. */
    List<RevisionEntry> history(long id) {
        return jdbc.sql("select * from catalog.revision_history where revision = :id order by id")
                .param("id", id)
                .query(read::entry)
                .list();
    }

    private @Nullable String written(@Nullable ContentRows rows) {
        return rows == null ? null : json.writeValueAsString(rows);
    }

    private static String word(Revision.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
