package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The cases of a window's day, by the departments that have matters in them. */
@Repository
class SlipBundleTable {

    private static final String OF_DAY = """
            f.region = :region and f.window_code = :window and f.closed_at is null
              and f.accepted_at >= :from and f.accepted_at < :to
            """;

    private static final String DEPARTMENTS = """
            select m.department, count(distinct f.number) as cases
            from approval.case_file f
            join approval.matter m on m.region = f.region and m.number = f.number
            where\s""" + OF_DAY + """
            group by m.department
            order by m.department
            """;

    private static final String CASES = "select f.* from approval.case_file f where " + OF_DAY + """
              and (:after::text is null or f.number > :after)
              and exists (select from approval.matter m
                          where m.region = f.region and m.number = f.number and m.department = :department)
            order by f.number
            limit :limit
            """;

    private static final String HAS_PART = """
            select exists (select from approval.matter
                           where region = :region and number = any (:numbers) and department = :department)
            """;

    private final JdbcClient jdbc;
    private final Centre centre;

    SlipBundleTable(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.centre = centre;
    }

    List<SlipBundles.Waiting> departments(String window, LocalDate day) {
        return ofDay(DEPARTMENTS, window, day)
                .query((row, line) -> new SlipBundles.Waiting(row.getString("department"), row.getInt("cases")))
                .list();
    }

    /** Whether the department has a matter in any of these cases. */
    boolean hasPart(String department, Collection<String> numbers) {
        return jdbc.sql(HAS_PART)
                .param("region", centre.region())
                .param("numbers", numbers.toArray(String[]::new))
                .param("department", department)
                .query(Boolean.class)
                .single();
    }

    /** In the order of their numbers. */
    List<CaseFile> cases(String window, LocalDate day, String department, @Nullable String after, int limit) {
        return ofDay(CASES, window, day)
                .param("department", department)
                .param("after", after, Types.VARCHAR)
                .param("limit", limit)
                .query(CaseFiles::file)
                .list();
    }

    private StatementSpec ofDay(String sql, String window, LocalDate day) {
        return jdbc.sql(sql)
                .param("region", centre.region())
                .param("window", window)
                .param("from", day.atStartOfDay())
                .param("to", day.plusDays(1).atStartOfDay());
    }
}
