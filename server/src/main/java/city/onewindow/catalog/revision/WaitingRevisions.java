package city.onewindow.catalog.revision;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which revisions wait for somebody's next act. */
@Repository
public class WaitingRevisions {

    private static final String WAITING = """
            select id from catalog.revision r
            where :lead and status = 'SUBMITTED' and kind = 'item' and window_lead = :department
               or :liaison and status = 'SUBMITTED' and kind = 'one_thing' and :department = any (cooperating)
                  and not exists (select from catalog.revision_history confirmed
                                  where confirmed.revision = r.id and confirmed.act = 'CONFIRM'
                                    and confirmed.department = :department
                                    and confirmed.id > (select max(submitted.id) from catalog.revision_history submitted
                                                        where submitted.revision = r.id and submitted.act = 'SUBMIT'))
               or status = 'RETURNED' and department = :department and (:liaison and kind = 'item' or :lead and kind = 'one_thing')
               or :centre and status = 'APPROVED' and holds_from is null
            """;

    private final JdbcClient jdbc;

    WaitingRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of an item its window's lead, of a one-thing who hasn't confirmed yet, of what was returned its author, then the centre. */
    public List<Long> of(Actor actor) {
        return jdbc.sql(WAITING)
                .param("department", actor.department())
                .param("lead", actor.has(Role.LEAD_DEPARTMENT))
                .param("liaison", actor.has(Role.LIAISON))
                .param("centre", actor.has(Role.MANAGER))
                .query(Long.class)
                .list();
    }
}
