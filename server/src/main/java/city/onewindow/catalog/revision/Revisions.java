package city.onewindow.catalog.revision;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of those who keep the content: a department writes a revision of one of its items, or a lead department of one of
 * its windows or their one-things; the others concerned agree or return it; the centre publishes it as a new edition of the catalog.
 *
 * <p>All throw {@link Problem.NotFound} for a revision that isn't there or is none of the actor's business,
 * {@link Problem.NotAllowed} for an act that isn't his, {@link Problem.Conflict} if the revision doesn't stand where the act begins.
 */
@Service
public class Revisions {

    private final RevisionTable table;
    private final RevisionMoves moves;
    private final RevisionRights rights;
    private final RevisionNames names;
    private final PublicationCheck check;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;

    Revisions(
            RevisionTable table,
            RevisionMoves moves,
            RevisionRights rights,
            RevisionNames names,
            PublicationCheck check,
            Catalogs catalogs,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.moves = moves;
        this.rights = rights;
        this.names = names;
        this.check = check;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The open revision of what is published, or a new one.
     *
     * @throws Problem.NotFound if nothing of the name is published
     */
    @Transactional
    public Revision begin(Revision.Kind kind, String name, Actor actor) {
        ContentRows base = kind.published(name, catalogs.current().content());
        if (base == null) {
            throw new Problem.NotFound("没有名为「" + name + "」的" + kind.term() + "。请核对名称；新的请先新建，新窗口由中心导入。");
        }
        return begin(kind, name, base, base, actor);
    }

    /**
     * A revision of something new.
     *
     * @param rows what it shall be to begin with, such as another item's rows under the new name
     * @throws Problem.InvalidInput if the name is none, or something else has it
     */
    @Transactional
    public Revision beginNew(Revision.Kind kind, String name, ContentRows rows, Actor actor) {
        names.mustBeFree(kind, name.strip(), List.of(), actor);
        return begin(kind, name.strip(), null, rows, actor);
    }

    /**
     * A revision of a one-thing that isn't there yet.
     *
     * @throws Problem.InvalidInput with each part of it that is wrong
     * @throws Problem.NotAllowed if the actor's department doesn't lead the window
     */
    @Transactional
    public Revision beginNew(NewOneThing wanted, Actor actor) {
        Content content = catalogs.current().content();
        names.mustBeFree(Revision.Kind.ONE_THING, wanted.name(), wanted.faults(content), actor);
        return begin(Revision.Kind.ONE_THING, wanted.name(), null, wanted.rows(content), actor);
    }

    private Revision begin(Revision.Kind kind, String name, @Nullable ContentRows base, ContentRows rows, Actor actor) {
        Parties parties = rights.parties(kind, base, rows, actor);
        rights.mustKeep(kind, parties.keeper(), actor);
        Revision open = table.open(kind, name).orElse(null);
        if (open != null) {
            rights.mustContinue(open, actor);
            return open;
        }
        long id = table.add(kind, name, parties, base, rows, actor, clock.instant())
                .orElseThrow(() -> new Problem.Conflict("「" + name + "」刚刚由别人开始修改。请刷新页面，继续同一份草稿。"));
        audit.record(actor.account(), "revision.begin", name, String.valueOf(id));
        return table.get(id);
    }

    /** A revision as it is kept, for those concerned. */
    public Revision get(long id, Actor actor) {
        Revision revision = table.get(id);
        rights.mustSee(revision, actor);
        return revision;
    }

    /** A revision with all that can be said of it, for those concerned. */
    public RevisionView view(long id, Actor actor) {
        Revision revision = get(id, actor);
        Draft draft = catalogs.draft(revision.rows());
        ContentRows now =
                revision.kind().published(revision.key(), catalogs.current().content());
        List<RevisionEntry> history = table.history(id);
        return new RevisionView(
                revision,
                draft,
                revision.meanwhile(now),
                history,
                rights.next(revision, actor),
                rights.awaited(revision, history));
    }

    /**
     * Keeps what an editor has; what is wrong in it is kept too, and told by {@link #view}.
     *
     * @param saves of the revision as the editor read it
     * @throws Problem.Conflict if somebody saved in between, saying who changed what
     */
    @Transactional
    public Revision save(long id, Map<String, List<Map<String, String>>> rows, int saves, Actor actor) {
        Revision revision = mine(table.get(id), RevisionAct.SAVE, actor);
        mustBeRead(revision, saves);
        ContentRows given = revision.kind().stated(revision.key(), rows, "revision " + id);
        List<Change> changes = Change.between(revision.rows(), given);
        if (changes.isEmpty()) {
            return revision;
        }
        return save(revision, null, given, changes, actor);
    }

    /**
     * Takes the record as it is published now for the base: the author has seen what changed in between. What he hasn't changed himself
     * is as it is published.
     */
    @Transactional
    public Revision rebase(long id, int saves, Actor actor) {
        Revision revision = mine(table.get(id), RevisionAct.SAVE, actor);
        ContentRows now =
                revision.kind().published(revision.key(), catalogs.current().content());
        mustBeRead(revision, saves);
        return now == null ? revision : save(revision, now, revision.over(now), List.of(), actor);
    }

    private void mustBeRead(Revision revision, int saves) {
        if (revision.saves() != saves) {
            throw savedBefore(revision, saves);
        }
    }

    private Problem savedBefore(Revision revision, int saves) {
        Content content = catalogs.current().content();
        return RevisionWords.savedBefore(table.history(revision.id()), saves, content, clock.getZone());
    }

    private Revision save(
            Revision revision, @Nullable ContentRows base, ContentRows rows, List<Change> changes, Actor actor) {
        Parties parties = rights.partiesOf(revision, base == null ? revision.base() : base, rows, actor);
        if (!table.save(revision, parties, base, rows, changes, actor, clock.instant())) {
            throw savedBefore(revision, revision.saves());
        }
        return table.get(revision.id());
    }

    /**
     * Hands it to those who agree; with nobody to ask it is agreed to at once.
     *
     * @param saves of the revision as the actor read it; null if he doesn't say: so of the other acts
     * @throws Problem.Conflict if somebody saved in between: so of the other acts
     */
    @Transactional
    public Revision submit(long id, @Nullable Integer saves, Actor actor) {
        Revision revision = mine(table.locked(id), RevisionAct.SUBMIT, actor);
        PublicationCheck.mustNotMakeItems(revision, catalogs.current().content());
        PublicationCheck.mustBeRight(catalogs.draft(revision.rows()));
        // Windows and items may have other departments by now than when it was last saved.
        table.ask(id, rights.partiesOf(revision, revision.base(), revision.rows(), actor));
        moves.walk(revision, RevisionAct.SUBMIT, saves, actor);
        Revision submitted = table.get(id);
        if (submitted.kind().isConfirmed() && submitted.cooperating().isEmpty()) {
            moves.walk(submitted, RevisionAct.APPROVE, null, "没有要问的配合部门", null, actor);
        }
        return table.get(id);
    }

    /** A cooperating department agrees to a one-thing or window; with the last of them it is agreed to. */
    @Transactional
    public Revision confirm(long id, @Nullable Integer saves, Actor actor) {
        Revision revision = mine(table.locked(id), RevisionAct.CONFIRM, actor);
        List<String> awaited = rights.awaited(revision, table.history(id));
        if (!awaited.contains(actor.department())) {
            throw new Problem.Conflict("您的部门已经确认过「" + revision.key() + "」，不用再确认。");
        }
        moves.walk(revision, RevisionAct.CONFIRM, saves, actor);
        if (awaited.size() == 1) {
            moves.walk(revision, RevisionAct.APPROVE, saves, actor);
        }
        return table.get(id);
    }

    /** The lead department of the window agrees to an item. */
    @Transactional
    public Revision approve(long id, @Nullable Integer saves, Actor actor) {
        Revision revision = table.locked(id);
        if (revision.kind().isConfirmed()) {
            throw new Problem.NotAllowed(revision.kind().term() + "由各配合部门确认，全部确认后即为同意。");
        }
        moves.walk(mine(revision, RevisionAct.APPROVE, actor), RevisionAct.APPROVE, saves, actor);
        return table.get(id);
    }

    /** @param remark what is to be changed, and why */
    @Transactional
    public Revision giveBack(long id, String remark, Actor actor) {
        Revision revision = mine(table.locked(id), RevisionAct.RETURN, actor);
        moves.walk(revision, RevisionAct.RETURN, null, RevisionWords.remark(remark), null, actor);
        return table.get(id);
    }

    /** The author gives it up; the centre may, if the record was given to another department since. */
    @Transactional
    public Revision withdraw(long id, Actor actor) {
        moves.walk(mine(table.locked(id), RevisionAct.WITHDRAW, actor), RevisionAct.WITHDRAW, null, actor);
        return table.get(id);
    }

    /**
     * Makes it an edition of the catalog: pages, forms, notices and the API say so from this moment on; running cases keep
     * theirs.
     *
     * @throws Problem.InvalidInput with each error that the linter finds in it and nobody has waived
     * @throws Problem.Conflict if something else of the record was published since the revision began, or nothing in it is new
     */
    public Revision publish(long id, @Nullable Integer saves, Actor actor) {
        return publish(id, saves, "", actor);
    }

    /** @param remark why it is published now; empty if the actor does so himself */
    Revision publish(long id, @Nullable Integer saves, String remark, Actor actor) {
        Revision revision = mine(table.get(id), RevisionAct.PUBLISH, actor);
        catalogs.publish(revision.rows(), actor.account(), next -> {
            // Of two who publish at once the second finds it published, not in the way of itself.
            RevisionWords.mustStand(
                    table.locked(id), revision.status(), Objects.requireNonNullElse(saves, revision.saves()));
            check.mustPass(revision, next);
            moves.publish(revision, remark, next.number(), actor);
        });
        return table.get(id);
    }

    /** Has it published on a later day: {@link Publication} does. */
    @Transactional
    public Revision schedule(long id, @Nullable Integer saves, LocalDate holdsFrom, Actor actor) {
        Revision revision = mine(table.locked(id), RevisionAct.SCHEDULE, actor);
        if (!holdsFrom.isAfter(LocalDate.now(clock))) {
            throw new Problem.InvalidInput("/holdsFrom", "生效日期应在今天之后；要今天生效，请直接发布。");
        }
        Content then = catalogs.draft(revision.rows()).content();
        check.mustPass(revision, catalogs.current().content(), then);
        moves.walk(revision, RevisionAct.SCHEDULE, saves, "", holdsFrom, actor);
        return table.get(id);
    }

    /** It is published when the centre says so again, not on the day that was set; if none was, nothing changes. */
    @Transactional
    public Revision unschedule(long id, Actor actor) {
        Revision revision = mine(table.locked(id), RevisionAct.UNSCHEDULE, actor);
        if (revision.holdsFrom() != null) {
            moves.walk(revision, RevisionAct.UNSCHEDULE, null, actor);
        }
        return table.get(id);
    }

    private Revision mine(Revision revision, RevisionAct act, Actor actor) {
        rights.must(revision, act, actor);
        if (Course.edge(revision.status(), act).isEmpty()) {
            throw RevisionWords.moved(revision);
        }
        return revision;
    }
}
