package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import org.jspecify.annotations.Nullable;

/** Who may do what with paper that goes between a window, departments and applicants. */
public final class SlipRights {

    private SlipRights() {}

    /** Whether the actor confirms it or objects. */
    public static boolean mayAnswer(Slip slip, Actor actor) {
        return slip.state() == Slip.State.HANDED && isReceiver(slip, actor);
    }

    /** Whether the actor's department confirmed that it has the paper. */
    public static boolean isKeeper(Slip slip, Actor actor) {
        return slip.direction() == Slip.Direction.TO_DEPARTMENT
                && slip.state() == Slip.State.RECEIVED
                && isOfDepartment(slip, actor);
    }

    /** Whether the actor is of a department that gets paper. */
    public static boolean keeps(Actor actor) {
        return Rights.ofDepartment(actor);
    }

    /** Whether the actor takes it back: what was confirmed stays where it is. */
    public static boolean mayTakeBack(Slip slip, Actor actor) {
        return (slip.state() == Slip.State.HANDED || slip.state() == Slip.State.OBJECTED) && isHander(slip, actor);
    }

    /** Whether the actor hands over again what was objected to. */
    public static boolean mayReplace(Slip slip, Actor actor) {
        return slip.state() == Slip.State.OBJECTED && isHander(slip, actor);
    }

    /** The centre acts for every window, so that nothing stays undone when one is closed. */
    static boolean actsFor(String window, Actor actor) {
        return window.equals(windowOf(actor)) || actor.has(Role.MANAGER);
    }

    static boolean maySee(Slip slip, Actor actor) {
        return isOfDepartment(slip, actor) || actsFor(slip.window(), actor);
    }

    /** The applicant signs on paper, which the window confirms. */
    static boolean isReceiver(Slip slip, Actor actor) {
        return slip.direction() == Slip.Direction.TO_DEPARTMENT
                ? isOfDepartment(slip, actor)
                : actsFor(slip.window(), actor);
    }

    static boolean isHander(Slip slip, Actor actor) {
        return slip.direction() == Slip.Direction.TO_WINDOW
                ? isOfDepartment(slip, actor)
                : actsFor(slip.window(), actor);
    }

    static boolean isOfDepartment(Slip slip, Actor actor) {
        return Rights.ofDepartment(actor) && slip.department().equals(actor.department());
    }

    static @Nullable String windowOf(Actor actor) {
        return actor.has(Role.CLERK) ? actor.window() : null;
    }
}
