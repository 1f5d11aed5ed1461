package city.onewindow.catalog.revision;

import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.OwnForms;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Departments' own forms as they are written into a revision. The file is kept first; a cell of the revision's rows names it then, saved
 * as any other cell is, so that who saves second is told, and nothing is public before the revision is.
 */
@Service
public class AttachedForms {

    private static final String MATERIALS = "materials.csv";

    private final RevisionTable table;
    private final RevisionRights rights;
    private final OwnForms forms;

    AttachedForms(RevisionTable table, RevisionRights rights, OwnForms forms) {
        this.table = table;
        this.rights = rights;
        this.forms = forms;
    }

    /**
     * @throws Problem.InvalidInput if it may not be such a form, at /file
     * @throws Problem.NotAllowed if the revision isn't the actor's to write
     * @throws Problem.Conflict if it can't be written any more
     */
    @Transactional
    public OwnForm keep(long id, FormPaper paper, Upload upload, Actor actor) {
        Revision revision = table.get(id);
        rights.must(revision, RevisionAct.SAVE, actor);
        if (Course.edge(revision.status(), RevisionAct.SAVE).isEmpty()) {
            throw RevisionWords.moved(revision);
        }
        return forms.keep(paper, upload, actor.account());
    }

    /** A form that the revision names, or that the record named when it began; for those concerned. */
    @Transactional(readOnly = true)
    public OwnForm named(long id, String digest, Actor actor) {
        Revision revision = table.get(id);
        rights.mustSee(revision, actor);
        return Stream.of(Optional.of(revision.rows()), Optional.ofNullable(revision.base()))
                .flatMap(Optional::stream)
                .flatMap(AttachedForms::in)
                .filter(form -> form.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("这份修改里没有这个文件，可能已经换成别的。请回到修改的页面重新打开。"));
    }

    /** Deletes what was kept for a revision that is given up, exchanged forms among it, unless something else names it. */
    void forget(Revision withdrawn, Actor actor) {
        Stream<OwnForm> exchanged = table.history(withdrawn.id()).stream()
                .flatMap(entry -> entry.changes().stream())
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .flatMap(cell -> OwnForm.read(cell).stream());
        Set<OwnForm> named = Stream.concat(exchanged, in(withdrawn.rows())).collect(Collectors.toSet());
        if (!named.isEmpty()) {
            forms.forget(named, actor.account());
        }
    }

    private static Stream<OwnForm> in(ContentRows rows) {
        return rows.of(MATERIALS).stream()
                .flatMap(row -> Stream.of(FormPaper.values()).map(paper -> row.getOrDefault(paper.column(), "")))
                .flatMap(cell -> OwnForm.read(cell).stream());
    }
}
