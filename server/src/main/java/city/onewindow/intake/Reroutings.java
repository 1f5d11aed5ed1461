package city.onewindow.intake;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which application went from which window to which (转窗口), and that it did. */
@Repository
class Reroutings {

    /** A column of a select from {@code intake.application a}: code of the window from which it came last; null for most. */
    static final String REROUTED_FROM = """
            (select r.from_window from intake.rerouting r
             where r.region = a.region and r.number = a.number
             order by r.id desc limit 1) as rerouted_from
            """;

    private static final String FOUND = """
            select r.number, r.from_window, r.to_window, r.at, a.title
            from intake.rerouting r join intake.application a using (region, number)
            """;

    private static final String LYING = """
            select a.number, a.title, a.window_code, a.status, a.one_thing, a.items, a.version, p.submitted_at
            from intake.application a left join intake.pre_review p using (region, number)
            where a.region = :region and a.status = any (:lying)
            """;

    private static final String[] LYING_STATUSES = Stream.of(ApplicationStatus.values())
            .filter(ApplicationStatus::liesAtTheWindow)
            .map(ApplicationStatus::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final Catalogs catalogs;
    private final Centre centre;
    private final ZoneId zone;

    Reroutings(JdbcClient jdbc, Catalogs catalogs, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.catalogs = catalogs;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /** What lies at a window that a number names. */
    Optional<Lying> lying(String number) {
        return jdbc.sql(LYING + "and a.number = :number")
                .param("region", centre.region())
                .param("lying", LYING_STATUSES)
                .param("number", number)
                .query((row, line) -> lying(row))
                .optional();
    }

    /** What lies at a window, the oldest first. */
    List<Lying> lyingAt(String window, int limit) {
        return jdbc.sql(LYING + "and a.window_code = :window order by a.created_at, a.number limit :limit")
                .param("region", centre.region())
                .param("lying", LYING_STATUSES)
                .param("window", window)
                .param("limit", limit)
                .query((row, line) -> lying(row))
                .list();
    }

    /** What lies at any window but those, the oldest first. */
    List<Lying> lyingElsewhere(Collection<String> windows, int limit) {
        return jdbc.sql(LYING + "and a.window_code <> all (:windows) order by a.created_at, a.number limit :limit")
                .param("region", centre.region())
                .param("lying", LYING_STATUSES)
                .param("windows", windows.toArray(String[]::new))
                .param("limit", limit)
                .query((row, line) -> lying(row))
                .list();
    }

    private Lying lying(ResultSet row) throws SQLException {
        OffsetDateTime submitted = row.getObject("submitted_at", OffsetDateTime.class);
        return new Lying(
                row.getString("number"),
                row.getString("title"),
                row.getString("window_code"),
                ApplicationStatus.valueOf(row.getString("status")),
                new ErrandChoice(
                        row.getString("one_thing"),
                        List.of((String[]) row.getArray("items").getArray()),
                        Map.of()),
                submitted == null ? null : submitted.atZoneSameInstant(zone).toLocalDateTime(),
                row.getLong("version"));
    }

    /**
     * From then on it is the other window's, with all that may be done there.
     *
     * @return false if it doesn't lie where it was read any more, or as it was read
     */
    boolean move(Lying read, String to, String who, LocalDateTime at, @Nullable IdempotencyKey key) {
        return jdbc.sql("""
                        with moved as (
                            update intake.application set window_code = :to, updated_at = :at, version = version + 1
                            where region = :region and number = :number and window_code = :from and version = :version
                              and status = :status
                            returning number)
                        insert into intake.rerouting (region, number, at, who, from_window, to_window, idempotency_key)
                        select :region, number, :at, :who, :from, :to, :key from moved
                        """)
                        .param("to", to)
                        .param("at", at.atZone(zone).toOffsetDateTime())
                        .param("region", centre.region())
                        .param("number", read.number())
                        .param("from", read.window())
                        .param("version", read.version())
                        .param("status", read.status().name())
                        .param("who", who)
                        .param("key", key == null ? null : key.value())
                        .update()
                > 0;
    }

    /** What somebody handed over under a key. */
    List<Rerouted> under(@Nullable IdempotencyKey key, String who) {
        return key == null
                ? List.of()
                : jdbc.sql(
                                FOUND
                                        + "where r.region = :region and r.who = :who and r.idempotency_key = :key order by r.id")
                        .param("region", centre.region())
                        .param("who", who)
                        .param("key", key.value())
                        .query((row, line) -> rerouted(row))
                        .list();
    }

    /** What left a window and still lies elsewhere, neither accepted nor over, the latest first. */
    List<Rerouted> awayFrom(String window) {
        return jdbc.sql(FOUND + """
                        where r.region = :region and r.from_window = :window and a.window_code = r.to_window
                          and a.status = any (:lying)
                        order by r.at desc, r.number
                        limit 200
                        """)
                .param("region", centre.region())
                .param("lying", LYING_STATUSES)
                .param("window", window)
                .query((row, line) -> rerouted(row))
                .list();
    }

    private Rerouted rerouted(ResultSet row) throws SQLException {
        String to = row.getString("to_window");
        return new Rerouted(
                row.getString("number"),
                row.getString("title"),
                row.getString("from_window"),
                to,
                catalogs.current().content().windowName(to),
                row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(zone)
                        .toLocalDateTime());
    }
}
