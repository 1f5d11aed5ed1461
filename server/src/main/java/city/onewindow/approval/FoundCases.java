package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Finds cases, the newest first, on by number: each way of looking has its index, so that ten million closed ones cost nothing. */
@Repository
class FoundCases {

    /** All cases of one applicant are few: what else is asked for is looked up for each, in indexes that have it all. */
    private static final String NAMED = """
            (select f.number from approval.case_file f
             where f.region = :region and f.applicant_fingerprint = :name and f.number < :before
               and (:all or f.lead_department = :led or f.window_code = :window
                    or exists (select from approval.matter m
                               where m.region = f.region and m.number = f.number and m.department = :own)
                    or exists (select from approval.transfer t
                               where t.region = f.region and t.number = f.number and :own in (t.from_department, t.to_department)))
               and (:department::text is null
                    or exists (select from approval.matter m
                               where m.region = f.region and m.number = f.number and m.department = :department
                                 and m.step = any (:steps)))
             order by f.number desc limit :limit)
            """;

    private static final String ALL = """
            (select number from approval.case_file
             where region = :region and number < :before
             order by number desc limit :limit)
            """;

    private static final String LED = """
            (select number from approval.case_file
             where region = :region and lead_department = :led and number < :before
             order by number desc limit :limit)
            """;

    private static final String ACCEPTED = """
            (select number from approval.case_file
             where region = :region and window_code = :window and number < :before
             order by number desc limit :limit)
            """;

    /** Read at each step by itself, for the index has them so; a case with matters at two steps is found once. */
    private static final String DECIDED = """
            (select distinct found.number
             from unnest(:steps) as wanted (step)
             cross join lateral (
                 select distinct m.number
                 from approval.matter m
                 where m.region = :region and m.department = :department and m.step = wanted.step and m.number < :before
                 order by m.number desc limit :limit) found)
            """;

    private static final String FILES = """
            select f.*
            from (select number from (%s) found order by number desc limit :limit) found
            join approval.case_file f on f.region = :region and f.number = found.number
            order by f.number desc
            """;

    /** Comes after every number, in whatever order the database sorts. */
    private static final String BEYOND = "龥";

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Cipher cipher;

    FoundCases(JdbcClient jdbc, Centre centre, Cipher cipher) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.cipher = cipher;
    }

    /** @param search a step only with a department; without a name, a department only for those who see all, or their own */
    List<CaseFile> find(CaseSearch search, Scope scope, @Nullable String after, int limit) {
        String name = search.name();
        if (name != null) {
            return read(
                    jdbc.sql(FILES.formatted(NAMED))
                            .param("name", cipher.fingerprint(CaseSearch.folded(name)))
                            .param("all", scope.all())
                            .param("led", scope.led(), Types.VARCHAR)
                            .param("window", scope.window(), Types.VARCHAR)
                            .param("own", scope.own(), Types.VARCHAR)
                            .param("department", search.department(), Types.VARCHAR)
                            .param("steps", steps(search)),
                    after,
                    limit);
        }
        String department = search.department();
        return newest(department == null ? scope : new Scope(false, null, null, department), search, after, limit);
    }

    private List<CaseFile> newest(Scope scope, CaseSearch search, @Nullable String after, int limit) {
        String parts = scope.all()
                ? ALL
                : Stream.of(
                                scope.led() == null ? null : LED,
                                scope.window() == null ? null : ACCEPTED,
                                scope.own() == null ? null : DECIDED)
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" union "));
        return parts.isEmpty()
                ? List.of()
                : read(
                        jdbc.sql(FILES.formatted(parts))
                                .param("led", scope.led(), Types.VARCHAR)
                                .param("window", scope.window(), Types.VARCHAR)
                                .param("department", scope.own(), Types.VARCHAR)
                                .param("steps", steps(search)),
                        after,
                        limit);
    }

    private List<CaseFile> read(StatementSpec statement, @Nullable String after, int limit) {
        return statement
                .param("region", centre.region())
                .param("before", after == null ? BEYOND : after)
                .param("limit", limit)
                .query(CaseFiles::file)
                .list();
    }

    private static String[] steps(CaseSearch search) {
        Step step = search.step();
        return (step == null ? Arrays.stream(Step.values()) : Stream.of(step))
                .map(Step::name)
                .toArray(String[]::new);
    }
}
