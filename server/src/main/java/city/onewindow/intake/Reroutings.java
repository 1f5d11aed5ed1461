package city.onewindow.intake;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which application went from which window to which (转窗口), and that it did. */
@Repository
class Reroutings {

    private static final String FOUND = """
            select r.number, r.from_window, r.to_window, r.at, a.title
            from intake.rerouting r join intake.application a using (region, number)
            """;

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

    /**
     * From then on it is the other window's, with all that may be done there.
     *
     * @throws Problem.Conflict if it doesn't lie where it was read any more, or waits for no window
     */
    void move(Application read, String to, String who, LocalDateTime at, @Nullable IdempotencyKey key) {
        int moved = jdbc.sql("""
                        with moved as (
                            update intake.application set window_code = :to, updated_at = :at, version = version + 1
                            where region = :region and number = :number and window_code = :from and version = :version
                              and status in ('PRE_REVIEW', 'SUBMITTED')
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
                .param("who", who)
                .param("key", key == null ? null : key.value())
                .update();
        if (moved == 0) {
            throw new Problem.Conflict("申请 " + read.number() + " 刚刚有人办过，或者已经转走，没有再转。请刷新页面查看最新情况。");
        }
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

    /** What left a window and still waits elsewhere, the latest first. */
    List<Rerouted> awayFrom(String window) {
        return jdbc.sql(FOUND + """
                        where r.region = :region and r.from_window = :window and a.window_code = r.to_window
                          and a.status in ('PRE_REVIEW', 'SUBMITTED')
                        order by r.at desc, r.number
                        limit 200
                        """)
                .param("region", centre.region())
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
                catalogs.current().window(to).map(Window::name).orElse(to),
                row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(zone)
                        .toLocalDateTime());
    }
}
