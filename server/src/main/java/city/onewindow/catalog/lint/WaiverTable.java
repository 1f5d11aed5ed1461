package city.onewindow.catalog.lint;

import city.onewindow.identity.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Waivers; a revoked one stays, for whoever asks later. */
@Repository
class WaiverTable {

    private static final String COLUMNS = "finding, rule, one_thing, name, department, what, reason, who, who_name, at";

    private final JdbcClient jdbc;

    WaiverTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether nobody had waived it */
    boolean add(Waiver waiver) {
        return jdbc.sql("insert into catalog.waiver (" + COLUMNS + """
                        ) values (:finding, :rule, :oneThing, :name, :department, :what, :reason, :who, :whoName, :at)
                        on conflict do nothing
                        """)
                        .param("finding", waiver.finding())
                        .param("rule", waiver.rule())
                        .param("oneThing", waiver.oneThing())
                        .param("name", waiver.name())
                        .param("department", waiver.department())
                        .param("what", waiver.what())
                        .param("reason", waiver.reason())
                        .param("who", waiver.who())
                        .param("whoName", waiver.whoName())
                        .param("at", waiver.at().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** @return whether it held */
    boolean revoke(String finding, Actor actor, Instant at) {
        return jdbc.sql("""
                        update catalog.waiver set revoked_by = :who, revoked_by_name = :whoName, revoked_at = :at
                        where finding = :finding and revoked_at is null
                        """)
                        .param("who", actor.account())
                        .param("whoName", actor.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("finding", finding)
                        .update()
                > 0;
    }

    Optional<Waiver> holding(String finding) {
        return jdbc.sql("select " + COLUMNS + " from catalog.waiver where finding = :finding and revoked_at is null")
                .param("finding", finding)
                .query(WaiverTable::waiver)
                .optional();
    }

    /** All that hold, oldest first. */
    List<Waiver> holding() {
        return jdbc.sql("select " + COLUMNS + " from catalog.waiver where revoked_at is null order by id")
                .query(WaiverTable::waiver)
                .list();
    }

    private static Waiver waiver(ResultSet row, int index) throws SQLException {
        return new Waiver(
                row.getString("finding"),
                row.getString("rule"),
                row.getBoolean("one_thing"),
                row.getString("name"),
                row.getString("department"),
                row.getString("what"),
                row.getString("reason"),
                row.getString("who"),
                row.getString("who_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
