package city.onewindow.audit;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table that only grows. */
@Repository
class Entries {

    private static final Pattern KEY = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final long MICROS = 1_000_000;

    private final JdbcClient jdbc;
    private final String region;

    Entries(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.region = centre.region();
    }

    void append(Instant at, String who, String act, String object, String detail) {
        jdbc.sql("select audit.record(:region, :at, :who, :act, :object, :detail)")
                .param("region", region)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("act", act)
                .param("object", object)
                .param("detail", detail)
                .query()
                .singleRow();
    }

    /** @param details by object */
    void append(Instant at, String who, String act, Map<String, String> details) {
        List<Map.Entry<String, String>> entries = List.copyOf(details.entrySet());
        jdbc.sql("""
                        select audit.record(:region, :at, :who, :act, object, detail)
                        from unnest(:objects, :details) as done (object, detail)
                        """)
                .param("region", region)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("act", act)
                .param("objects", entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("details", entries.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /** Only the conditions asked for go into the statement, so that each search finds its index. */
    Slice<AuditEntry> search(AuditQuery query, int size, @Nullable String after) {
        Map<String, Object> params = new HashMap<>(Map.of("region", region, "limit", size + 1));
        List<String> conditions = new ArrayList<>(List.of("region = :region"));
        ask(query.who(), "who = :who", "who", conditions, params);
        ask(query.act(), "starts_with(act, :act)", "act", conditions, params);
        ask(query.object(), "object = :object", "object", conditions, params);
        ask(utc(query.from()), "at >= :from", "from", conditions, params);
        ask(utc(query.until()), "at < :until", "until", conditions, params);
        if (after != null) {
            conditions.add("(at, id) < (:at, :id)");
            params.putAll(place(after));
        }
        List<AuditEntry> read = jdbc.sql("""
                        select at, id, who, act, object, detail from audit.entry
                        where %s
                        order by at desc, id desc limit :limit
                        """.formatted(String.join(" and ", conditions)))
                .params(params)
                .query((row, n) -> new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("id"),
                        row.getString("who"),
                        row.getString("act"),
                        row.getString("object"),
                        row.getString("detail")))
                .list();
        return Slice.of(read, size, Entries::key);
    }

    private static void ask(
            @Nullable Object value,
            String condition,
            String name,
            List<String> conditions,
            Map<String, Object> params) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static String key(AuditEntry last) {
        return last.at().getEpochSecond() * MICROS + last.at().getNano() / 1000 + "-" + last.id();
    }

    private static Map<String, Object> place(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            throw new Problem.InvalidInput("/after", "翻页标识“" + key + "”无效，请从第一页重新查询。");
        }
        long micros = Long.parseLong(matcher.group(1));
        Instant at = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000);
        return Map.of("at", at.atOffset(ZoneOffset.UTC), "id", Long.parseLong(matcher.group(2)));
    }
}
