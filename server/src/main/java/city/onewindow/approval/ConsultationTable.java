package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.FairCopy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What departments ask one another, and what they answer. */
@Repository
class ConsultationTable {

    /** Under the lock of the matter, so that its number is the next. */
    private static final String ASK = """
            with asked as (
                insert into approval.consultation (region, number, item, seq, item_name, by_department, department, question, until,
                        asked_by, asked_by_name, asked_at, idempotency_key, letter)
                select m.region, m.number, m.item,
                       1 + (select count(*) from approval.consultation c
                            where c.region = m.region and c.number = m.number and c.item = m.item),
                       m.item_name, m.department, :department, :question, :until, :who, :name, :at, :key,
                       notice.issue(:copy::notice.fair_copy)
                from approval.matter m
                where m.region = :region and m.number = :number and m.item = :item
                returning *
            )
            select * from asked
            where audit.record(:region, :moment, :who, 'matter.consult', :number, asked.item || ' ' || asked.department || :inPlace)
            """;

    /** As {@link Consultation#matters} says. */
    private static final String MATTERS = """
             m.step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE') and c.asked_at >= m.opened_at
            """;

    /** While the matter isn't decided: afterwards an opinion changes nothing. */
    private static final String ANSWER = """
            with answered as (
                update approval.consultation c
                set opinion = :opinion, answer = :text, answered_by = :who, answered_name = :name, answered_at = :at,
                    opinion_letter = notice.issue(:copy::notice.fair_copy)
                where region = :region and number = :number and item = :item and seq = :seq and department = :department
                  and opinion is null
                  and exists (select from approval.matter m
                              where m.region = :region and m.number = :number and m.item = :item
                                and""" + MATTERS + """
                )
                returning *
            )
            select * from answered
            where audit.record(:region, :moment, :who, 'matter.answer', :number, answered.item || ' ' || :department)
            """;

    private static final String LOCK = """
            select seq from approval.consultation
            where region = :region and number = :number and item = :item and seq = :seq for update
            """;

    private static final String OF_MATTER = """
            select * from approval.consultation where region = :region and number = :number and item = :item order by seq
            """;

    private static final String OF_CASE = """
            select * from approval.consultation where region = :region and number = :number order by item, seq
            """;

    private static final String ASKED = """
            select c.* from approval.consultation c
            join approval.matter m on m.region = c.region and m.number = c.number and m.item = c.item
                and""" + MATTERS + """
            where c.region = :region and c.department = :department and c.opinion is null
              and (c.until, c.number, c.item, c.seq) > (:until, :number, :item, :seq)
            order by c.until, c.number, c.item, c.seq
            limit :limit
            """;

    private static final String COUNT = """
            select count(*) from (
                select from approval.consultation c
                join approval.matter m on m.region = c.region and m.number = c.number and m.item = c.item
                    and""" + MATTERS + """
                where c.region = :region and c.department = :department and c.opinion is null and c.until >= :today
                limit :limit
            ) waiting
            """;

    private static final String BY_KEY = """
            select * from approval.consultation where region = :region and asked_by = :who and idempotency_key = :key
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Centre centre;

    ConsultationTable(JdbcClient jdbc, Clock clock, Centre centre) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.centre = centre;
    }

    /** The matter is locked. */
    Consultation ask(
            String number,
            String item,
            String department,
            String question,
            LocalDate until,
            FairCopy letter,
            Actor actor,
            @Nullable IdempotencyKey key) {
        return act(jdbc.sql(ASK), number, item, actor)
                .param("department", department)
                .param("question", question)
                .param("until", until)
                .param("inPlace", Move.inPlace(actor))
                .param("copy", letter.row())
                .param("key", key == null ? null : key.value(), Types.VARCHAR)
                .query(ConsultationTable::consultation)
                .single();
    }

    /** Nobody else answers it until the transaction ends, so that its letter is numbered once. */
    void lock(Consultation asked) {
        jdbc.sql(LOCK)
                .param("region", centre.region())
                .param("number", asked.number())
                .param("item", asked.item())
                .param("seq", asked.seq())
                .query(Integer.class)
                .single();
    }

    /** Empty if it was answered before, or the matter was decided. It is locked. */
    Optional<Consultation> answer(
            Consultation asked, Consultation.Opinion opinion, String text, FairCopy letter, Actor actor) {
        return act(jdbc.sql(ANSWER), asked.number(), asked.item(), actor)
                .param("seq", asked.seq())
                .param("department", actor.department())
                .param("opinion", opinion.name())
                .param("text", text)
                .param("copy", letter.row())
                .query(ConsultationTable::consultation)
                .optional();
    }

    private JdbcClient.StatementSpec act(JdbcClient.StatementSpec statement, String number, String item, Actor actor) {
        LocalDateTime at = LocalDateTime.now(clock);
        return statement
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .param("who", actor.account())
                .param("name", actor.name())
                .param("at", at)
                .param("moment", at.atZone(clock.getZone()).toOffsetDateTime());
    }

    /** Oldest first. */
    List<Consultation> ofMatter(String number, String item) {
        return jdbc.sql(OF_MATTER)
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .query(ConsultationTable::consultation)
                .list();
    }

    /** Of all its matters, each one's oldest first. */
    List<Consultation> ofCase(String number) {
        return jdbc.sql(OF_CASE)
                .param("region", centre.region())
                .param("number", number)
                .query(ConsultationTable::consultation)
                .list();
    }

    /** How many wait for the department that are to be answered today or later; it counts no further than the limit. */
    long count(String department, LocalDate today, int limit) {
        return jdbc.sql(COUNT)
                .param("region", centre.region())
                .param("department", department)
                .param("today", today)
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    /** What waits for the department, the first due first. */
    List<Consultation> asked(String department, After after, int limit) {
        return jdbc.sql(ASKED)
                .param("region", centre.region())
                .param("department", department)
                .param("until", after.until())
                .param("number", after.number())
                .param("item", after.item())
                .param("seq", after.seq())
                .param("limit", limit)
                .query(ConsultationTable::consultation)
                .list();
    }

    /** Where a page begins: after this row. */
    record After(LocalDate until, String number, String item, int seq) {}

    Optional<Consultation> byKey(String who, IdempotencyKey key) {
        return jdbc.sql(BY_KEY)
                .param("region", centre.region())
                .param("who", who)
                .param("key", key.value())
                .query(ConsultationTable::consultation)
                .optional();
    }

    private static Consultation consultation(ResultSet row, int index) throws SQLException {
        String opinion = row.getString("opinion");
        return new Consultation(
                row.getString("number"),
                row.getString("item"),
                row.getString("item_name"),
                row.getInt("seq"),
                row.getString("by_department"),
                row.getString("department"),
                row.getString("question"),
                row.getObject("until", LocalDate.class),
                row.getString("asked_by_name"),
                row.getObject("asked_at", LocalDateTime.class),
                row.getString("letter"),
                opinion == null
                        ? null
                        : new Consultation.Answer(
                                Consultation.Opinion.valueOf(opinion),
                                row.getString("answer"),
                                row.getString("answered_by"),
                                row.getString("answered_name"),
                                row.getObject("answered_at", LocalDateTime.class),
                                row.getString("opinion_letter")));
    }
}
