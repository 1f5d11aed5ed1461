package city.onewindow.catalog.revision;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may do what to a revision: a department's liaison keeps its items, who leads a window its one-things; an item is agreed to
 * by who leads its window, a one-thing by all who have items in it; the centre publishes.
 */
@Component
class RevisionRights {

    private final Catalogs catalogs;

    RevisionRights(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Of rows as they are; what can't be made out is the author's own business until it can. */
    Parties parties(Revision.Kind kind, ContentRows rows, Actor author) {
        Content content = catalogs.current().content();
        if (kind == Revision.Kind.ITEM) {
            Map<String, String> own = first(rows, "items.csv");
            return new Parties(
                    departmentNamed(own.getOrDefault("department", ""), content, author.department()),
                    leadOf(
                            own.getOrDefault("home_window", ""),
                            content,
                            leadBeside(own.getOrDefault("item", ""), content, author)),
                    List.of());
        }
        String lead = leadOf(NewOneThing.windowIn(rows.rows()), content, author.department());
        List<String> cooperating = rows.of(NewOneThing.MEMBERS).stream()
                .map(row -> content.items().get(row.getOrDefault("item", "")))
                .filter(item -> item != null)
                .map(Item::department)
                .filter(department -> !department.equals(lead))
                .distinct()
                .sorted()
                .toList();
        return new Parties(lead, lead, cooperating);
    }

    /**
     * Of a revision's new rows; of a one-thing those are asked too whose items it would leave out.
     *
     * @throws Problem.NotAllowed if they put a one-thing into a window that another department leads
     */
    Parties partiesOf(Revision revision, ContentRows rows, Actor author) {
        Parties parties = parties(revision.kind(), rows, author);
        if (revision.kind() == Revision.Kind.ONE_THING && !parties.keeper().equals(revision.department())) {
            throw new Problem.NotAllowed("这个窗口由别的部门牵头，一件事只能放在本部门牵头的窗口。请改选窗口；要由那个部门来改，请先撤回这份修改，再请它起草。");
        }
        ContentRows base = revision.base();
        return base == null || revision.kind() == Revision.Kind.ITEM
                ? parties
                : new Parties(
                        parties.keeper(),
                        parties.windowLead(),
                        Stream.concat(
                                        parties.cooperating().stream(),
                                        parties(revision.kind(), base, author).cooperating().stream())
                                .distinct()
                                .filter(department -> !department.equals(parties.keeper()))
                                .sorted()
                                .toList());
    }

    private static Map<String, String> first(ContentRows rows, String file) {
        return rows.of(file).isEmpty() ? Map.of() : rows.of(file).get(0);
    }

    private static String departmentNamed(String name, Content content, String otherwise) {
        return content.departments().values().stream()
                .filter(department -> department.name().equals(name)
                        || department.shortName().equals(name)
                        || department.variants().contains(name))
                .map(Department::code)
                .findFirst()
                .orElse(otherwise);
    }

    private static String leadOf(String window, Content content, String otherwise) {
        return content.windows().values().stream()
                .filter(one -> one.name().equals(window))
                .map(Window::leadDepartment)
                .findFirst()
                .orElse(otherwise);
    }

    /** Who agrees to an item that shall have no window: who leads the one that it leaves, or else who takes in what no other does. */
    private static String leadBeside(String item, Content content, Actor author) {
        Item before = content.items().get(item);
        Stream<Window> left =
                Stream.ofNullable(before == null ? null : content.windows().get(before.homeWindow()));
        return Stream.concat(left, content.windows().values().stream().filter(one -> one.kind() == Window.Kind.GENERAL))
                .map(Window::leadDepartment)
                .findFirst()
                .orElse(author.department());
    }

    void mustKeep(Revision.Kind kind, String keeper, Actor actor) {
        if (!keeps(kind, keeper, actor)) {
            throw new Problem.NotAllowed(
                    kind == Revision.Kind.ITEM
                            ? "事项由实施部门的联络员维护，您的账号不是这个部门的联络员。请联系该部门。"
                            : "一件事由受理窗口的牵头部门维护，您的账号不属于它。请联系牵头部门。");
        }
    }

    private static boolean keeps(Revision.Kind kind, String keeper, Actor actor) {
        Role role = kind == Revision.Kind.ITEM ? Role.LIAISON : Role.LEAD_DEPARTMENT;
        return actor.has(role) && keeper.equals(actor.department());
    }

    private static Set<Party> parties(Revision revision, Actor actor) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        if (keeps(revision.kind(), revision.department(), actor)) {
            parties.add(Party.AUTHOR);
        }
        if (revision.kind() == Revision.Kind.ITEM
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
        if (parties(revision, actor).isEmpty() && !actor.has(Role.AUDITOR)) {
            throw unknown();
        }
    }

    void must(Revision revision, RevisionAct act, Actor actor) {
        mustSee(revision, actor);
        Set<Party> parties = parties(revision, actor);
        boolean may = Course.edges().stream()
                .filter(edge -> edge.act() == act)
                .anyMatch(edge -> edge.parties().stream().anyMatch(parties::contains));
        if (!may) {
            throw new Problem.NotAllowed(
                    "您的账号不能" + act.term() + "「" + revision.key() + "」。请由" + String.join("或", responsible(act)) + "办理。");
        }
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
        Set<Party> parties = parties(revision, actor);
        return Course.edges().stream()
                .filter(edge -> edge.from() == revision.status())
                .filter(edge -> edge.parties().stream().anyMatch(parties::contains))
                .map(Course.Edge::act)
                .filter(act -> act != RevisionAct.APPROVE || revision.kind() == Revision.Kind.ITEM)
                .toList();
    }

    /** Departments that have yet to confirm a submitted one-thing: those that didn't since it was last submitted. */
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
