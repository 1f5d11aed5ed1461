package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.kernel.Centre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Which orders to decide (责令履行) are in force: of what isn't decided, nor was since. The matter's own clock runs on beside them, for an
 * order makes no limit of the law longer; what is left to an order is counted whenever it is read, so that it follows every notice of holidays.
 */
@Component
class Orders {

    /** With when what was ordered was decided, or ended otherwise. */
    private static final String ORDERED = """
            select r.number, r.item, r.reached_on, r.days, r.unit, coalesce(m.decided_at, m.ended_at) as over_at
            from approval.ruling r
            join approval.matter m on (m.region, m.number, m.item, m.round) = (r.region, r.number, r.item, r.ordered_round)
            where r.region = :region and r.kind = 'ORDERED'
            """;

    private static final String OF_CASE = ORDERED + " and r.number = :number";
    private static final String IN_FORCE = OF_CASE + " and m.outcome is null order by r.at, r.item";

    /**
     * Each once, however many instances sweep; once more if it is due on another day. What is decided or has ended keeps what it earned before,
     * as with every clock of a matter; few are ordered, so all are looked at.
     */
    private static final String RAISE = """
            with raised as (
                select m.region, m.number, m.item, m.round, m.item_name, m.department, o.due
                from unnest(:numbers::text[], :items::text[], :dues::timestamp[]) as o (number, item, due)
                join approval.matter m on m.region = :region and m.number = o.number and m.item = o.item
                where not exists (select from approval.card c
                                where (c.region, c.number, c.item, c.round, c.kind, c.due)
                                      = (m.region, m.number, m.item, m.round, :kind, o.due))
            )
            """ + CardTable.OF_RAISED;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Calendar calendar;

    Orders(JdbcClient jdbc, Centre centre, Calendar calendar) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.calendar = calendar;
    }

    /** @param history of the case: where it knows of no order, nothing is read */
    List<Order> ofCase(String number, List<HistoryEntry> history) {
        if (history.stream().noneMatch(entry -> entry.act() == Act.ORDER_DECISION)) {
            return List.of();
        }
        Deadlines deadlines = calendar.deadlines();
        return jdbc
                .sql(IN_FORCE)
                .param("region", centre.region())
                .param("number", number)
                .query(Orders::row)
                .list()
                .stream()
                .map(one -> one.order(deadlines))
                .toList();
    }

    void raise(LocalDateTime now) {
        raise(jdbc.sql(ORDERED), now);
    }

    /** As {@link MissedCards}. */
    void raise(String number, LocalDateTime now) {
        raise(jdbc.sql(OF_CASE).param("number", number), now);
    }

    private void raise(StatementSpec ordered, LocalDateTime now) {
        Deadlines deadlines = calendar.deadlines();
        List<Row> all =
                ordered.param("region", centre.region()).query(Orders::row).list();
        raise(
                Card.Kind.ORDER_YELLOW,
                all.stream().filter(one -> one.openUntil(now).isAfter(one.yellowFrom(deadlines))),
                now);
        raise(Card.Kind.ORDER_RED, all.stream().filter(one -> one.openUntil(now).isAfter(one.due(deadlines))), now);
    }

    private void raise(Card.Kind kind, Stream<Row> earned, LocalDateTime now) {
        List<Order> orders = earned.map(one -> one.order(calendar.deadlines())).toList();
        if (orders.isEmpty()) {
            return;
        }
        jdbc.sql(RAISE)
                .param("region", centre.region())
                .param("numbers", Moves.texts(orders, Order::number))
                .param("items", Moves.texts(orders, Order::item))
                .param("dues", Moves.texts(orders, Order::due))
                .param("kind", kind.name())
                .param("now", now)
                .update();
    }

    /** Until when what reached the department on a day is to be decided. */
    static LocalDateTime due(LocalDate reachedOn, TimeLimit limit, Deadlines deadlines) {
        return deadlines.of(reachedOn.atTime(Deadlines.CLOSE), limit).due();
    }

    private record Row(
            String number,
            String item,
            LocalDate reachedOn,
            TimeLimit limit,
            @Nullable LocalDateTime overAt) {

        LocalDateTime openUntil(LocalDateTime now) {
            return overAt == null ? now : overAt;
        }

        LocalDateTime due(Deadlines deadlines) {
            return Orders.due(reachedOn, limit, deadlines);
        }

        LocalDateTime yellowFrom(Deadlines deadlines) {
            return deadlines.yellowFrom(reachedOn.atTime(Deadlines.CLOSE), due(deadlines), List.of());
        }

        Order order(Deadlines deadlines) {
            return new Order(number, item, due(deadlines));
        }
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getString("number"),
                row.getString("item"),
                row.getObject("reached_on", LocalDate.class),
                new TimeLimit(row.getBigDecimal("days"), DayUnit.valueOf(row.getString("unit"))),
                row.getObject("over_at", LocalDateTime.class));
    }
}
