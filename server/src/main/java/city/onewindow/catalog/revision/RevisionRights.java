package city.onewindow.catalog.revision;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may do what to a revision: a department's liaison keeps its items, who leads a window the window and its one-things; an item is
 * agreed to by who leads its window, the others by those whom {@link Parties} names; the centre publishes.
 */
@Component
class RevisionRights {

    private final Catalogs catalogs;

    RevisionRights(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** @param base the published record that the rows change; null for something new */
    Parties parties(Revision.Kind kind, @Nullable ContentRows base, ContentRows rows, Actor author) {
        return Parties.of(kind, base, rows, catalogs.current().content(), author.department());
    }

    /**
     * Of a revision's new rows, and those of the record that they are compared with.
     *
     * @throws Problem.NotAllowed if by them, or by now, it is another department's: lists and rights go by whose it was when it began
     */
    Parties partiesOf(Revision revision, @Nullable ContentRows base, ContentRows rows, Actor author) {
        Parties parties = parties(revision.kind(), base, rows, author);
        if (!parties.keeper().equals(revision.department())) {
            throw new Problem.NotAllowed(
                    revision.kind().isConfirmed()
                            ? "这个窗口由别的部门牵头，只能改本部门牵头的窗口和放在那里的一件事。请改选窗口；要由那个部门来改，请先撤回这份修改，再请它起草。"
                            : "「" + revision.key() + "」写的实施部门是"
                                    + catalogs.current().content().departmentName(parties.keeper())
                                    + "。修改不能给事项换部门，换部门由中心导入；已经换了的，请撤回这份修改，再请它起草。");
        }
        return parties;
    }

    void mustKeep(Revision.Kind kind, String keeper, Actor actor) {
        if (!keeps(kind, keeper, actor)) {
            throw new Problem.NotAllowed(kind.keptBy());
        }
    }

    private static boolean keeps(Revision.Kind kind, String keeper, Actor actor) {
        return actor.has(kind.keeper()) && keeper.equals(actor.department());
    }

    private static Set<Party> parties(Revision revision, Actor actor) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        if (keeps(revision.kind(), revision.department(), actor)) {
            parties.add(Party.AUTHOR);
        }
        if (!revision.kind().isConfirmed()
                && actor.has(Role.LEAD_DEPARTMENT)
                && revision.windowLead().equals(actor.department())) {
            parties.add(Party.WINDOW_LEAD);
        }
        if (actor.has(Role.LIAISON) && revision.cooperating().contains(actor.department())) {
            parties.add(Party.COOPERATING);
        }
        if (actor.has(Role.MANAGER)) {
            parties.add(Party.CENTRE);
        }
        return parties;
    }

    /** @throws Problem.NotFound if it is none of the actor's business */
    void mustSee(Revision revision, Actor actor) {
        if (!maySee(revision, actor)) {
            throw unknown();
        }
    }

    boolean maySee(Revision revision, Actor actor) {
        return !parties(revision, actor).isEmpty() || actor.has(Role.AUDITOR);
    }

    /**
     * Whether the record was given to another department since the revision began, as an import does: its department can't go on with
     * it, and the new one can't begin before it is withdrawn.
     */
    private boolean isLeft(Revision revision) {
        Content content = catalogs.current().content();
        ContentRows now = revision.kind().published(revision.key(), content);
        return now != null
                && !Parties.of(revision.kind(), now, now, content, revision.department())
                        .keeper()
                        .equals(revision.department());
    }

    /**
     * @throws Problem.Conflict if another department has begun it, saying who
     * @throws Problem.NotFound if it is none of the actor's business
     */
    void mustContinue(Revision open, Actor actor) {
        if (!keeps(open.kind(), open.department(), actor) && isLeft(open)) {
            throw new Problem.Conflict("「" + open.key() + "」还有一份"
                    + catalogs.current().content().departmentName(open.department()) + "（" + open.changedByName()
                    + "）没有办完的修改（" + open.status().term() + "），现在不归它维护了。请该部门撤回，或者请政务服务中心撤回，再由您的部门起草。");
        }
        mustSee(open, actor);
    }

    void must(Revision revision, RevisionAct act, Actor actor) {
        mustSee(revision, actor);
        Set<Party> parties = acting(revision, act, actor);
        boolean may = Course.edges().stream()
                .filter(edge -> edge.act() == act)
                .anyMatch(edge -> edge.parties().stream().anyMatch(parties::contains));
        if (!may) {
            throw new Problem.NotAllowed(
                    "您的账号不能" + act.term() + "「" + revision.key() + "」。请由" + String.join("或", responsible(act)) + "办理。");
        }
    }

    /** As whom the actor may do it: the centre withdraws only what is left. */
    private Set<Party> acting(Revision revision, RevisionAct act, Actor actor) {
        Set<Party> parties = parties(revision, actor);
        if (act == RevisionAct.WITHDRAW && parties.contains(Party.CENTRE) && !isLeft(revision)) {
            parties.remove(Party.CENTRE);
        }
        return parties;
    }

    private static List<String> responsible(RevisionAct act) {
        return Course.edges().stream()
                .filter(edge -> edge.act() == act)
                .flatMap(edge -> edge.parties().stream())
                .distinct()
                .map(Party::term)
                .sorted()
                .toList();
    }

    /** What the actor may do to it as it stands. */
    List<RevisionAct> next(Revision revision, Actor actor) {
        return Course.edges().stream()
                .filter(edge -> edge.from() == revision.status())
                .filter(edge -> edge.parties().stream().anyMatch(acting(revision, edge.act(), actor)::contains))
                .map(Course.Edge::act)
                .filter(act -> act != RevisionAct.APPROVE || !revision.kind().isConfirmed())
                .filter(act -> act != RevisionAct.UNSCHEDULE || revision.holdsFrom() != null)
                .toList();
    }

    /** Departments that have yet to confirm a submitted one-thing or window: those that didn't since it was last submitted. */
    List<String> awaited(Revision revision, List<RevisionEntry> history) {
        if (revision.status() != RevisionStatus.SUBMITTED) {
            return List.of();
        }
        List<String> awaited = new ArrayList<>(revision.cooperating());
        for (RevisionEntry entry : history) {
            if (entry.act() == RevisionAct.SUBMIT) {
                awaited = new ArrayList<>(revision.cooperating());
            } else if (entry.act() == RevisionAct.CONFIRM) {
                awaited.remove(entry.department());
            }
        }
        return List.copyOf(awaited);
    }

    /** Of which department the actor may see revisions; null: of all. */
    @Nullable
    String scope(Actor actor) {
        if (actor.has(Role.MANAGER) || actor.has(Role.AUDITOR)) {
            return null;
        }
        if (!actor.has(Role.LIAISON)) {
            actor.must(Role.LEAD_DEPARTMENT);
        }
        return actor.department();
    }

    static Problem.NotFound unknown() {
        return new Problem.NotFound("没有这份修改，或者它不归您的部门办理。请核对地址。");
    }
}
