package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases are a project's, and what was allowed to it. */
@Repository
class ProjectTable {

    /**
     * Binds a case to its project if nothing that it needs is missing. The grants that it rests on are locked: who would end one
     * at this moment (逾期未补交) waits until the acceptance stands, and one that has just ended counts no more. A case that was
     * withdrawn as a whole calls for nothing.
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
            )
            insert into approval.project_case (region, project, number)
            select :region, :project, :number
            where not exists (
                select from needed n
                where n.item not in (select item from granted)
                  and (n.item in (select item from matters)
                       or n.stage not in (select one_thing from matters where one_thing is not null))
                  and not exists (
                      select from approval.allowance a
                      where a.region = :region and a.project = :project and a.item = n.item
                        and (a.kind = 'WAIVER' or a.stage = :stage)))
            """;

    private static final String CASES = """
            select f.* from approval.project_case p
            join approval.case_file f on f.region = p.region and f.number = p.number
            where p.region = :region and p.project = :project
            order by f.number
            """;

    private static final String ALLOW = """
            with allowed as (
                insert into approval.allowance (region, project, stage, item, item_name, kind, reason, ground, who, who_name,
                        at, idempotency_key)
                select :region, :project, :stage, item, item_name, :kind, :reason, :ground, :who, :whoName, :at, :key
                from unnest(:items::text[], :names::text[]) as given (item, item_name)
                returning item
            )
            select audit.record(:region, :moment, :who, 'project.allow', :project,
                                :kind || ' ' || :stage || ' ' || string_agg(item, ' ' order by item))
            from allowed having count(*) > 0
            """;

    private final JdbcClient jdbc;
    private final CaseLists lists;
    private final Centre centre;
    private final Clock clock;

    ProjectTable(JdbcClient jdbc, CaseLists lists, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * @param stage code of the one-thing that the case is of; empty for items handed in by themselves
     * @return false if something is missing
     */
    boolean enter(String project, String number, String stage, List<StageGate.Need> needs) {
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

    /** Oldest first. */
    List<Allowance> allowances(String project) {
        return jdbc.sql("""
                        select * from approval.allowance where region = :region and project = :project order by at, stage, item
                        """)
                .param("region", centre.region())
                .param("project", project)
                .query(ProjectTable::allowance)
                .list();
    }

    /** An allowance that was given under a key, and to which project. */
    record Given(String project, Allowance allowance) {}

    List<Given> given(Actor actor, IdempotencyKey key) {
        return jdbc.sql("""
                        select * from approval.allowance
                        where region = :region and who = :who and idempotency_key = :key order by item
                        """)
                .param("region", centre.region())
                .param("who", actor.account())
                .param("key", key.value())
                .query((row, index) -> new Given(row.getString("project"), allowance(row, index)))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if one of them was allowed meanwhile */
    void allow(String project, AskedAllowance asked, List<MissingItem> missing, Actor actor, IdempotencyKey key) {
        LocalDateTime at = LocalDateTime.now(clock);
        jdbc.sql(ALLOW)
                .param("region", centre.region())
                .param("project", project)
                .param("stage", asked.stage())
                .param("items", texts(missing, MissingItem::item))
                .param("names", texts(missing, MissingItem::itemName))
                .param("kind", asked.mustKind().name())
                .param("reason", asked.reason().strip())
                .param("ground", asked.ground().strip())
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("at", at)
                .param("moment", at.atZone(clock.getZone()).toOffsetDateTime())
                .param("key", key.value())
                .query((row, index) -> true)
                .list();
    }

    private static Allowance allowance(ResultSet row, int index) throws SQLException {
        return new Allowance(
                row.getString("stage"),
                row.getString("item"),
                row.getString("item_name"),
                Allowance.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("ground"),
                row.getString("who"),
                row.getString("who_name"),
                row.getObject("at", LocalDateTime.class));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
