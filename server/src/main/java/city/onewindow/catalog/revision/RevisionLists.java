package city.onewindow.catalog.revision;

import static java.util.Objects.requireNonNull;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Edition;
import city.onewindow.catalog.Version;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is being changed, and what was. */
@Service
public class RevisionLists {

    private final RevisionTable table;
    private final WaitingRevisions waiting;
    private final RevisionRights rights;
    private final Catalogs catalogs;

    RevisionLists(RevisionTable table, WaitingRevisions waiting, RevisionRights rights, Catalogs catalogs) {
        this.table = table;
        this.waiting = waiting;
        this.rights = rights;
        this.catalogs = catalogs;
    }

    /** Newest first: a department's own and those in which it has a say; all for the centre and the auditors. */
    @Transactional(readOnly = true)
    public Slice<Revision> list(RevisionFilter filter, @Nullable String after, int size, Actor actor) {
        return Slice.of(
                table.list(
                        rights.scope(actor),
                        filter,
                        filter.waiting() ? waiting.of(actor) : List.of(),
                        after == null ? Long.MAX_VALUE : number(after),
                        size + 1),
                size,
                revision -> String.valueOf(revision.id()));
    }

    private static long number(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException wrong) {
            throw new Problem.InvalidInput("/after", "翻页标识“" + after + "”无效，请从第一页重新查询。");
        }
    }

    /** What the actor's department has begun under the name and not closed. */
    @Transactional(readOnly = true)
    public Optional<Revision> begun(Revision.Kind kind, String name, Actor actor) {
        return table.open(kind, name).filter(revision -> revision.department().equals(actor.department()));
    }

    /** By name: what the actor's department has begun and not closed. */
    @Transactional(readOnly = true)
    public Map<String, Revision> begun(Revision.Kind kind, Actor actor) {
        return table.openOf(kind, actor.department());
    }

    /** By number of the edition: the revision that became it; of an import there is none. */
    @Transactional(readOnly = true)
    public Map<Integer, PublishedRevision> publishedIn(Collection<Integer> editions, Actor actor) {
        Map<Integer, PublishedRevision> published = new HashMap<>();
        table.publishedIn(editions).forEach(one -> {
            Revision revision = one.revision();
            boolean open = rights.maySee(revision, actor);
            published.put(
                    requireNonNull(revision.edition()), new PublishedRevision(revision.id(), one.publisher(), open));
        });
        return published;
    }

    private record Written(int number, Edition edition, ContentRows rows) {}

    /**
     * All published versions of a record, newest first, whether they came by a revision or by an import. What is published
     * is nobody's secret.
     *
     * @throws Problem.NotFound if nothing of the name was ever published
     */
    @Transactional(readOnly = true)
    public List<RecordVersion> versions(Revision.Kind kind, String name) {
        List<Written> written = written(kind, name);
        if (written.isEmpty()) {
            throw new Problem.NotFound("没有名为「" + name + "」的" + kind.term() + "。请核对名称。");
        }
        Map<Integer, Long> revisions = table.published(kind, name);
        List<RecordVersion> versions = new ArrayList<>();
        for (int at = 0; at < written.size(); at++) {
            Written version = written.get(at);
            versions.add(new RecordVersion(
                    version.number(),
                    version.edition(),
                    revisions.get(version.edition().number()),
                    at + 1 < written.size() ? Change.between(written.get(at + 1).rows(), version.rows()) : List.of()));
        }
        return versions;
    }

    /**
     * What a published version said, whole.
     *
     * @throws Problem.NotFound if the record never had one of the number
     */
    @Transactional(readOnly = true)
    public ContentRows version(Revision.Kind kind, String name, int number) {
        return written(kind, name).stream()
                .filter(version -> version.number() == number)
                .map(Written::rows)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound(kind.term() + "「" + name + "」没有版本 " + number + "。请从历次版本中选一个。"));
    }

    private List<Written> written(Revision.Kind kind, String name) {
        Content content = catalogs.current().content();
        RowWriter writer = new RowWriter(content);
        return switch (kind) {
            case ITEM ->
                catalogs.itemVersions(name).stream()
                        .map(version -> written(version, writer.item(version.record(), "version")))
                        .toList();
            case ONE_THING ->
                catalogs.oneThingVersions(name).stream()
                        .map(version -> written(version, writer.oneThing(version.record(), "version")))
                        .toList();
            case WINDOW ->
                content.windowNamed(name).stream()
                        .flatMap(window -> catalogs.windowVersions(window.code()).stream())
                        .map(version -> written(version, writer.window(version.record(), "version")))
                        .toList();
        };
    }

    private static Written written(Version<?> version, ContentRows rows) {
        return new Written(version.number(), version.edition(), rows);
    }
}
