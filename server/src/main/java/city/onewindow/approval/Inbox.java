package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads a department's open matters by due date. The department is part of the index, so what the reader may see costs
 * nothing to find out; each step is read on by key, and the few rows of each are merged.
 */
@Repository
class Inbox {

    private static final String PAGE = """
            select m.*, f.title, f.applicant
            from unnest(:steps) as wanted (step)
            cross join lateral (
                select *
                from approval.matter o
                where o.region = :region and o.department = :department and o.step = wanted.step
                  and o.step in ('REVIEW', 'DECIDE', 'CERTIFY')
                  and o.promised_due >= :from and o.promised_due < :to
                  and (o.promised_due, o.number, o.item) > (:due, :number, :item)
                order by o.promised_due, o.number, o.item
                limit :limit
            ) m
            join approval.case_file f on f.region = m.region and f.number = m.number
            order by m.promised_due, m.number, m.item
            limit :limit
            """;

    private static final String COUNT = """
            select wanted.step, (
                select count(*) from (
                    select from approval.matter o
                    where o.region = :region and o.department = :department and o.step = wanted.step
                      and o.step in ('REVIEW', 'DECIDE', 'CERTIFY')
                    limit :most) few) as count
            from unnest(:steps) as wanted (step)
            """;

    /** Dates that no case can have, so that an open range is a range like any other. */
    static final LocalDateTime EVER = LocalDateTime.of(1900, 1, 1, 0, 0);

    static final LocalDateTime NEVER = LocalDateTime.of(9999, 1, 1, 0, 0);

    private final JdbcClient jdbc;
    private final Centre centre;

    Inbox(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.centre = centre;
    }

    /** A row as read. */
    record Found(Matter matter, String title, String applicant) {

        String key() {
            return matter.running().promisedDue() + "~" + matter.number() + "~" + matter.item();
        }
    }

    List<Found> page(
            String department,
            Collection<Step> steps,
            LocalDateTime from,
            LocalDateTime to,
            @Nullable String after,
            int limit) {
        After key = After.read(after);
        return jdbc.sql(PAGE)
                .param("region", centre.region())
                .param("department", department)
                .param("steps", steps.stream().map(Step::name).toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .param("due", key.due())
                .param("number", key.number())
                .param("item", key.item())
                .param("limit", limit)
                .query((row, index) ->
                        new Found(Matters.matter(row, index), row.getString("title"), row.getString("applicant")))
                .list();
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
                throw new Problem.InvalidInput("/after", "翻页位置无效，请从第一页重新开始。");
            }
        }
    }
}
