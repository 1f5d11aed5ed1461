package city.onewindow.approval;

import city.onewindow.calendar.WorkingDays;
import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Declaration;
import city.onewindow.catalog.Item;
import city.onewindow.intake.ApplicationAccepted;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The declarations of cases. Whether an item can have one is known from memory, so that all others cost nothing. */
@Repository
class DeclarationTable {

    private static final String ADD = """
            insert into approval.declaration (region, number, item, department, document, state, check_days, mend_days)
            values (:region, :number, :item, :department, :document, 'SIGNED', :checkDays, :mendDays)
            """;

    private static final String OF_CASE = """
            select * from approval.declaration where region = :region and number = :number
            """;

    /** What is due, the first due first, then what can be granted now. */
    private static final String OPEN = """
            from approval.declaration d
            join approval.matter m on m.region = d.region and m.number = d.number and m.item = d.item
            join approval.case_file f on f.region = d.region and f.number = d.number
            where d.region = :region and d.department = :department
              and d.state in ('SIGNED', 'CHECK_DUE', 'MENDING') and (d.due is not null and m.outcome = 'GRANTED' or m.step in ('REVIEW', 'EXAMINE', 'DECIDE'))
            """;

    private static final String SPANS = """
            select distinct due_from as "from", state, case state when 'MENDING' then mend_days else check_days end as days
            from approval.declaration
            where region = :region and state in ('CHECK_DUE', 'MENDING') and due_from is not null
            """;

    /** The applicant was told until when to mend: that day doesn't come earlier. Rows in order, so that two who count don't wait crosswise. */
    private static final String RECOUNT = """
            with span as (
                select * from unnest(:froms::date[], :states::text[], :days::int[], :dues::date[]) as s (due_from, state, days, due)
            ), moved as (
                select d.region, d.number, d.item, s.due
                from approval.declaration d
                join span s on s.due_from = d.due_from and s.state = d.state
                     and s.days = case d.state when 'MENDING' then d.mend_days else d.check_days end
                where d.region = :region and d.state in ('CHECK_DUE', 'MENDING')
                  and (s.due > d.due or s.due < d.due and d.state = 'CHECK_DUE')
                order by d.number, d.item
                for no key update of d
            )
            update approval.declaration d set due = moved.due
            from moved
            where (d.region, d.number, d.item) = (moved.region, moved.number, moved.item)
            """;

    private final JdbcClient jdbc;
    private final Catalogs catalogs;
    private final Centre centre;

    DeclarationTable(JdbcClient jdbc, Catalogs catalogs, Centre centre) {
        this.jdbc = jdbc;
        this.catalogs = catalogs;
        this.centre = centre;
    }

    /** Those that were signed with an application, in the transaction of its acceptance. */
    void add(ApplicationAccepted accepted) {
        accepted.declarations().forEach((code, document) -> {
            Item item = accepted.errand().items().stream()
                    .map(CaseItem::item)
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            Declaration declaration = catalogs.at(accepted.edition())
                    .itemByCode(code)
                    .map(one -> one.situations().declaration())
                    .orElseThrow(() -> new IllegalStateException("Case " + accepted.number() + " declares for " + code
                            + ", for which nothing can be declared. Maybe the edition is another one."));
            jdbc.sql(ADD)
                    .param("region", accepted.region())
                    .param("number", accepted.number())
                    .param("item", code)
                    .param("department", item.department())
                    .param("document", document)
                    .param("checkDays", declaration.checkDays())
                    .param("mendDays", declaration.mendDays())
                    .update();
        });
    }

    /** Empty, and read from nowhere, if the item can't be declared for in this edition. */
    Optional<Declared> find(int edition, String number, String item) {
        return Optional.ofNullable(ofCase(edition, number, List.of(item)).get(item));
    }

    /**
     * What was signed, whether it stands or not.
     *
     * @param name of the item
     * @throws Problem.Conflict if nothing was
     */
    Declared signed(int edition, String number, String item, String name) {
        return find(edition, number, item).orElseThrow(() -> new Problem.Conflict("「" + name + "」没有签署告知承诺书，请按一般程序办理。"));
    }

