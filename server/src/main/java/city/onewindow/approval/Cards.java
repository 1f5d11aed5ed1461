package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The approval's door for yellow and red cards: who sees which. */
@Service
public class Cards {

    private final CardTable table;

    Cards(CardTable table) {
        this.table = table;
    }

    /**
     * Cards, the newest first: of the whole centre for its managers and auditors, of the cases it leads for a lead department,
     * of what lies at the issuing window for that, otherwise of the actor's department.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    public Slice<Card> list(@Nullable String after, int size, Actor actor) {
        return slice(concerning(actor, after, size + 1), size);
    }

    /**
     * Those that one department owes, the newest first.
     *
     * @throws Problem.NotAllowed unless the actor sees every department's
     */
    public Slice<Card> owedBy(String department, @Nullable String after, int size, Actor actor) {
        if (!CaseFinder.mayNameDepartments(actor)) {
            throw new Problem.NotAllowed("按部门查黄牌、红牌由中心管理人员和审计人员做。您能看到的，不写部门就列出。");
        }
        return slice(table.ofDepartment(department, after, size + 1), size);
    }

    private List<Card> concerning(Actor actor, @Nullable String after, int limit) {
        if (actor.has(Role.MANAGER) || actor.has(Role.AUDITOR)) {
            return table.all(after, limit);
        } else if (actor.has(Role.LEAD_DEPARTMENT)) {
            return table.led(actor.department(), after, limit);
        } else if (actor.has(Role.ISSUING_CLERK)) {
            return table.ofIssuingWindow(after, limit);
        } else {
            Rights.steps(actor);
            return table.ofDepartment(actor.department(), after, limit);
        }
    }

    private static Slice<Card> slice(List<Card> found, int size) {
        return Slice.of(found, size, card -> String.valueOf(card.id()));
    }
}
