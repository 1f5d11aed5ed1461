package city.onewindow.catalog.revision;

import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Several who write one revision at the same time: what each of them changed is laid together, and who was slower is told. */
@Service
public class EditorsAtOnce {

    private final RevisionTable table;
    private final RevisionRights rights;
    private final Catalogs catalogs;
    private final Clock clock;

    EditorsAtOnce(RevisionTable table, RevisionRights rights, Catalogs catalogs, Clock clock) {
        this.table = table;
        this.rights = rights;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** The revision as an editor read it; empty if it has been saved too often since, or nobody writes in it any more. */
    @Transactional(readOnly = true)
    public Optional<Revision> asRead(long id, int saves, Actor actor) {
        Revision revision = table.get(id);
        rights.mustSee(revision, actor);
        return revision.status().isEditable()
                ? table.state(id, saves).map(rows -> revision.at(saves, rows))
                : Optional.empty();
    }

    /**
     * @param kept as it stands
     * @param rows what the editor made of what he read, laid over that
     * @param told who changed what since he read it
     */
    public record Late(Revision kept, Joined rows, String told) {}

    /** @param typed what an editor made of the revision as he read it */
    @Transactional(readOnly = true)
    public Late late(Revision read, Map<String, List<Map<String, String>>> typed) {
        Revision kept = table.get(read.id());
        return new Late(
                kept,
                Joined.of(read.rows(), read.kind().stated(read.key(), typed, "typed"), kept.rows()),
                RevisionWords.savedSince(
                        table.history(read.id()),
                        read.saves(),
                        catalogs.current().content(),
                        clock.getZone()));
    }
}
