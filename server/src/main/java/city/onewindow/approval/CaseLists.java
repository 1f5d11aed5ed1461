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

    /** A case that runs is a department's affair as long as anything of it is not made; then it is the issuing window's, and the applicant's who comes for it. */
    private static final String UNMADE = """
            exists (select from approval.matter m
                    where m.region = f.region and m.number = f.number and m.step not in ('DELIVER', 'SENT', 'ENDED'))
            """;

    /** Read from the little that lies at the window, not from all that runs. */
    private static final String MADE = """
            f.number = any (array(
                select m.number from approval.matter m where m.region = :region and m.step = 'DELIVER'
                union
                select m.number from approval.matter m where m.region = :region and m.step = 'SENT'))
            and not\s""" + UNMADE;

    private static final Map<CaseQuery.Status, String> IN = Map.of(
            CaseQuery.Status.RUNNING,
            "f.status = 'RUNNING' and " + UNMADE,
            CaseQuery.Status.MADE,
            "f.status = 'RUNNING' and " + MADE,
            CaseQuery.Status.CLOSED,
            "f.status = 'CLOSED'");

    private static final String LED = "f.lead_department = :department and ";

    private static final String PAGE = """
            select f.* from approval.case_file f
            where f.region = :region and %s and f.promised_due < :to and (f.promised_due, f.number) > (:due, :after)
            order by f.promised_due, f.number
            limit :limit
            """;

    /** In the order of the index that the list is read by: without one the planner looks for those few among all that ended. */
    private static final String COUNT = """
            select count(*) from (
                select from approval.case_file f
                where f.region = :region and %s and f.promised_due < :to
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
        return read(led(PAGE, department, query), query, now, after, limit);
    }

    List<CaseFile> all(CaseQuery query, LocalDateTime now, @Nullable String after, int limit) {
        return read(all(PAGE, query), query, now, after, limit);
    }

    /** How many of those that it leads, counted no further than {@code most}. */
    long countLed(String department, CaseQuery query, LocalDateTime now, int most) {
        return count(led(COUNT, department, query), query, now, most);
    }

    /** How many of all, counted no further than {@code most}. */
    long count(CaseQuery query, LocalDateTime now, int most) {
        return count(all(COUNT, query), query, now, most);
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

    private StatementSpec led(String sql, String department, CaseQuery query) {
        return jdbc.sql(sql.formatted(LED + IN.get(query.status()))).param("department", department);
    }

    private StatementSpec all(String sql, CaseQuery query) {
        return jdbc.sql(sql.formatted(IN.get(query.status())));
    }

    private long count(StatementSpec statement, CaseQuery query, LocalDateTime now, int most) {
        return statement
                .param("region", centre.region())
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
                .param("to", until(query, now))
                .param("due", key.due())
                .param("after", key.number())
                .param("limit", limit)
                .query(CaseFiles::file)
                .list();
    }
}
