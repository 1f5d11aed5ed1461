package city.onewindow.approval;

import city.onewindow.calendar.WorkingDays;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import city.onewindow.notice.FairCopy;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hearings of matters. Whoever writes holds the lock of the case ({@link LockedAct}). */
@Repository
class HearingTable {

    /** With what keeps the matter from being decided, in the matter's own row: there the statement that decides looks under the lock. */
    private static final String WRITE = """
            with written as (
                insert into approval.hearing (region, number, item, seq, others, told_at, ask_until, ask_within, asked_by, asked_on, called_at, at,
                        place, presider, presider_name, announcement, adjourned_on, ended_at, waived, waiver, papers)
                values (:region, :number, :item, :seq, :others, :toldAt, :askUntil, :askWithin, :askedBy, :askedOn, :calledAt, :at,
                        :place, :presider, :presiderName, :announcement, :adjournedOn, :endedAt, :waived, :waiver, :papers)
                on conflict (region, number, item, seq) do update
                set asked_by = excluded.asked_by, asked_on = excluded.asked_on, called_at = excluded.called_at, at = excluded.at,
                    place = excluded.place, presider = excluded.presider, presider_name = excluded.presider_name,
                    announcement = excluded.announcement,
                    adjourned_on = excluded.adjourned_on, ended_at = excluded.ended_at, waived = excluded.waived, waiver = excluded.waiver,
                    calls = case when excluded.called_at is null then '{}' else hearing.calls end,
                    papers = hearing.papers || excluded.papers
            )
            update approval.matter
            -- What was asked for in time of an earlier one may be found later.
            set hearing_until = coalesce(:until::date, (
                    select max(h.ask_until) from approval.hearing h
                    where h.region = :region and h.number = :number and h.item = :item and h.seq <> :seq and h.ended_at is null)),
                presiders = case when :presided::text is null then presiders else array_append(presiders, :presided) end,
                hearing_record = coalesce(:record, hearing_record),
                -- What a ruling reopened counts from then.
                hearing_from = case when :from::date is not null then greatest(:from::date, opened_at::date) end
            where region = :region and number = :number and item = :item
            """;

    private static final String OF_MATTER = """
            select * from approval.hearing where region = :region and number = :number and item = :item order by seq
            """;

    private static final String TOLD = """
            select item, seq, told_at, ask_within from approval.hearing
            where region = :region and number = :number and told_at is not null and ended_at is null
            order by item, seq
            """;

    /** A later day stays: people were told of it. */
    private static final String ASK_UNTIL = """
            with later as (
                update approval.hearing h
                set ask_until = d.until
                from unnest(:items::text[], :seqs::int[], :untils::date[]) as d (item, seq, until)
                where h.region = :region and h.number = :number and h.item = d.item and h.seq = d.seq and h.ask_until < d.until
                  -- What has passed stays past: the matter may be decided since.
                  and h.ask_until >= :today
                returning h.item, h.ask_until
            )
            update approval.matter m
            set hearing_until = greatest(m.hearing_until, l.until)
            from (select item, max(ask_until) as until from later group by item) l
            where m.region = :region and m.number = :number and m.item = l.item and m.hearing_until is not null
            """;

    private static final String ISSUE = """
            select notice.issue(c.copy::notice.fair_copy) from unnest(:copies) with ordinality as c (copy, place) order by place
            """;

    private static final String CALLED = """
            update approval.hearing set calls = :papers
            where region = :region and number = :number and item = :item and seq = :seq
            """;

