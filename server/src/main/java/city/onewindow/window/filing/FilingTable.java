package city.onewindow.window.filing;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.window.Annex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Filings and what happened to them; their rows are in {@link FilingRowTable}. */
@Repository
class FilingTable {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<HeadLine, String>> HEAD = new TypeReference<>() {};
    private static final TypeReference<List<HeadFlaw>> FLAWS = new TypeReference<>() {};
    private static final TypeReference<Map<RowState, Integer>> COUNTS = new TypeReference<>() {};

    /** Moves and writes the history in one statement; nothing is written if it no longer stands where the act begins. */
    private static final String MOVE = """
            with moved as (
                update "window".filing
                set status = :to, touched_at = :at,
                    filed_at = case when :act = 'FILE' then :at else filed_at end,
                    remark = case when :act = 'RETURN' then :remark else remark end,
                    decided_by_name = case when :act in ('ACCEPT', 'RETURN') then :whoName else decided_by_name end,
                    decided_at = case when :act in ('ACCEPT', 'RETURN') then :at else decided_at end
                where region = :region and id = :id and status = :from
                returning region, id
            )
            insert into "window".filing_history (region, filing, at, who, who_name, act, from_status, to_status, remark)
            select region, id, :at, :who, :whoName, :act, :from, :to, :remark from moved
            """;

