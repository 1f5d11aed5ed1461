package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases are a project's. */
@Repository
class ProjectTable {

    /**
     * Binds a case to its project if nothing that it needs is missing. The grants that it rests on are locked: who would end one
     * at this moment (逾期未补交) waits until the acceptance stands, and one that has just ended counts no more. A case that was
     * withdrawn as a whole calls for nothing. What was allowed is locked likewise, against who would take it back.
     */
    private static final String ENTER = """
            with needed as (
                select item, stage from unnest(:items::text[], :stages::text[]) as given (item, stage)
            ), matters as materialized (
                select m.item, m.number, f.one_thing, m.outcome
                from approval.project_case p
                join approval.case_file f on f.region = p.region and f.number = p.number
                join approval.matter m on m.region = p.region and m.number = p.number
                where p.region = :region and p.project = :project
                  and exists (select from approval.matter s
                              where s.region = p.region and s.number = p.number and s.outcome is distinct from 'WITHDRAWN')
            ), granted as materialized (
                select m.item
                from approval.project_case p
                join approval.matter m on m.region = p.region and m.number = p.number
                where p.region = :region and p.project = :project and m.item = any (:items) and m.outcome = 'GRANTED'
                order by m.number, m.seq
                for share of m
            ), allowed as materialized (
                select a.item
                from approval.allowance a
                where a.region = :region and a.project = :project and a.item = any (:items) and a.taken_back_at is null
                  and (a.kind = 'WAIVER' or a.stage = :stage)
                order by a.id
                for share of a
            )
            insert into approval.project_case (region, project, number)
            select :region, :project, :number
            where not exists (
                select from needed n
                where n.item not in (select item from granted)
                  and (n.item in (select item from matters)
                       or n.stage not in (select one_thing from matters where one_thing is not null))
                  and n.item not in (select item from allowed))
            """;

    /**
     * Cases of a project, in one order. Who takes a granted result back has them alone, who makes a case one of its stages shares them:
     * neither begins before the other has ended, so that whoever takes back knows all whom he has to tell.
     */
    private static final String HOLD = """
            select number from approval.project_case
            where region = :region and project = :project
            order by number
            """;

    /** All that may be told: no act on one of them is in the middle of anything then. */
    private static final String MATTERS = """
            select m.item
            from approval.project_case p
            join approval.matter m on m.region = p.region and m.number = p.number
            where p.region = :region and p.project = :project
            order by m.number, m.seq
            for no key update of m
            """;

    private static final String CASES = """
            select f.* from approval.project_case p
            join approval.case_file f on f.region = p.region and f.number = p.number
            where p.region = :region and p.project = :project
            order by f.number
            """;

    private final JdbcClient jdbc;
    private final CaseLists lists;
    private final Centre centre;

    ProjectTable(JdbcClient jdbc, CaseLists lists, Centre centre) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.centre = centre;
    }

    /** Until the transaction ends nobody takes a granted result of the project back; who is just doing it ends first. */
    void share(String project) {
        lock(HOLD + " for share", project);
    }

    /** Until the transaction ends nobody else takes a granted result of the project back, nor is a stage of it accepted. */
    void hold(String project) {
        lock(HOLD + " for no key update", project);
        // A statement of its own: it sees the case whose acceptance the one before waited for.
        lock(MATTERS, project);
    }

    private void lock(String rows, String project) {
        jdbc.sql(rows)
                .param("region", centre.region())
                .param("project", project)
                .query(row -> {});
    }

    /**
     * @param stage code of the one-thing that the case is of; empty for items handed in by themselves
     * @return false if something is missing
     */
    boolean enter(String project, String number, String stage, List<StageGate.Need> needs) {
        share(project);
        return jdbc.sql(ENTER)
                        .param("region", centre.region())
                        .param("project", project)
                        .param("number", number)
                        .param("stage", stage)
                        .param("items", texts(needs, need -> need.item().code()))
                        .param("stages", texts(needs, StageGate.Need::stageCode))
                        .update()
                > 0;
    }

    /** Oldest first. */
    List<StagedCase> cases(String project) {
        List<CaseFile> files = jdbc.sql(CASES)
                .param("region", centre.region())
                .param("project", project)
                .query(CaseFiles::file)
                .list();
        var matters = lists.matters(files);
        return files.stream()
                .map(file -> new StagedCase(file, matters.getOrDefault(file.number(), List.of())))
                .toList();
    }

    Optional<String> ofCase(String number) {
        return jdbc.sql("select project from approval.project_case where region = :region and number = :number")
                .param("region", centre.region())
                .param("number", number)
                .query(String.class)
                .optional();
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