    private static final String REPLACE = """
            select sum(notice.replace(h.region, c.paper, :on, :why))
            from approval.hearing h, unnest(h.calls) as c (paper)
            where h.region = :region and h.number = :number and h.item = :item and h.seq = :seq
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Cipher cipher;

    HearingTable(JdbcClient jdbc, Centre centre, Cipher cipher) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.cipher = cipher;
    }

    /** Oldest first. */
    List<Hearing> ofMatter(String number, String item) {
        return jdbc.sql(OF_MATTER)
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .query(this::hearing)
                .list();
    }

    /**
     * @param papers numbers of the documents that the act gave
     * @param record number of the record of what was held; null if it wasn't
     * @param presided account of who presided over what took place, held or put off; null if nothing did
     */
    void write(Hearing hearing, Collection<String> papers, @Nullable String record, @Nullable String presided) {
        Hearing.Told told = hearing.told();
        String waiver = hearing.waiver();
        Hearing.Session session = hearing.session();
        jdbc.sql(WRITE)
                .paramSource(new MapSqlParameterSource()
                        .addValue("region", centre.region())
                        .addValue("number", hearing.number())
                        .addValue("item", hearing.item())
                        .addValue("seq", hearing.seq())
                        .addValue("others", cipher.seal(lines(hearing.others())))
                        .addValue("toldAt", told == null ? null : told.at(), Types.TIMESTAMP)
                        .addValue("askUntil", told == null ? null : told.askUntil(), Types.DATE)
                        .addValue("askWithin", told == null ? Hearing.ASKED_WITHIN : told.within())
                        .addValue(
                                "askedBy",
                                hearing.requests().stream()
                                        .map(Hearing.Asked::by)
                                        .toArray(Integer[]::new))
                        .addValue(
                                "askedOn",
                                hearing.requests().stream()
                                        .map(one -> Date.valueOf(one.on()))
                                        .toArray(Date[]::new))
                        .addValue("calledAt", session == null ? null : session.calledAt(), Types.TIMESTAMP)
                        .addValue("at", session == null ? null : session.at(), Types.TIMESTAMP)
                        .addValue("place", session == null ? null : session.place(), Types.VARCHAR)
                        .addValue("presider", session == null ? null : session.presider(), Types.VARCHAR)
                        .addValue("presiderName", session == null ? null : session.presiderName(), Types.VARCHAR)
                        .addValue("announcement", session == null ? null : session.announcement(), Types.VARCHAR)
                        .addValue("adjournedOn", hearing.adjournedOn(), Types.DATE)
                        .addValue("waiver", waiver == null ? null : cipher.seal(waiver), Types.BINARY)
                        .addValue("endedAt", hearing.endedAt(), Types.TIMESTAMP)
                        .addValue("waived", hearing.waived())
                        .addValue("papers", papers.toArray(String[]::new))
                        .addValue("until", until(hearing), Types.DATE)
                        .addValue(
                                "from", hearing.isToBeHeld() && session == null ? hearing.heldFrom() : null, Types.DATE)
                        .addValue("record", record, Types.VARCHAR)
                        .addValue("presided", presided, Types.VARCHAR))
                .update();
    }

    /**
     * Sets the last days to ask for hearings of a case by other holidays (行政许可法 第四十七条、第八十二条).
     *
     * @param days as they are worked now
     */
    void recount(String number, WorkingDays days, LocalDate today) {
        record Right(String item, int seq, LocalDate until) {}
        List<Right> rights = jdbc.sql(TOLD)
                .param("region", centre.region())
                .param("number", number)
                .query((row, index) -> new Right(
                        row.getString("item"),
                        row.getInt("seq"),
                        days.plus(
                                row.getObject("told_at", LocalDateTime.class).toLocalDate(), row.getInt("ask_within"))))
                .list();
        if (rights.isEmpty()) {
            return;
        }
        jdbc.sql(ASK_UNTIL)
                .param("region", centre.region())
                .param("today", today)
                .param("number", number)
                .param("items", rights.stream().map(Right::item).toArray(String[]::new))
                .param("seqs", rights.stream().map(Right::seq).toArray(Integer[]::new))
                .param(
                        "untils",
                        rights.stream().map(one -> Date.valueOf(one.until())).toArray(Date[]::new))
                .update();
    }

    /** As {@link HearingState} reads it. */
    private static @Nullable LocalDate until(Hearing hearing) {
        if (hearing.isToBeHeld()) {
            return LocalDate.MAX;
        }
        Hearing.Told told = hearing.told();
        return hearing.endedAt() != null || told == null ? null : told.askUntil();
    }

    /** @return the documents' numbers */
    List<String> issue(List<FairCopy> copies) {
        return jdbc.sql(ISSUE)
                .param("copies", copies.stream().map(FairCopy::row).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** @param papers numbers of the documents that call to it */
    void called(Hearing hearing, Collection<String> papers) {
        one(CALLED, hearing).param("papers", papers.toArray(String[]::new)).update();
    }

    /** What was called doesn't take place: whoever verifies a document that calls to it is told. */
    void replaceCalls(Hearing hearing, LocalDate on, String why) {
        one(REPLACE, hearing).param("on", on).param("why", why).query().listOfRows();
    }

    private JdbcClient.StatementSpec one(String sql, Hearing hearing) {
        return jdbc.sql(sql)
                .param("region", centre.region())
                .param("number", hearing.number())
                .param("item", hearing.item())
                .param("seq", hearing.seq());
    }

    private Hearing hearing(ResultSet row, int index) throws SQLException {
        LocalDateTime told = row.getObject("told_at", LocalDateTime.class);
        byte[] waiver = row.getBytes("waiver");
        LocalDateTime called = row.getObject("called_at", LocalDateTime.class);
        return new Hearing(
                row.getString("number"),
                row.getString("item"),
                row.getInt("seq"),
                parties(cipher.openText(row.getBytes("others"))),
                told == null
                        ? null
                        : new Hearing.Told(told, row.getObject("ask_until", LocalDate.class), row.getInt("ask_within")),
                requests(row),
                called == null
                        ? null
                        : new Hearing.Session(
                                called,
                                row.getObject("at", LocalDateTime.class),
                                row.getString("place"),
                                row.getString("presider"),
                                row.getString("presider_name"),
                                row.getString("announcement")),
                row.getObject("adjourned_on", LocalDate.class),
                row.getObject("ended_at", LocalDateTime.class),
                row.getBoolean("waived"),
                waiver == null ? null : cipher.openText(waiver),
                List.of((String[]) row.getArray("papers").getArray()));
    }

    private static List<Hearing.Asked> requests(ResultSet row) throws SQLException {
        Integer[] by = (Integer[]) row.getArray("asked_by").getArray();
        Date[] on = (Date[]) row.getArray("asked_on").getArray();
        return IntStream.range(0, by.length)
                .mapToObj(at -> new Hearing.Asked(on[at].toLocalDate(), by[at]))
                .toList();
    }

    /** A name and an address a line; neither has a tab or a line of its own. */
    private static String lines(List<Hearing.Party> others) {
        return others.stream().map(one -> one.name() + "\t" + one.address()).collect(Collectors.joining("\n"));
    }

    private static List<Hearing.Party> parties(String lines) {
        return lines.lines()
                .map(line -> line.split("\t", 2))
                .map(parts -> new Hearing.Party(parts[0], parts[1]))
                .toList();
    }
}
