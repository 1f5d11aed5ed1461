package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Raises cards and reads them. */
@Repository
class CardTable {

    /**
     * When the next card of a matter is due whose dates change, by its new dates: names of parameters or columns. What an organ
     * granted has no other time than that of its delivery.
     */
    static String next(String yellowFrom, String promisedDue, String statutoryDue) {
        return " case when by_ruling then null when cards = 0 then " + yellowFrom + " when cards = 1 then "
                + promisedDue
                + " when cards = 2 and statutory_days is not null and coalesce(decided_at, 'infinity') > "
                + statutoryDue
                + " then " + statutoryDue + " end ";
    }

    /**
     * Matters that another instance is at are left to it: each card is raised once, by whoever comes first. A clock that ran out
     * unseen earns its cards one after the other, also if the matter was finished meanwhile; what is finished in time has no
     * next card. The law limits the decision, the promise the result (行政许可法 第四十二条、第四十四条).
     */
    private static final String RAISE = """
            with due as (
                select m.number, m.item, m.next_card_at, f.lead_department
                from approval.matter m
                join approval.case_file f on f.region = m.region and f.number = m.number
                where m.region = :region and m.next_card_at < :now
                  and (m.cards < 2 or coalesce(m.decided_at, 'infinity') > m.statutory_due)
                order by m.next_card_at
                limit :batch
                for no key update of m skip locked
            ), raised as (
                update approval.matter m
                set cards = m.cards + 1,
                    next_card_at = case
                        when m.cards = 0 and m.promised_due < coalesce(m.ready_at, 'infinity') then m.promised_due
                        when m.cards = 1 and m.statutory_days is not null
                             and m.statutory_due < coalesce(m.decided_at, 'infinity') then m.statutory_due
                    end
                from due
                where m.region = :region and m.number = due.number and m.item = due.item
                returning m.number, m.item, m.round, m.item_name, m.department, m.cards, due.next_card_at, due.lead_department,
                          case m.cards when 3 then m.statutory_due else m.promised_due end as due
            )
            insert into approval.card (region, number, item, round, kind, item_name, department, lead_department, due, raised_at)
            select :region, number, item, round, (array ['YELLOW', 'RED', 'STATUTORY'])[cards], item_name, department, lead_department,
                   due, :now
            from raised
            order by next_card_at, number, item
            """;

    /**
     * The same of {@link DeliveryClock}'s clock, which runs until it is sent or handed over. The card is for who kept the result when it was due: its
     * department until it is certified, then the issuing window.
     */
    private static final String RAISE_DELIVERY = """
            with due as (
                select m.number, m.item, m.delivery_card_at, f.lead_department
                from approval.matter m
                join approval.case_file f on f.region = m.region and f.number = m.number
                where m.region = :region and m.delivery_card_at < :now
                order by m.delivery_card_at
                limit :batch
                for no key update of m skip locked
            ), raised as (
                update approval.matter m
                set delivery_cards = m.delivery_cards + 1,
                    delivery_card_at = case
                        when m.delivery_cards = 0 and m.delivery_due < coalesce(m.delivery_stopped, m.ended_at, 'infinity') then m.delivery_due
                    end
                from due
                where m.region = :region and m.number = due.number and m.item = due.item
                returning m.number, m.item, m.round, m.item_name, m.delivery_cards, m.delivery_due, due.delivery_card_at,
                          due.lead_department,
                          case when coalesce(m.ready_at, 'infinity') > due.delivery_card_at then m.department end as department
            )
            insert into approval.card (region, number, item, round, kind, item_name, department, lead_department, due, raised_at)
            select :region, number, item, round, (array ['DELIVERY_YELLOW', 'DELIVERY_RED'])[delivery_cards], item_name, department,
                   lead_department, delivery_due, :now
            from raised
            order by delivery_card_at, number, item
            """;

    /** A card for each matter that a statement raised, with what it is due; of two that fall on one day the first says so. */
    static final String OF_RAISED = """
            insert into approval.card (region, number, item, round, kind, item_name, department, lead_department, due, raised_at)
            select r.region, r.number, r.item, r.round, :kind, r.item_name, r.department, f.lead_department, r.due, :now
            from raised r
            join approval.case_file f on f.region = r.region and f.number = r.number
            order by r.due, r.number, r.item
            on conflict do nothing
            """;

    private static final String PAGE = """
             and id < :before order by id desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final Centre centre;

    CardTable(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.centre = centre;
    }

    /** @return how many were raised; fewer than the batch once all are */
    int raise(LocalDateTime now, int batch) {
        return raise(RAISE, now, batch);
    }

    /** @return as {@link #raise} does */
    int raiseDelivery(LocalDateTime now, int batch) {
        return raise(RAISE_DELIVERY, now, batch);
    }

    private int raise(String cards, LocalDateTime now, int batch) {
        return jdbc.sql(cards)
                .param("region", centre.region())
                .param("now", now)
                .param("batch", batch)
                .update();
    }

    List<Card> all(@Nullable String after, int limit) {
        return read(jdbc.sql("select * from approval.card where region = :region" + PAGE), after, limit);
    }

    List<Card> ofDepartment(String department, @Nullable String after, int limit) {
        return read(
                jdbc.sql("select * from approval.card where region = :region and department = :department" + PAGE)
                        .param("department", department),
                after,
                limit);
    }

    /** Of what lies at the issuing window. */
    List<Card> ofIssuingWindow(@Nullable String after, int limit) {
        return read(
                jdbc.sql("select * from approval.card where region = :region and department is null and item <> ''"
                        + PAGE),
                after,
                limit);
    }

    /** Of the cases that the department leads. */
    List<Card> led(String department, @Nullable String after, int limit) {
        return read(
                jdbc.sql("select * from approval.card where region = :region and lead_department = :department" + PAGE)
                        .param("department", department),
                after,
                limit);
    }

    private List<Card> read(StatementSpec page, @Nullable String after, int limit) {
        return page.param("region", centre.region())
                .param("before", before(after))
                .param("limit", limit)
                .query(CardTable::card)
                .list();
    }

    private static long before(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException unreadable) {
            throw Slice.noSuchPlace();
        }
    }

    private static Card card(ResultSet row, int index) throws SQLException {
        return new Card(
                row.getLong("id"),
                row.getString("number"),
                row.getString("item"),
                row.getString("item_name"),
                Card.Kind.valueOf(row.getString("kind")),
                row.getString("department"),
                row.getObject("due", LocalDateTime.class),
                row.getObject("raised_at", LocalDateTime.class));
    }
}
