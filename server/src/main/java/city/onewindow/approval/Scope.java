package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose cases somebody may see: the departments that decide parts of one, the window that accepted it, who leads it, who hands
 * it out, the centre.
 *
 * @param all every case of the centre
 * @param led code of the department whose led cases; null if none
 * @param window code of the window whose accepted cases; null if none
 * @param own code of the department that decides a matter of the case; null if none
 */
record Scope(
        boolean all,
        @Nullable String led,
        @Nullable String window,
        @Nullable String own) {

    static Scope of(Actor actor) {
        return new Scope(
                actor.has(Role.MANAGER) || actor.has(Role.AUDITOR) || actor.has(Role.ISSUING_CLERK),
                actor.has(Role.LEAD_DEPARTMENT) ? actor.department() : null,
                actor.has(Role.CLERK) ? actor.window() : null,
                Rights.ofDepartment(actor) ? actor.department() : null);
    }

    boolean covers(CaseFile file, List<Matter> matters) {
        return all
                || file.leadDepartment().equals(led)
                || file.window().equals(window)
                || matters.stream().anyMatch(matter -> matter.department().equals(own));
    }
}