    private static final String READ = """
            select f.*, array(select r.revision from "window".filing_revision r
                              where r.region = f.region and r.filing = f.id order by r.revision) as revisions
            from "window".filing f
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String region;

    /** What was last done to a filing. */
    record Done(FilingAct act, String who, String whoName, String remark) {}

    /** What came under a key. @param digest of the file */
    record Keyed(long id, String digest) {}

    FilingTable(JdbcClient jdbc, JsonMapper json, Centre centre) {
        this.jdbc = jdbc;
        this.json = json;
        this.region = centre.region();
    }

    private StatementSpec sql(String statement) {
        return jdbc.sql(statement).param("region", region);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /**
     * @param digest of the file; null without a key
     * @return its number
     * @throws org.springframework.dao.DuplicateKeyException if this account used the key before
     */
    long add(
            long round,
            Target target,
            String fileName,
            @Nullable IdempotencyKey key,
            @Nullable String digest,
            Actor actor,
            Instant at) {
        return sql("""
                        insert into "window".filing (region, round, annex, subject, subject_name, department, file_name, status,
                            who, who_name, begun_at, touched_at, idempotency_key, digest)
                        values (:region, :round, :annex, :subject, :name, :department, :fileName, 'READING', :who, :whoName, :at, :at,
                            :key, :digest)
                        returning id
                        """)
                .param("key", key == null ? null : key.value(), Types.VARCHAR)
                .param("digest", digest, Types.VARCHAR)
                .param("round", round)
                .param("annex", target.annex().number())
                .param("subject", target.code())
                .param("name", target.name())
                .param("department", target.department())
                .param("fileName", fileName)
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("at", utc(at))
                .query(Long.class)
                .single();
    }

    void progress(long id, int read, int total, Instant at) {
        sql("""
                update "window".filing set rows_read = :read, rows_total = :total, touched_at = :at
                where region = :region and id = :id and status = 'READING'
                """)
                .param("id", id)
                .param("read", read)
                .param("total", total)
                .param("at", utc(at))
                .update();
    }

    /** @return whether it was still being read */
    boolean readThrough(long id, Map<RowState, Integer> counts, AnnexReading.Result result, Instant at) {
        return sql("""
                        update "window".filing set status = 'READ', counts = :counts::jsonb, absent = :absent, head = :head::jsonb,
                            around = :around::jsonb, head_flaws = :flaws::jsonb, touched_at = :at
                        where region = :region and id = :id and status = 'READING'
                        """)
                        .param("id", id)
                        .param("counts", json.writeValueAsString(counts))
                        .param("absent", result.absent().toArray(String[]::new))
                        .param("head", json.writeValueAsString(result.head()))
                        .param("around", json.writeValueAsString(result.around()))
                        .param("flaws", json.writeValueAsString(result.headFlaws()))
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    void refuse(long id, List<String> refusals, Instant at) {
        sql("""
                update "window".filing set status = 'REFUSED', refusals = :refusals::jsonb, touched_at = :at
                where region = :region and id = :id and status = 'READING'
                """)
                .param("id", id)
                .param("refusals", json.writeValueAsString(refusals))
                .param("at", utc(at))
                .update();
    }

    /** @return whether it stood as it was read */
    boolean move(Filing filing, FilingAct act, String remark, Actor actor, Instant at) {
        return sql(MOVE)
                        .param("id", filing.id())
                        .param("from", filing.status().name())
                        .param("to", act.to().name())
                        .param("act", act.name())
                        .param("remark", remark)
                        .param("who", actor.account())
                        .param("whoName", actor.name())
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    Optional<Keyed> keyed(Actor actor, IdempotencyKey key) {
        return sql("select id, digest from \"window\".filing where region = :region and who = :who and idempotency_key = :key")
                .param("who", actor.account())
                .param("key", key.value())
                .query(Keyed.class)
                .optional();
    }

    Optional<Done> lastDone(long id) {
        return sql("""
                        select act, who, who_name, remark from "window".filing_history
                        where region = :region and filing = :id order by id desc limit 1
                        """).param("id", id).query(Done.class).optional();
    }

    Optional<Filing> find(long id) {
        return sql(READ + "where f.region = :region and f.id = :id")
                .param("id", id)
                .query(this::filing)
                .optional();
    }

    /** What stood around its table. */
    Around around(long id) {
        return sql("select around from \"window\".filing where region = :region and id = :id")
                .param("id", id)
                .query((row, index) -> json.readValue(row.getString("around"), Around.class))
                .single();
    }

    /** The same, locked until the transaction ends. */
    Optional<Filing> locked(long id) {
        return sql(READ + "where f.region = :region and f.id = :id for no key update")
                .param("id", id)
                .query(this::filing)
                .optional();
    }

    /** Of each table the one that counts in the round: filed or accepted, else the one returned last. */
    List<Filing> standing(long round) {
        return sql(READ.replace("select f.*", "select distinct on (f.annex, f.subject) f.*") + """
                        where f.region = :region and f.round = :round and f.status in ('FILED', 'RETURNED', 'ACCEPTED')
                        order by f.annex, f.subject, f.status = 'RETURNED', f.filed_at desc, f.id desc
                        """)
                .param("round", round)
                .query(this::filing)
                .list();
    }

    Optional<Filing> standing(long round, Annex annex, String subject) {
        return sql(READ + """
                        where f.region = :region and f.round = :round and f.annex = :annex and f.subject = :subject
                          and f.status in ('FILED', 'ACCEPTED')
                        """)
                .param("round", round)
                .param("annex", annex.number())
                .param("subject", subject)
                .query(this::filing)
                .optional();
    }

    /** Newest first. @param department null: of all */
    List<Filing> list(@Nullable String department, long before, int limit) {
        return sql(READ + """
                        where f.region = :region and f.id < :before and (:department::text is null or f.department = :department)
                        order by f.id desc limit :limit
                        """)
                .param("before", before)
                .param("department", department, Types.VARCHAR)
                .param("limit", limit)
                .query(this::filing)
                .list();
    }

    /** How many wait for the centre. */
    long filed(long round) {
        return sql("select count(*) from \"window\".filing where region = :region and round = :round and status = 'FILED'")
                .param("round", round)
                .query(Long.class)
                .single();
    }

    private Filing filing(ResultSet row, int index) throws SQLException {
        return new Filing(
                row.getLong("id"),
                row.getLong("round"),
                Annex.numbered(row.getInt("annex")),
                row.getString("subject"),
                row.getString("subject_name"),
                row.getString("department"),
                row.getString("file_name"),
                FilingStatus.valueOf(row.getString("status")),
                row.getInt("rows_total"),
                row.getInt("rows_read"),
                json.readValue(row.getString("counts"), COUNTS),
                json.readValue(row.getString("head"), HEAD),
                json.readValue(row.getString("head_flaws"), FLAWS),
                json.readValue(row.getString("refusals"), TEXTS),
                Arrays.asList((String[]) row.getArray("absent").getArray()),
                Arrays.asList((Long[]) row.getArray("revisions").getArray()),
                row.getString("who"),
                row.getString("who_name"),
                time(row, "begun_at"),
                time(row, "touched_at"),
                row.getObject("filed_at") == null ? null : time(row, "filed_at"),
                row.getString("remark"),
                row.getString("decided_by_name"),
                row.getObject("decided_at") == null ? null : time(row, "decided_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
