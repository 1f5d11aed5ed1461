package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.kernel.Centre;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raises the card of {@link TechnicalClock}'s clock: nobody was sent on the last day. When somebody was, or the review was written, stands in
 * the history, so a sweep that comes after it knows as well as one before. Each round of a matter is settled once, in time or with its card.
 */
@Component
class TechnicalCards {

    private static final int BATCH = 5000;

    /**
     * What was left since its round began, or is still open; another procedure, or another department to hand it to, sends nobody. As many
     * natural days as the clock has working ones pass before anybody can be late.
     */
    private static final String UNSETTLED = """
            select m.number, m.item, m.round, m.opened_at,
                   (select min(h.at) from approval.history h
                    where (h.region, h.number, h.item) = (m.region, m.number, m.item)
                      and h.at >= m.opened_at
                      and (h.to_step not in ('REVIEW', 'TRANSFER', 'SUSPENDED')
                           or h.from_step = 'REVIEW'
                              and exists (select from approval.special_procedure p
                                          where (p.region, p.number, p.item, p.document) = (h.region, h.number, h.item, h.document)
                                            and p.kind = any (:technical)))) as done_at
            from approval.matter m
            where m.region = :region and m.technical_check is not null and m.technical_settled is distinct from m.round
              and m.opened_at < :before and (:number::text is null or m.number = :number)
            order by m.opened_at
            limit :batch
            """;

    /** What others are at is left to a later sweep, so that nobody waits for it. */
    private static final String SETTLE = """
            with free as (
                select m.number, m.item, d.due, d.late
                from unnest(:numbers, :items, :rounds::int[], :dues::timestamp[], :lates::boolean[]) as d (number, item, round, due, late)
                join approval.matter m on m.region = :region and m.number = d.number and m.item = d.item and m.round = d.round
                where m.technical_settled is distinct from m.round
                for no key update of m skip locked
            ), settled as (
                update approval.matter m
                set technical_settled = m.round
                from free d
                where m.region = :region and m.number = d.number and m.item = d.item
                returning d.due, d.late, m.region, m.number, m.item, m.round, m.item_name, m.department
            ), raised as (
                select * from settled where late
            ), cards as (
            """ + CardTable.OF_RAISED + """
            )
            select count(*) from settled
            """;

    private static final String[] TECHNICAL = Arrays.stream(SpecialProcedure.Kind.values())
            .filter(SpecialProcedure.Kind::isTechnical)
            .map(Enum::name)
            .toArray(String[]::new);

    /** @param doneAt null while it is to be done */
    private record Unsettled(
            String number,
            String item,
            int round,
            LocalDateTime openedAt,
            @Nullable LocalDateTime doneAt) {}

    private record Settled(Unsettled left, LocalDateTime due, boolean late) {

        static Settled of(Unsettled one, Deadlines deadlines, LocalDateTime now) {
            LocalDate sendBy = TechnicalClock.sendBy(one.openedAt(), deadlines);
            LocalDateTime until = one.doneAt() == null ? now : one.doneAt();
            return new Settled(
                    one, sendBy.atTime(Deadlines.CLOSE), until.toLocalDate().isAfter(sendBy));
        }
    }

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Calendar calendar;

    TechnicalCards(JdbcClient jdbc, Centre centre, Calendar calendar) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.calendar = calendar;
    }

    void raise(LocalDateTime now) {
        while (raise(null, now) == BATCH) {
            // What nobody looked at for long comes in several rounds.
        }
    }

    /**
     * As {@link MissedCards}; null: of all cases.
     *
     * @return how many were settled
     */
    int raise(@Nullable String number, LocalDateTime now) {
        List<Unsettled> unsettled = jdbc.sql(UNSETTLED)
                .param("region", centre.region())
                .param("technical", TECHNICAL)
                .param("before", now.minusDays(TechnicalClock.WITHIN))
                .param("number", number)
                .param("batch", BATCH)
                .query((row, index) -> new Unsettled(
                        row.getString("number"),
                        row.getString("item"),
                        row.getInt("round"),
                        row.getObject("opened_at", LocalDateTime.class),
                        row.getObject("done_at", LocalDateTime.class)))
                .list();
        if (unsettled.isEmpty()) {
            return 0;
        }
        Deadlines deadlines = calendar.deadlines();
        return settle(
                unsettled.stream()
                        .map(one -> Settled.of(one, deadlines, now))
                        .filter(one -> one.late() || one.left().doneAt() != null)
                        .toList(),
                now);
    }

    private int settle(List<Settled> all, LocalDateTime now) {
        return jdbc.sql(SETTLE)
                .param("region", centre.region())
                .param("numbers", Moves.texts(all, one -> one.left().number()))
                .param("items", Moves.texts(all, one -> one.left().item()))
                .param("rounds", Moves.texts(all, one -> one.left().round()))
                .param("dues", Moves.texts(all, Settled::due))
                .param("lates", Moves.texts(all, Settled::late))
                .param("kind", Card.Kind.TECHNICAL_RED.name())
                .param("now", now)
                .query(Integer.class)
                .single();
    }
}
