package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may walk an edge for a department: one of its roles, in the department that decides. */
final class Rights {

    static final Set<Role> OF_DEPARTMENT = Set.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER, Role.HEAD);

    private Rights() {}

    /**
     * The edges that this reader may walk from where the matter stands; whose it is, is {@link TransferRights}' to say.
     *
     * @param declared its declaration and how that stands today; null if it has none
     * @param there whether it is worked in the department's own system
     */
    static List<Procedure.Edge> next(
            Matter matter,
            List<HistoryEntry> history,
            @Nullable Declared declared,
            LocalDate today,
            boolean there,
            Actor actor) {
        if (!isOwn(matter, actor)) {
            return List.of();
        }
        boolean held = Pool.held(matter, actor);
        return Procedure.from(matter.step()).stream()
                .filter(edge -> edge.roles().stream().anyMatch(role -> OF_DEPARTMENT.contains(role) && actor.has(role)))
                .filter(edge -> !held || !Pool.stops(edge))
                .filter(edge -> edge.chains().contains(matter.chain()))
                .filter(edge -> !edge.act().isOfTransfer() && !edge.act().isOfRuling())
                .filter(edge -> !there
                        || WorkedThere.isAllowedAnywhere(edge.act(), actor)
                        || WorkedThere.endsHere(edge.act(), matter))
                .filter(edge -> !followsOwnOpinion(edge.act(), matter, actor))
                .filter(edge -> !decidesAgain(edge.act(), matter, actor))
                .filter(edge -> isCalledFor(edge.act(), matter))
                .filter(edge -> !presided(edge.act(), matter, actor))
                .filter(edge -> Declared.allows(declared, edge.act(), today))
                .filter(edge -> !answersItself(edge.act(), matter, history, actor))
                .toList();
    }

    /** An extension is asked for once, and answered when it was asked for; what was granted is checked. */
    private static boolean isCalledFor(Act act, Matter matter) {
        return switch (act) {
            case ASK_EXTENSION -> matter.extensionAsked() == 0 && matter.extended() == 0 && !matter.isLimitedAnew();
            case EXTEND, REFUSE_EXTENSION -> matter.extensionAsked() > 0;
            case CONFIRM, ORDER_MENDING, REVOKE -> matter.outcome() == Outcome.GRANTED;
            default -> true;
        };
    }

    /** Who presides over a hearing is none of those who review (行政许可法 第四十八条第一款第三项). */
    private static boolean presided(Act act, Matter matter, Actor actor) {
        return (act == Act.REVIEW || act == Act.EXAMINE)
                && matter.hearing().presiders().contains(actor.account());
    }

    private static boolean answersItself(Act act, Matter matter, List<HistoryEntry> history, Actor actor) {
        return (act == Act.EXTEND || act == Act.REFUSE_EXTENSION)
                && HistoryEntry.last(Act.ASK_EXTENSION, matter.item(), history)
                        .filter(asked -> asked.who().equals(actor.account()))
                        .isPresent();
    }

    /** @throws Problem.NotAllowed if the actor may not do this, whatever the matter */
    static void check(Act act, Actor actor) {
        if (Procedure.roles(act).stream().noneMatch(actor::has)) {
            throw new Problem.NotAllowed("您的账号没有“" + act.term() + "”的权限。请由本部门有此权限的人员办理，或联系系统管理员。");
        }
    }

    /** @throws Problem.NotAllowed if the actor, of the deciding department, may not do this */
    static void check(Act act, Matter matter, Actor actor) {
        check(act, actor);
        if (decidesAgain(act, matter, actor)) {
            throw new Problem.NotAllowed("「" + matter.itemName() + "」被撤销的原决定是您作出的，重新作出决定要由本部门其他有决定权限的人员办理。");
        }
        if (presided(act, matter, actor)) {
            throw new Problem.NotAllowed("「" + matter.itemName() + "」的听证由您主持过，不能再由您审查（行政许可法第四十八条第一款第三项）。请由本部门其他人员办理。");
        }
        if (followsOwnOpinion(act, matter, actor)) {
            boolean reviewed = actor.account().equals(matter.reviewedBy());
            boolean decides = act == Act.GRANT || act == Act.GRANT_DECLARED || act == Act.DENY;
            throw new Problem.NotAllowed("「" + matter.itemName() + "」是您" + (reviewed ? "审查" : "审核") + "的，"
                    + (reviewed ? "审查" : "审核") + "人不能同时" + (decides ? "作决定。" : "审核。") + "请由本部门其他有"
                    + (decides ? "决定" : "审查") + "权限的人员办理。");
        }
    }

    /** Whether the actor writes rulings on it down: who decides for the department that decided or has to, the centre for what the window ended. */
    static boolean mayRule(Matter matter, Actor actor) {
        return matter.outcome() == Outcome.WITHDRAWN
                ? actor.has(Role.MANAGER)
                : (matter.outcome() == Outcome.GRANTED
                                || matter.outcome() == Outcome.DENIED
                                || matter.outcome() == null && matter.step() != Step.WAITING
                                // What an organ declared void no organ restores.
                                || matter.outcome() == Outcome.REVOKED && !matter.isDecidedByRuling())
                        && isOwn(matter, actor)
                        && actor.has(Role.DECIDER);
    }

    /** Ours: who decided what a ruling set aside leaves it to somebody else; a department's system speaks for several people. */
    private static boolean decidesAgain(Act act, Matter matter, Actor actor) {
        Matter.Anew anew = matter.anew();
        boolean decides = act == Act.GRANT || act == Act.GRANT_DECLARED || act == Act.DENY;
        return decides
                && anew != null
                && actor.account().equals(anew.decidedBefore())
                && !mayFollowOwnOpinion(act, actor);
    }

    /**
     * The steps at which the actor may move a matter on for the department; none for its head, who is only asked. What is
     * granted on a declaration or checked afterwards has a list of its own; a request for a hearing that is found late is nobody's work there.
     *
     * @throws Problem.NotAllowed for everybody else who may not
     */
    static List<Step> steps(Actor actor) {
        List<Step> steps = Procedure.edges().stream()
                .filter(edge -> edge.from().isOpen() && edge.from() != edge.to())
                .filter(edge -> !edge.act().isOfDeclaration()
                        && edge.act() != Act.TRANSFER
                        && !edge.act().isOfHearing()
                        && !edge.act().isOfRuling())
                .filter(edge -> edge.roles().stream().anyMatch(role -> OF_DEPARTMENT.contains(role) && actor.has(role)))
                .map(Procedure.Edge::from)
                .distinct()
                .toList();
        if (steps.isEmpty() && !actor.has(Role.HEAD)) {
            throw new Problem.NotAllowed("您的账号没有审批权限。请联系系统管理员。");
        }
        return steps;
    }

    /** The same of one person in all his places. */
    static List<Step> steps(List<Actor> places) {
        return places.stream()
                .flatMap(place -> steps(place).stream())
                .distinct()
                .toList();
    }

    /** Whether the work of the step where it stands is the actor's today: nobody else holds it, nor do four eyes keep him from it. */
    static boolean mayWork(Matter matter, Actor actor) {
        boolean ownOpinion = switch (matter.step()) {
            case EXAMINE -> followsOwnOpinion(Act.EXAMINE, matter, actor);
            case DECIDE -> followsOwnOpinion(Act.GRANT, matter, actor);
            default -> false;
        };
        return steps(actor).contains(matter.step()) && !Pool.held(matter, actor) && !ownOpinion;
    }

    /** Whether the actor acts for a department that decides. */
    static boolean ofDepartment(Actor actor) {
        return OF_DEPARTMENT.stream().anyMatch(actor::has);
    }

    /**
     * The form and the files: for those of the deciding department who decide, for its head while it is asked for more time, and
     * nobody else (个人信息保护法 第六条).
     */
    static boolean mayRead(Matter matter, Actor actor) {
        return isOwn(matter, actor)
                && OF_DEPARTMENT.stream()
                        .filter(role -> role != Role.HEAD || matter.extensionAsked() > 0)
                        .anyMatch(actor::has);
    }

    /** The files of a case's results: for who decides in it, and who hands them over. */
    static boolean mayOpenResults(List<Matter> all, Actor actor) {
        return !all.isEmpty() && actor.has(Role.ISSUING_CLERK)
                || ofDepartment(actor) && all.stream().anyMatch(matter -> isOwn(matter, actor));
    }

    /** Whether the reader may take it out of the pool, or over from who holds it; who reviewed it leaves it to who examines. */
    static boolean mayHold(Matter matter, Actor actor) {
        return isOwn(matter, actor)
                && ofDepartment(actor)
                && steps(actor).contains(matter.step())
                && matter.step() != Step.TRANSFER
                && !(matter.step() == Step.EXAMINE && actor.account().equals(matter.reviewedBy()));
    }

    /** Whether the actor speaks for a department when departments ask one another. */
    static boolean mayAdvise(Actor actor) {
        return actor.has(Role.REVIEWER) || actor.has(Role.DECIDER);
    }

    static boolean isOwn(Matter matter, Actor actor) {
        return matter.department().equals(actor.department());
    }

    /**
     * Four eyes: who reviewed neither examines nor decides, who examined doesn't decide. A department's own system may do it
     * all, for it speaks for several people; only such accounts hold both roles.
     */
    private static boolean followsOwnOpinion(Act act, Matter matter, Actor actor) {
        return !mayFollowOwnOpinion(act, actor)
                && (actor.account().equals(matter.reviewedBy())
                        || actor.account().equals(matter.examinedBy()));
    }

    /** Whether the act may be done even by who reviewed the matter, or examined it. */
    static boolean mayFollowOwnOpinion(Act act, Actor actor) {
        boolean system = actor.has(Role.REVIEWER) && actor.has(Role.DECIDER);
        return system
                || act != Act.EXAMINE
                        && act != Act.GIVE_BACK
                        && act != Act.GRANT
                        && act != Act.GRANT_DECLARED
                        && act != Act.DENY;
    }
}
