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

    /** What is open or was left since its round began; another procedure, or another department to hand it to, sends nobody. */
    private static final String UNSETTLED = """
            select m.number, m.item, m.round, m.opened_at,
                   (select min(h.at) from approval.history h
                    where (h.region, h.number, h.item) = (m.region, m.number, m.item)
                      and h.at >= m.opened_at and h.from_step = 'REVIEW'
                      and (h.to_step not in ('REVIEW', 'TRANSFER', 'SUSPENDED')
                           or exists (select from approval.special_procedure p
                                      where (p.region, p.number, p.item, p.document) = (h.region, h.number, h.item, h.document)
                                        and p.kind = any (:technical)))) as done_at
            from approval.matter m
            where m.region = :region and m.technical_check is not null and m.technical_settled is distinct from m.round
              and m.opened_at is not null and (:number::text is null or m.number = :number)
            order by m.opened_at
            """;

    private static final String SETTLE = """
            with settled as (
                update approval.matter
                set technical_settled = round
                where region = :region and number = :number and item = :item and round = :round
                  and technical_settled is distinct from round
                returning :due::timestamp as due, region, number, item, round, item_name, department
            ), raised as (
                select * from settled where :late
            )
            """ + CardTable.OF_RAISED;

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

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Calendar calendar;

    TechnicalCards(JdbcClient jdbc, Centre centre, Calendar calendar) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.calendar = calendar;
    }

    void raise(LocalDateTime now) {
        raise(null, now);
    }

    /** As {@link MissedCards}; null: of all cases. */
    void raise(@Nullable String number, LocalDateTime now) {
        List<Unsettled> unsettled = jdbc.sql(UNSETTLED)
                .param("region", centre.region())
                .param("technical", TECHNICAL)
                .param("number", number)
                .query((row, index) -> new Unsettled(
                        row.getString("number"),
                        row.getString("item"),
                        row.getInt("round"),
                        row.getObject("opened_at", LocalDateTime.class),
                        row.getObject("done_at", LocalDateTime.class)))
                .list();
        if (unsettled.isEmpty()) {
            return;
        }
        Deadlines deadlines = calendar.deadlines();
        for (Unsettled one : unsettled) {
            LocalDate sendBy = TechnicalClock.sendBy(one.openedAt(), deadlines);
            LocalDateTime until = one.doneAt() == null ? now : one.doneAt();
            boolean late = until.toLocalDate().isAfter(sendBy);
            if (late || one.doneAt() != null) {
                settle(one, late, sendBy.atTime(Deadlines.CLOSE), now);
            }
        }
    }

    private void settle(Unsettled one, boolean late, LocalDateTime due, LocalDateTime now) {
        jdbc.sql(SETTLE)
                .param("region", centre.region())
                .param("number", one.number())
                .param("item", one.item())
                .param("round", one.round())
                .param("late", late)
                .param("due", due)
                .param("kind", Card.Kind.TECHNICAL_RED.name())
                .param("now", now)
                .update();
    }
}
