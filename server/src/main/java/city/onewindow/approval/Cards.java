package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
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
        List<Card> found;
        if (actor.has(Role.MANAGER) || actor.has(Role.AUDITOR)) {
            found = table.all(after, size + 1);
        } else if (actor.has(Role.LEAD_DEPARTMENT)) {
            found = table.led(actor.department(), after, size + 1);
        } else if (actor.has(Role.ISSUING_CLERK)) {
            found = table.ofIssuingWindow(after, size + 1);
        } else {
            Rights.steps(actor);
            found = table.ofDepartment(actor.department(), after, size + 1);
        }
        return Slice.of(found, size, card -> String.valueOf(card.id()));
    }
}
