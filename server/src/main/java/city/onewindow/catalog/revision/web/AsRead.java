package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Whoever agrees to a revision or publishes it does so to what he read, not to what somebody made of it meanwhile. */
final class AsRead {

    private AsRead() {}

    /**
     * @param saves of the revision as it was read; null if the caller doesn't say
     * @throws Problem.Conflict if it was saved since
     */
    static void must(Revisions revisions, long id, @Nullable Integer saves, Actor actor) {
        if (saves == null) {
            return;
        }
        Revision now = revisions.get(id, actor);
        if (saves != now.saves()) {
            throw new Problem.Conflict("「" + now.key() + "」在您打开以后又由" + now.changedByName() + "改过。请看过现在的内容，再决定。");
        }
    }
}
