package city.onewindow.intake;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The time that an organ of review or a court itself set for what it opened again (行政复议法 第六十四条、第六十六条, 行政诉讼法 第七十条、第七十二条).
 * The five working days (行政许可法 第三十二条) run beside it. It is over once the window accepts or the application ends; once it tells
 * what is missing only where it wasn't ordered to accept.
 */
@Service
public class OrderedAnswers {

    /** When what a ruling {@code r} opened again was answered, or ended; null before. One ruling at most opens an application again. */
    static final String ANSWERED = """
            (select min(h.at) from intake.history h
             where h.region = r.region and h.number = r.number
               and (h.act in ('ACCEPT', 'FALL_SILENT', 'WITHDRAW', 'RETRACT', 'LAPSE') or h.act = 'NOTIFY' and r.kind <> 'ORDERED')
               and h.id > (select max(o.id) from intake.history o
                           where o.region = r.region and o.number = r.number and o.act = 'REOPEN'))
            """;

    private static final String ORDERED = "select r.number, r.until, a.title, a.window_code, " + ANSWERED + """
             as answered,
                   (select max(o.at) from intake.history o
                    where o.region = r.region and o.number = r.number and o.act = 'REOPEN') as reopened
            from intake.ruling r
            join intake.application a on (a.region, a.number) = (r.region, r.number)
            where r.region = :region and r.until is not null and (:number::text is null or r.number = :number)
            order by r.until, r.number
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Clock clock;

    OrderedAnswers(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * What the windows still owe, the soonest first.
     *
     * @throws Problem.NotAllowed but for the centre's managers
     */
    @Transactional(readOnly = true)
    public List<OrderedAnswer> owed(Actor actor) {
        actor.must(Role.MANAGER);
        return rows(null).stream()
                .filter(row -> row.answered() == null)
                .map(Row::ordered)
                .toList();
    }

    /** Until when the window is to accept an application; empty if no ruling says so, or it has answered. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> until(String number) {
        return rows(number).stream()
                .filter(row -> row.answered() == null)
                .map(row -> row.ordered().until())
                .findFirst();
    }

    /**
     * What wasn't answered by its day, whether it was since or not: few are ordered, so all are looked at. A window that was told of the ruling
     * only after that day didn't miss it.
     */
    @Transactional(readOnly = true)
    public List<OrderedAnswer> missed() {
        LocalDate today = LocalDate.now(clock);
        return rows(null).stream()
                .filter(row -> !row.reopened().isAfter(row.ordered().until()))
                .filter(row -> (row.answered() == null ? today : row.answered())
                        .isAfter(row.ordered().until()))
                .map(Row::ordered)
                .toList();
    }

    private record Row(
            OrderedAnswer ordered,
            LocalDate reopened,
            @Nullable LocalDate answered) {}

    private List<Row> rows(@Nullable String number) {
        return jdbc.sql(ORDERED)
                .param("region", centre.region())
                .param("number", number)
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        OffsetDateTime answered = row.getObject("answered", OffsetDateTime.class);
        return new Row(
                new OrderedAnswer(
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("window_code"),
                        row.getObject("until", LocalDate.class)),
                day(row.getObject("reopened", OffsetDateTime.class)),
                answered == null ? null : day(answered));
    }

    private LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(clock.getZone()).toLocalDate();
    }
}
