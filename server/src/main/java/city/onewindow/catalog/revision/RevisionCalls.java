package city.onewindow.catalog.revision;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What calls do to revisions, each done once: sent again under its key, it is answered as the revision stands. */
@Service
public class RevisionCalls {

    private final JdbcClient jdbc;
    private final Revisions revisions;

    RevisionCalls(JdbcClient jdbc, Revisions revisions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
    }

    private record Call(long revision, String act) {}

    /**
     * @throws Problem.Conflict if the key was used for something else, or the act can't be done; but not for the caller's own
     *     last act sent again, of which the program could no longer keep the key
     */
    public Revision once(IdempotencyKey key, long id, RevisionAct act, Actor actor, Supplier<Revision> doing) {
        Call before = jdbc.sql("select revision, act from catalog.revision_call where who = :who and key = :key")
                .param("who", actor.account())
                .param("key", key.value())
                .query(Call.class)
                .optional()
                .orElse(null);
        if (before != null) {
            if (before.revision != id || !before.act.equals(act.name())) {
                throw IdempotencyKey.used("另一份修改或另一个动作");
            }
            return revisions.get(id, actor);
        }
        Revision done = done(id, act, actor, doing);
        jdbc.sql("""
                        insert into catalog.revision_call (who, key, revision, act) values (:who, :key, :revision, :act)
                        on conflict do nothing
                        """)
                .param("who", actor.account())
                .param("key", key.value())
                .param("revision", id)
                .param("act", act.name())
                .update();
        return done;
    }

    private Revision done(long id, RevisionAct act, Actor actor, Supplier<Revision> doing) {
        try {
            return doing.get();
        } catch (Problem.Conflict late) {
            RevisionView view = revisions.view(id, actor);
            // The last of the confirmations, and a submission with nobody to ask, are agreed to at once.
            RevisionEntry last = view.history().stream()
                    .filter(entry -> entry.act() != RevisionAct.APPROVE || act == RevisionAct.APPROVE)
                    .reduce((first, second) -> second)
                    .orElseThrow(() -> late);
            if (last.act() == act && last.who().equals(actor.account())) {
                return view.revision();
            }
            throw late;
        }
    }
}