    /**
     * By code of the item.
     *
     * @param items codes of the case's, or those of interest
     */
    Map<String, Declared> ofCase(int edition, String number, Collection<String> items) {
        Catalog catalog = catalogs.at(edition);
        boolean any = items.stream()
                .flatMap(code -> catalog.itemByCode(code).stream())
                .anyMatch(item -> item.situations().declaration() != null);
        return any
                ? jdbc
                        .sql(OF_CASE)
                        .param("region", centre.region())
                        .param("number", number)
                        .query(DeclarationTable::declared)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Declared::item, Function.identity()))
                : Map.of();
    }

    List<DeclaredRow> open(String department, int limit) {
        return jdbc.sql("select d.*, m.step, m.item_name, f.title, f.applicant " + OPEN
                        + " order by d.due, d.number, d.item limit :limit")
                .param("region", centre.region())
                .param("department", department)
                .param("limit", limit)
                .query((row, index) -> new DeclaredRow(
                        declared(row, index),
                        Step.valueOf(row.getString("step")),
                        row.getString("item_name"),
                        row.getString("title"),
                        row.getString("applicant")))
                .list();
    }

    /** Counted no further than {@code most}. */
    long count(String department, int most) {
        return jdbc.sql("select count(*) from (select 1 " + OPEN + " limit :most) few")
                .param("region", centre.region())
                .param("department", department)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** Sets the last days to check and to mend by other holidays (行政许可法 第八十二条). */
    void recount(WorkingDays worked) {
        record Span(LocalDate from, String state, int days) {}
        List<Span> spans = jdbc.sql(SPANS)
                .param("region", centre.region())
                .query(Span.class)
                .list();
        if (spans.isEmpty()) {
            return;
        }
        jdbc.sql(RECOUNT)
                .param("region", centre.region())
                .param(
                        "froms",
                        spans.stream().map(one -> Date.valueOf(one.from())).toArray(Date[]::new))
                .param("states", spans.stream().map(Span::state).toArray(String[]::new))
                .param("days", spans.stream().map(Span::days).toArray(Integer[]::new))
                .param(
                        "dues",
                        spans.stream()
                                .map(one -> Date.valueOf(worked.plus(one.from(), one.days())))
                                .toArray(Date[]::new))
                .update();
    }

    /** It was granted on that day; the check is due until the other. */
    boolean granted(String number, String item, LocalDate on, LocalDate due) {
        return jdbc.sql("""
                        update approval.declaration set state = 'CHECK_DUE', due = :due, due_from = :on
                        where region = :region and number = :number and item = :item and state = 'SIGNED'
                        """)
                        .param("region", centre.region())
                        .param("number", number)
                        .param("item", item)
                        .param("on", on)
                        .param("due", due)
                        .update()
                == 1;
    }

    /** The revocation was set aside on that day: what was declared is to be checked anew, until the other. */
    void restored(String number, String item, LocalDate on, LocalDate due) {
        jdbc.sql("""
                        update approval.declaration set state = 'CHECK_DUE', due = :due, due_from = :on, found = '', settled_on = null
                        where region = :region and number = :number and item = :item and state = 'REVOKED'
                        """)
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .param("on", on)
                .param("due", due)
                .update();
    }

    /** Its matter was denied: nothing is granted on it any more, should that be decided anew either. */
    void denied(int edition, String number, String item, String why, LocalDate on) {
        if (find(edition, number, item).isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update approval.declaration set state = 'OVER', found = :why, settled_on = :on
                        where region = :region and number = :number and item = :item and state = 'SIGNED'
                        """)
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .param("why", why)
                .param("on", on)
                .update();
    }

    private static Declared declared(ResultSet row, int index) throws SQLException {
        return new Declared(
                row.getString("number"),
                row.getString("item"),
                row.getString("document"),
                Declared.State.valueOf(row.getString("state")),
                row.getInt("check_days"),
                row.getInt("mend_days"),
                row.getObject("due", LocalDate.class),
                row.getString("found"),
                row.getObject("settled_on", LocalDate.class));
    }
}
