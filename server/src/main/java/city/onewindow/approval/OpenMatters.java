package city.onewindow.approval;

import city.onewindow.calendar.WorkingDays;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Slice;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads a department's open matters by due date. The department is part of the index, so what the reader may see costs
 * nothing to find out; each step is read on by key, and the few rows of each are merged.
 */
@Repository
class OpenMatters {

    /** The first columns and the last tables of every row of an inbox. */
    private static final String ROW = """
            select m.*, f.title, f.applicant, s.kind as special_kind, s.begun_on, s.expected_end,
                   stood.begun, stood.until,
                   exists (select from approval.worked_there w
                           where w.region = m.region and w.department = m.department and w.item = m.item) as worked_there
            """;

    private static final String BESIDE = """
            join approval.case_file f on f.region = m.region and f.number = m.number
            left join approval.special_procedure s
                on s.region = m.region and s.number = m.number and s.item = m.item and s.ended_on is null
                   and m.step = 'SUSPENDED'
            left join lateral (
                select array_agg(p.begun_on order by p.seq) as begun,
                       array_agg(least(p.expected_end, p.ended_on) order by p.seq) as until
                from approval.special_procedure p
                where p.region = m.region and p.number = m.number and p.item = m.item and p.counts) stood on true
            """;

    private static final String AMID = BESIDE + """
            order by m.promised_due, m.number, m.item
            limit :limit
            """;

    /** Some of the department's, as somebody has ticked them. */
    private static final String TICKED = ROW + """
            from unnest(:keys) with ordinality as ticked (key, place)
            join approval.matter m on m.region = :region
                and m.number = split_part(ticked.key, '~', 1) and m.item = split_part(ticked.key, '~', 2)
                and m.department = :department and m.opened_at is not null
            """ + BESIDE + """
            order by ticked.place
            """;

    /** What is due in the range asked for and comes after the page before. */
    private static final String PART = """
                  and o.promised_due >= :from and o.promised_due < :to
                  and (o.promised_due, o.number, o.item) > (:due, :number, :item)
                order by o.promised_due, o.number, o.item
                limit :limit
            ) m
            """;

    private static final String PAGE = ROW + """
            from unnest(:steps) as wanted (step)
            cross join lateral (
                select *
                from approval.matter o
                where o.region = :region and o.department = :department and o.step = wanted.step
                  and o.step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'TRANSFER', 'CERTIFY')
            """ + PART + AMID;

    /** What waits for the head of the department. */
    private static final String ASKED = ROW + """
            from (
                select *
                from approval.matter o
                where o.region = :region and o.department = :department
                  and o.extension_asked > 0 and o.step in ('REVIEW', 'EXAMINE', 'DECIDE')
            """ + PART + AMID;

    /** What the reader has taken, or those in whose places he acts. */
    private static final String HELD = ROW + """
            from (
                select *
                from approval.matter o
                where o.region = :region and o.department = :department and o.holder = any (:holders) and o.step = any (:steps)
                  and o.step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'CERTIFY')
            """ + PART + AMID;

    private static final String COUNT_ASKED = """
            select count(*) from (
                select from approval.matter o
                where o.region = :region and o.department = :department
                  and o.extension_asked > 0 and o.step in ('REVIEW', 'EXAMINE', 'DECIDE')
                limit :most) few
            """;

    private static final String COUNT = """
            select wanted.step, (
                select count(*) from (
                    select from approval.matter o
                    where o.region = :region and o.department = :department and o.step = wanted.step
                      and o.step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'TRANSFER', 'CERTIFY')
                    limit :most) few) as count
            from unnest(:steps) as wanted (step)
            """;

    /** Dates that no case can have, so that an open range is a range like any other. */
    private static final LocalDateTime EVER = LocalDateTime.of(1900, 1, 1, 0, 0);

    static final LocalDateTime NEVER = LocalDateTime.of(9999, 1, 1, 0, 0);

    private final JdbcClient jdbc;
    private final Centre centre;

    OpenMatters(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.centre = centre;
    }

    /**
     * Those of the department's that are named, in that order; what isn't its own, or hasn't begun, is left out.
     *
     * @param keys as {@code number~item}
     */
    List<InboxEntry> ticked(List<String> keys, String department) {
        return jdbc.sql(TICKED)
                .param("region", centre.region())
                .param("department", department)
                .param("keys", keys.toArray(String[]::new))
                .query(InboxEntry::of)
                .list();
    }

