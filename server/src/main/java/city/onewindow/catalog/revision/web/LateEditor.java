package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.revision.EditorsAtOnce;
import city.onewindow.catalog.revision.EditorsAtOnce.Late;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What becomes of a form that comes after somebody else saved. If both changed different places, both are kept; if they changed the same
 * one, nothing is kept before the slower one has looked.
 */
@Component
class LateEditor {

    private final Revisions revisions;
    private final EditorsAtOnce editors;
    private final RevisionSheets sheets;
    private final Catalogs catalogs;

    LateEditor(Revisions revisions, EditorsAtOnce editors, RevisionSheets sheets, Catalogs catalogs) {
        this.revisions = revisions;
        this.editors = editors;
        this.sheets = sheets;
        this.catalogs = catalogs;
    }

    /**
     * @param notice what the slower one is told
     * @param sheet his form beside what the others made of it; null if all is kept
     */
    record Answer(Notice notice, @Nullable RevisionSheet sheet) {}

    /**
     * @param sent his form
     * @param saves of the revision as he read it
     * @param further whether he wanted more than to save
     */
    Answer answer(
            long id, Map<String, String[]> sent, int saves, boolean further, Problem.Conflict conflict, Actor actor) {
        Revision read = editors.asRead(id, saves, actor).orElse(null);
        Notice told = Notice.error(String.valueOf(conflict.getMessage()));
        if (read == null) {
            return new Answer(told, sheets.typed(revisions.view(id, actor), typed(revisions.get(id, actor), sent)));
        }
        Late late = editors.late(read, typed(read, sent));
        if (!late.rows().contested().isEmpty()) {
            return new Answer(told, sheets.late(revisions.view(id, actor), late.rows()));
        }
        revisions.save(id, late.rows().rows().rows(), late.kept().saves(), actor);
        return new Answer(
                Notice.warning(
                        "已保存。您填写期间，" + late.told() + "这些和您改的不是同一处，两边都留下了。" + (further ? "请看过以后，再按一次刚才的按钮。" : "")),
                null);
    }

    private Map<String, List<Map<String, String>>> typed(Revision read, Map<String, String[]> sent) {
        return TypedRows.read(read, sent, catalogs.current().content());
    }
}
