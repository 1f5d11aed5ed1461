package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads cases by due date, a whole centre's or one lead department's, on by key. */
@Repository
class CaseLists {

    private static final String LED = "and f.lead_department = :department";

    private static final String PAGE = """
            select f.* from approval.case_file f
            where f.region = :region %s and f.status = :status and f.promised_due < :to and (f.promised_due, f.number) > (:due, :after)
            order by f.promised_due, f.number
            limit :limit
            """;

    /** In the order of the index that the list is read by: without one the planner looks for those few among all that ended. */
    private static final String COUNT = """
            select count(*) from (
                select from approval.case_file f
                where f.region = :region %s and f.status = :status and f.promised_due < :to
                order by f.promised_due
                limit :most) few
            """;

    private static final String AT = """
            select f.* from approval.case_file f
            join (select distinct m.number from approval.matter m
                  where m.region = :region and m.step = '%s' and m.number > :after
                  order by m.number limit :limit) ready on ready.number = f.number
            where f.region = :region
            order by f.number
            """;

    private static final String MATTERS = """
            select * from approval.matter where region = :region and number = any (:numbers) order by number, seq
            """;

    private final JdbcClient jdbc;
    private final Centre centre;

    CaseLists(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.centre = centre;
    }

    List<CaseFile> led(String department, CaseQuery query, LocalDateTime now, @Nullable String after, int limit) {
        return read(led(PAGE, department), query, now, after, limit);
    }

    List<CaseFile> all(CaseQuery query, LocalDateTime now, @Nullable String after, int limit) {
        return read(all(PAGE), query, now, after, limit);
    }

    /** How many of those that it leads, counted no further than {@code most}. */
    long countLed(String department, CaseQuery query, LocalDateTime now, int most) {
        return count(led(COUNT, department), query, now, most);
    }

    /** How many of all, counted no further than {@code most}. */
    long count(CaseQuery query, LocalDateTime now, int most) {
        return count(all(COUNT), query, now, most);
    }

    /** Cases of which something stands at the step, {@link Step#DELIVER} or {@link Step#SENT}, by number. */
    List<CaseFile> at(Step step, @Nullable String after, int limit) {
        return jdbc.sql(AT.formatted(step))
                .param("region", centre.region())
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(CaseFiles::file)
                .list();
    }

    /** Of several cases at once; of each in the order of {@code seq}. */
    Map<String, List<Matter>> matters(Collection<CaseFile> files) {
        return jdbc
                .sql(MATTERS)
                .param("region", centre.region())
                .param("numbers", files.stream().map(CaseFile::number).toArray(String[]::new))
                .query(Matters::matter)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Matter::number));
    }

    static String key(CaseFile file) {
        return file.promisedDue() + "~" + file.number();
    }

    private StatementSpec led(String sql, String department) {
        return jdbc.sql(sql.formatted(LED)).param("department", department);
    }

    private StatementSpec all(String sql) {
        return jdbc.sql(sql.formatted(""));
    }

    private long count(StatementSpec statement, CaseQuery query, LocalDateTime now, int most) {
        return statement
                .param("region", centre.region())
                .param("status", query.status().name())
                .param("to", until(query, now))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private static LocalDateTime until(CaseQuery query, LocalDateTime now) {
        return query.overdue() ? now : OpenMatters.NEVER;
    }

    private List<CaseFile> read(
            StatementSpec statement, CaseQuery query, LocalDateTime now, @Nullable String after, int limit) {
        OpenMatters.After key = OpenMatters.After.read(after);
        return statement
                .param("region", centre.region())
                .param("status", query.status().name())
                .param("to", until(query, now))
                .param("due", key.due())
                .param("after", key.number())
                .param("limit", limit)
                .query(CaseFiles::file)
                .list();
    }
}
