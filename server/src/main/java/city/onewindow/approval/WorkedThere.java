package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Which items a department works in its own system (部门业务系统): of their matters people see how they stand, and the department's
 * system acts. It holds at once, also for matters that are open, so that nothing is worked at both places.
 */
@Service
public class WorkedThere {

    /** For a statement on a matter: whether this act may be done here. */
    static final String ALLOWED = """
             (:anywhere or not exists (select from approval.worked_there w
                                       where w.region = :region and w.department = :department and w.item = :item))
            """;

    private static final String OF_CASE = """
            select w.item
            from approval.matter m
            join approval.worked_there w
                on w.region = m.region and w.department = m.department and w.item = m.item
            where m.region = :region and m.number = :number
            """;

    private static final String SET = """
            with made as (
                insert into approval.worked_there (region, department, item, since)
                values (:region, :department, :item, :now)
                on conflict do nothing
                returning item
            )
            select audit.record(:region, :moment, :who, 'worked-there.set', item, :department) from made
            """;

    private static final String END = """
            with over as (
                delete from approval.worked_there
                where region = :region and department = :department and item = :item
                returning item
            )
            select audit.record(:region, :moment, :who, 'worked-there.end', item, :department) from over
            """;

    private final JdbcClient jdbc;
    private final Catalogs catalogs;
    private final Centre centre;
    private final Clock clock;
    private final ZoneId zone;

    WorkedThere(JdbcClient jdbc, Catalogs catalogs, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.catalogs = catalogs;
        this.centre = centre;
        this.clock = clock;
        this.zone = clock.getZone();
    }

    /** Codes of the department's items that are worked there. */
    public Set<String> items(String department) {
        return jdbc.sql("select item from approval.worked_there where region = :region and department = :department")
                .param("region", centre.region())
                .param("department", department)
                .query(String.class)
                .set();
    }

    /** Codes of the items of a case that their departments work there. */
    Set<String> itemsOfCase(String number) {
        return jdbc.sql(OF_CASE)
                .param("region", centre.region())
                .param("number", number)
                .query(String.class)
                .set();
    }

    /**
     * For the centre's managers and its administrators; saying what is said already changes nothing.
     *
     * @param there false: worked here again
     * @throws Problem.NotFound if the department has no such item
     */
    public void set(String department, String item, boolean there, Actor actor) {
        if (!actor.has(Role.MANAGER) && !actor.has(Role.ADMINISTRATOR)) {
            throw new Problem.NotAllowed("事项在哪里办理由中心管理人员或系统管理员设定，您的账号没有这个权限。");
        }
        if (there && !isOf(department, item)) {
            throw new Problem.NotFound("部门“" + department + "”没有代码为“" + item + "”的事项。请核对事项代码。");
        }
        LocalDateTime now = LocalDateTime.now(clock);
        jdbc.sql(there ? SET : END)
                .param("region", centre.region())
                .param("department", department)
                .param("item", item)
                .params(there ? Map.of("now", now) : Map.of())
                .param("moment", now.atZone(zone).toOffsetDateTime())
                .param("who", actor.account())
                .query()
                .listOfRows();
    }

    private boolean isOf(String department, String item) {
        return catalogs.current()
                .itemByCode(item)
                .filter(found -> found.department().equals(department))
                .isPresent();
    }

    boolean holds(Matter matter) {
        return items(matter.department()).contains(matter.item());
    }

    /** The department's system works everywhere; a person here, but for what only the head of the department may say, and whose it is. */
    static boolean isAllowedAnywhere(Act act, Actor actor) {
        return actor.isSystem() || act.isOfTransfer() || Procedure.roles(act).contains(Role.HEAD);
    }

    /** A hearing (听证) that was begun here is brought to its end here, wherever the matter is worked by then. */
    static boolean endsHere(Act act, Matter matter) {
        HearingState hearing = matter.hearing();
        boolean begun = hearing.toBeHeld() || hearing.askUntil() != null && act != Act.CALL_HEARING;
        return begun && act.isOfHearing() && act != Act.TELL_HEARING;
    }

    static Problem.Conflict told(Matter matter) {
        return new Problem.Conflict("「" + matter.itemName() + "」在部门自己的业务系统办理，不能在这里办理。请到部门业务系统办理，结果会自动传回。");
    }
}
