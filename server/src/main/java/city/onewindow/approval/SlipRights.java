package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import org.jspecify.annotations.Nullable;

/** Who may do what with paper that goes from a window to a department. */
public final class SlipRights {

    private SlipRights() {}

    /** Whether the actor confirms it or objects, or hands over again what was objected to. */
    public static boolean mayMove(Slip slip, Actor actor) {
        return switch (slip.state()) {
            case HANDED -> isReceiver(slip, actor);
            case OBJECTED -> slip.window().equals(windowOf(actor));
            case RECEIVED, REPLACED, TAKEN_BACK -> false;
        };
    }

    /** Whether the actor takes it back: what a department confirmed stays with it. */
    public static boolean mayTakeBack(Slip slip, Actor actor) {
        return (slip.state() == Slip.State.HANDED || slip.state() == Slip.State.OBJECTED)
                && actsFor(slip.window(), actor);
    }

    /** Whether the actor hands over again what was objected to. */
    public static boolean mayReplace(Slip slip, Actor actor) {
        return slip.state() == Slip.State.OBJECTED && actsFor(slip.window(), actor);
    }

    /** The centre acts for every window, so that nothing stays undone when one is closed. */
    static boolean actsFor(String window, Actor actor) {
        return window.equals(windowOf(actor)) || actor.has(Role.MANAGER);
    }

    static boolean maySee(Slip slip, Actor actor) {
        return isReceiver(slip, actor) || actsFor(slip.window(), actor);
    }

    static boolean isReceiver(Slip slip, Actor actor) {
        return Rights.ofDepartment(actor) && slip.department().equals(actor.department());
    }

    static @Nullable String windowOf(Actor actor) {
        return actor.has(Role.CLERK) ? actor.window() : null;
    }
}