    /**
     * What the reader's department has open, as far as he may move it on and asks for it.
     *
     * @param places of the reader, his own first
     */
    List<InboxEntry> find(
            InboxQuery query,
            List<Actor> places,
            LocalDateTime now,
            WorkingDays workingDays,
            @Nullable String after,
            int limit) {
        Collection<Step> own = Rights.steps(places);
        String department = places.get(0).department();
        Step step = query.step();
        InboxQuery.Due due = query.due();
        LocalDateTime from = due == InboxQuery.Due.SOON ? now : EVER;
        LocalDateTime to = due == InboxQuery.Due.OVERDUE
                ? now
                : due == InboxQuery.Due.SOON
                        ? workingDays.next(now.toLocalDate()).plusDays(1).atStartOfDay()
                        : NEVER;
        Collection<Step> wanted = step == null ? own : List.of(step);
        if (query.asked() || own.isEmpty()) {
            return asked(department, from, to, after, limit);
        }
        return query.mine()
                ? held(department, holders(places), wanted, from, to, after, limit)
                : page(department, wanted, from, to, after, limit);
    }

    private List<InboxEntry> page(
            String department,
            Collection<Step> steps,
            LocalDateTime from,
            LocalDateTime to,
            @Nullable String after,
            int limit) {
        return read(
                jdbc.sql(PAGE).param("steps", steps.stream().map(Step::name).toArray(String[]::new)),
                department,
                from,
                to,
                after,
                limit);
    }

    /** Those with an extension asked for and not answered. */
    private List<InboxEntry> asked(
            String department, LocalDateTime from, LocalDateTime to, @Nullable String after, int limit) {
        return read(jdbc.sql(ASKED), department, from, to, after, limit);
    }

    private static String[] holders(List<Actor> places) {
        return places.stream()
                .map(place -> Objects.requireNonNullElse(place.absent(), place.account()))
                .toArray(String[]::new);
    }

    /** Those that these accounts have taken out of the pool. */
    private List<InboxEntry> held(
            String department,
            String[] holders,
            Collection<Step> steps,
            LocalDateTime from,
            LocalDateTime to,
            @Nullable String after,
            int limit) {
        StatementSpec page = jdbc.sql(HELD)
                .param("holders", holders)
                .param("steps", steps.stream().map(Step::name).toArray(String[]::new));
        return read(page, department, from, to, after, limit);
    }

    private List<InboxEntry> read(
            StatementSpec page,
            String department,
            LocalDateTime from,
            LocalDateTime to,
            @Nullable String after,
            int limit) {
        After key = After.read(after);
        return page.param("region", centre.region())
                .param("department", department)
                .param("from", from)
                .param("to", to)
                .param("due", key.due())
                .param("number", key.number())
                .param("item", key.item())
                .param("limit", limit)
                .query(InboxEntry::of)
                .list();
    }

    /** How many wait for the head of the department, counted no further than {@code most}. */
    long countAsked(String department, int most) {
        return jdbc.sql(COUNT_ASKED)
                .param("region", centre.region())
                .param("department", department)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** How many lie at each step, counted no further than {@code most}. */
    Map<Step, Long> counts(String department, Collection<Step> steps, int most) {
        record Count(Step step, long count) {}
        return jdbc
                .sql(COUNT)
                .param("region", centre.region())
                .param("department", department)
                .param("steps", steps.stream().map(Step::name).toArray(String[]::new))
                .param("most", most)
                .query((row, index) -> new Count(Step.valueOf(row.getString("step")), row.getLong("count")))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::step, Count::count));
    }

    /** Where a page begins: after this row. */
    record After(LocalDateTime due, String number, String item) {

        private static final After START = new After(EVER, "", "");

        static After read(@Nullable String key) {
            if (key == null || key.isEmpty()) {
                return START;
            }
            String[] parts = key.split("~", 3);
            try {
                return new After(LocalDateTime.parse(parts[0]), parts[1], parts.length > 2 ? parts[2] : "");
            } catch (DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
                throw Slice.noSuchPlace();
            }
        }
    }
}
