package city.onewindow.catalog.revision;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which revisions wait for somebody's next act. */
@Repository
public class WaitingRevisions {

    private static final String WAITING = """
            select id from catalog.revision r
            where :lead and status = 'SUBMITTED' and kind <> all (:confirmed) and window_lead = :department
               or :liaison and status = 'SUBMITTED' and kind = any (:confirmed) and :department = any (cooperating)
                  and not exists (select from catalog.revision_history confirmed
                                  where confirmed.revision = r.id and confirmed.act = 'CONFIRM'
                                    and confirmed.department = :department
                                    and confirmed.id > (select max(submitted.id) from catalog.revision_history submitted
                                                        where submitted.revision = r.id and submitted.act = 'SUBMIT'))
               or status = 'RETURNED' and department = :department and kind = any (:kept)
               or :centre and status = 'APPROVED' and holds_from is null
            """;

    private final JdbcClient jdbc;

    WaitingRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of an item its window's lead, of the others who hasn't confirmed yet, of what was returned its author, then the centre. */
    public List<Long> of(Actor actor) {
        return jdbc.sql(WAITING)
                .param("department", actor.department())
                .param("confirmed", words(Revision.Kind::isConfirmed))
                .param("kept", words(kind -> actor.has(kind.keeper())))
                .param("lead", actor.has(Role.LEAD_DEPARTMENT))
                .param("liaison", actor.has(Role.LIAISON))
                .param("centre", actor.has(Role.MANAGER))
                .query(Long.class)
                .list();
    }

    private static String[] words(Predicate<Revision.Kind> which) {
        return Arrays.stream(Revision.Kind.values())
                .filter(which)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
