package city.onewindow.approval;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Extension;
import city.onewindow.catalog.TechnicalCheck;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads matters and their histories. */
@Repository
class Matters {

    private static final String ONE = """
            select * from approval.matter where region = :region and number = :number and item = :item
            """;

    private static final String OF_CASE = """
            select * from approval.matter where region = :region and number = :number order by seq
            """;

    private static final String HISTORY = """
            select * from approval.history where region = :region and number = :number order by id
            """;

    private static final String LAST = """
            select * from approval.history
            where region = :region and number = :number and item = :item order by id desc limit 1
            """;

    private static final String BY_KEY = """
            select * from approval.history where region = :region and who = :who and idempotency_key = :key
            """;

    private final JdbcClient jdbc;

    Matters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Matter> one(String region, String number, String item) {
        return jdbc.sql(ONE)
                .param("region", region)
                .param("number", number)
                .param("item", item)
                .query(Matters::matter)
                .optional();
    }

    /** In an order in which nothing comes before what it waits for. */
    List<Matter> ofCase(String region, String number) {
        return jdbc.sql(OF_CASE)
                .param("region", region)
                .param("number", number)
                .query(Matters::matter)
                .list();
    }

    /**
     * The same, locked until the transaction ends: for acts that end several matters and write to the applicant about each,
     * so that none moves between the letter and the deed.
     */
    List<Matter> locked(String region, String number) {
        return jdbc.sql(OF_CASE + " for no key update")
                .param("region", region)
                .param("number", number)
                .query(Matters::matter)
                .list();
    }

    /** Oldest first. */
    List<HistoryEntry> history(String region, String number) {
        return jdbc.sql(HISTORY)
                .param("region", region)
                .param("number", number)
                .query(Matters::entry)
                .list();
    }

    /** The matter's newest entry; none while it waits. */
    Optional<HistoryEntry> last(String region, String number, String item) {
        return jdbc.sql(LAST)
                .param("region", region)
                .param("number", number)
                .param("item", item)
                .query(Matters::entry)
                .optional();
    }

    /** What this account did under this key. */
    Optional<HistoryEntry> done(String region, String who, String key) {
        return jdbc.sql(BY_KEY)
                .param("region", region)
                .param("who", who)
                .param("key", key)
                .query(Matters::entry)
                .optional();
    }

    static Matter matter(ResultSet row, int index) throws SQLException {
        LocalDateTime openedAt = time(row, "opened_at");
        String outcome = row.getString("outcome");
        String recommendation = row.getString("recommendation");
        String holder = row.getString("holder");
        TimeLimit anew = limit(row, "anew");
        String check = row.getString("technical_check");
        return new Matter(
                row.getString("number"),
                row.getString("item"),
                row.getString("item_name"),
                row.getInt("seq"),
                row.getString("department"),
                row.getString("legal_basis"),
                row.getString("result"),
                row.getBoolean("numbered_by_department"),
                row.getBoolean("licence"),
                after(row),
                Step.valueOf(row.getString("step")),
                outcome == null ? null : Outcome.valueOf(outcome),
                Chain.valueOf(row.getString("chain")),
                anew == null ? promised(row) : anew,
                anew == null ? statutory(row) : anew,
                openedAt == null
                        ? null
                        : new Matter.Clock(
                                openedAt,
                                row.getObject("promised_due", LocalDateTime.class),
                                row.getObject("statutory_due", LocalDateTime.class)),
                row.getInt("extension_asked"),
                row.getInt("extended"),
                new Extension(row.getInt("extension_limit"), row.getString("extension_ground")),
                check == null ? null : TechnicalCheck.valueOf(check),
                holder == null ? null : new Matter.Holder(holder, row.getString("holder_name")),
                row.getString("reviewed_by"),
                row.getString("examined_by"),
                recommendation == null ? null : Recommendation.valueOf(recommendation),
                time(row, "decided_at"),
                row.getString("certificate_number"),
                time(row, "ready_at"),
                time(row, "ended_at"),
                anew(row, anew != null),
                hearing(row));
    }

    static List<String> after(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("after").getArray());
    }

    static TimeLimit promised(ResultSet row) throws SQLException {
        return new TimeLimit(row.getBigDecimal("promised_days"), DayUnit.valueOf(row.getString("promised_unit")));
    }

    static @Nullable TimeLimit statutory(ResultSet row) throws SQLException {
        return limit(row, "statutory");
    }

    private static @Nullable TimeLimit limit(ResultSet row, String name) throws SQLException {
        BigDecimal days = row.getBigDecimal(name + "_days");
        return days == null ? null : new TimeLimit(days, DayUnit.valueOf(row.getString(name + "_unit")));
    }

    private static Matter.@Nullable Anew anew(ResultSet row, boolean limited) throws SQLException {
        int round = row.getInt("round");
        String setAside = row.getString("set_aside");
        return round == 0
                ? null
                : new Matter.Anew(
                        round,
                        limited,
                        row.getBoolean("by_ruling"),
                        row.getString("decided_before"),
                        setAside == null ? null : Outcome.valueOf(setAside));
    }

    private static HearingState hearing(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("hearing_until", LocalDate.class);
        boolean toBeHeld = LocalDate.MAX.equals(until);
        Array presiders = row.getArray("presiders");
        return new HearingState(
                toBeHeld ? null : until,
                toBeHeld,
                row.getObject("hearing_from", LocalDate.class),
                presiders == null ? List.of() : List.of((String[]) presiders.getArray()),
                row.getString("hearing_record"));
    }

    static HistoryEntry entry(ResultSet row, int index) throws SQLException {
        String from = row.getString("from_step");
        return new HistoryEntry(
                row.getString("number"),
                row.getString("item"),
                row.getObject("at", LocalDateTime.class),
                row.getString("who"),
                row.getString("who_name"),
                Act.valueOf(row.getString("act")),
                from == null ? null : Step.valueOf(from),
                Step.valueOf(row.getString("to_step")),
                row.getString("opinion"),
                row.getString("ground"),
                row.getString("document"));
    }

    private static @Nullable LocalDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }
}
