package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.identity.Actor;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.kernel.Centre;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was ruled on matters. */
@Repository
class RulingTable {

    private static final String ADD = """
            insert into approval.ruling (region, number, item, seq, organ, organ_name, document, dated, reached_on, kind, rules,
                    remedy, procedural, outcome, decided_by, taken_back, days, unit, ordered_round, who, who_name, at)
            select :region, :number, :item, count(*) + 1, :organ, :organName, :document, :dated, :reachedOn, :kind, :rules,
                   :remedy, :procedural, :outcome, :decidedBy, :takenBack, :days, :unit,
                   case when :kind = 'ORDERED' then (select m.round from approval.matter m
                                                     where m.region = :region and m.number = :number and m.item = :item) end,
                   :who, :whoName, :at
            from approval.ruling
            where region = :region and number = :number and item = :item
            """;

    private static final String OF_MATTER = """
            select r.*, r.ordered_round = m.round and m.outcome is null as in_force
            from approval.ruling r
            join approval.matter m on (m.region, m.number, m.item) = (r.region, r.number, r.item)
            where r.region = :region and r.number = :number and r.item = :item
            order by r.seq
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Calendar calendar;

    RulingTable(JdbcClient jdbc, Centre centre, Calendar calendar) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.calendar = calendar;
    }

    /** Oldest first. */
    List<Ruling> of(String number, String item) {
        return jdbc.sql(OF_MATTER)
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .query((row, index) -> ruling(row, calendar.deadlines()))
                .list();
    }

    /**
     * Under the lock of the matter.
     *
     * @param decidedBy account; null if nobody of a department decided
     * @param takenBack numbers of documents
     */
    void add(
            Matter matter,
            AskedRuling asked,
            @Nullable String decidedBy,
            List<String> takenBack,
            Actor actor,
            LocalDateTime at) {
        TimeLimit own = asked.own();
        jdbc.sql(ADD)
                .param("region", centre.region())
                .param("number", matter.number())
                .param("item", matter.item())
                .param("organ", Objects.requireNonNull(asked.organ()).name())
                .param("organName", asked.name())
                .param("document", asked.number())
                .param("dated", asked.dated())
                .param("reachedOn", asked.reachedOn())
                .param("kind", asked.mustKind().name())
                .param("rules", asked.said())
                .param("remedy", asked.paper().ordered())
                .param("procedural", asked.isProcedural())
                .param("outcome", Moves.name(matter.outcome()), Types.VARCHAR)
                .param("decidedBy", decidedBy, Types.VARCHAR)
                .param("takenBack", takenBack.toArray(String[]::new))
                .param("days", own == null ? null : own.days(), Types.INTEGER)
                .param("unit", own == null ? null : own.unit().name(), Types.VARCHAR)
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("at", at)
                .update();
    }

    private static Ruling ruling(ResultSet row, Deadlines deadlines) throws SQLException {
        BigDecimal days = row.getBigDecimal("days");
        TimeLimit own = days == null ? null : new TimeLimit(days, DayUnit.valueOf(row.getString("unit")));
        LocalDate reached = row.getObject("reached_on", LocalDate.class);
        String outcome = row.getString("outcome");
        return new Ruling(
                row.getInt("seq"),
                RulingOrgan.valueOf(row.getString("organ")),
                row.getString("organ_name"),
                row.getString("document"),
                row.getObject("dated", LocalDate.class),
                reached,
                Ruling.Kind.valueOf(row.getString("kind")),
                row.getString("rules"),
                row.getString("remedy"),
                row.getBoolean("procedural"),
                outcome == null ? null : Outcome.valueOf(outcome),
                List.of((String[]) row.getArray("taken_back").getArray()),
                own,
                own != null && row.getBoolean("in_force") ? Orders.due(reached, own, deadlines) : null,
                row.getString("who_name"),
                row.getObject("at", LocalDateTime.class));
    }
}
