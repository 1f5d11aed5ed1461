package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Optional;

/** Who has which part in an appointment on the spot. */
final class InspectionRights {

    private InspectionRights() {}

    /** The departments that were asked, who proposed it, who leads the case, the centre. */
    static boolean maySee(Inspection inspection, String lead, Actor actor) {
        return seesAll(actor)
                || leads(lead, actor)
                || speaks(actor)
                        && (inspection.department().equals(actor.department())
                                || inspection.visitor(actor.department()).isPresent());
    }

    static boolean seesAll(Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.AUDITOR);
    }

    /** @throws Problem.NotAllowed for those who act in no department */
    static String department(Actor actor) {
        if (!speaks(actor)) {
            throw new Problem.NotAllowed("您的账号没有踏勘的权限。请由本部门审查或者决定的人员，或者牵头部门的人员办理。");
        }
        return actor.department();
    }

    /** Whether the actor speaks for any department at all. */
    static boolean speaks(Actor actor) {
        return Rights.mayAdvise(actor) || actor.has(Role.LEAD_DEPARTMENT);
    }

    static boolean leads(String lead, Actor actor) {
        return actor.has(Role.LEAD_DEPARTMENT) && lead.equals(actor.department());
    }

    /** @throws Problem.NotAllowed unless the actor speaks for a department that was asked */
    static void mustVisit(Inspection inspection, Actor actor) {
        if (!visits(inspection, actor)) {
            throw notYours();
        }
    }

    /** Whether the actor speaks for a department that was asked. */
    static boolean visits(Inspection inspection, Actor actor) {
        return Rights.mayAdvise(actor) && inspection.visitor(actor.department()).isPresent();
    }

    static boolean mayConvene(Inspection inspection, String lead, Actor actor) {
        return leads(lead, actor) || speaks(actor) && inspection.department().equals(actor.department());
    }

    static boolean mayClose(Inspection inspection, String lead, Actor actor) {
        return mayConvene(inspection, lead, actor)
                || Rights.mayAdvise(actor)
                        && inspection
                                .visitor(actor.department())
                                .filter(visitor -> visitor.finding() != null)
                                .isPresent();
    }

    /** A department that decides a part of the case, or the one that leads it. */
    static boolean mayPropose(Optional<CaseFile> file, List<Matter> all, Actor actor) {
        return file.filter(found -> leads(found.leadDepartment(), actor)
                        || Rights.mayAdvise(actor) && all.stream().anyMatch(matter -> Rights.isOwn(matter, actor)))
                .isPresent();
    }

    static Problem.NotAllowed notYours() {
        return new Problem.NotAllowed("您不是参加这次踏勘的部门的审查或者决定人员，不能办理。");
    }
}
