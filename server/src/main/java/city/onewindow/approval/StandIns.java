package city.onewindow.approval;

import city.onewindow.identity.Account;
import city.onewindow.identity.Accounts;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * In whose place somebody acts: his own, unless he lacks the role or the matter is held by a colleague on leave for whom he stands in.
 * Only then anything is read, so an act of one's own costs nothing more. Whether he still stands in is asked again in the act's
 * statement ({@link LeaveTable#STANDS_IN}).
 */
@Component
class StandIns {

    private final LeaveTable table;
    private final Accounts accounts;
    private final Clock clock;

    StandIns(LeaveTable table, Accounts accounts, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Who does this, whoever holds the matter.
     *
     * @throws city.onewindow.kernel.Problem.NotAllowed if neither the actor may, nor anybody for whom he stands in
     */
    Actor acting(Act act, Actor actor) {
        if (has(act, actor)) {
            return actor;
        }
        Optional<Actor> inPlace =
                inPlaces(actor).stream().filter(one -> has(act, one)).findFirst();
        return inPlace.orElseGet(() -> {
            Rights.check(act, actor);
            return actor;
        });
    }

    /** The same of a matter as it was read: if one of those holds it, in that one's place. */
    Actor acting(Act act, Matter matter, Actor actor) {
        boolean stops = Procedure.edge(matter.step(), act).map(Pool::stops).orElse(true);
        if (!stops || !Pool.held(matter, actor)) {
            return acting(act, actor);
        }
        return inPlaces(actor).stream()
                .filter(one -> has(act, one) && !Pool.held(matter, one))
                .findFirst()
                .orElseGet(() -> acting(act, actor));
    }

    /** All places that the actor has today, his own first. */
    List<Actor> places(Actor actor) {
        return Stream.concat(Stream.of(actor), inPlaces(actor).stream()).toList();
    }

    private List<Actor> inPlaces(Actor actor) {
        if (actor.isSystem() || !Rights.ofDepartment(actor)) {
            return List.of();
        }
        return table.stoodInFor(actor.account(), LocalDate.now(clock)).stream()
                .flatMap(leave -> accounts
                        .find(leave.account())
                        .filter(absent -> absent.details().department().equals(actor.department()))
                        .map(absent -> actor.inPlaceOf(absent, roles(absent, leave, actor)))
                        .stream())
                .filter(place -> !place.roles().isEmpty())
                .toList();
    }

    /** What the absent one may do today, as far as the stand-in may as well; decide and lead, also by the head's authorisation. */
    private static Set<Role> roles(Account absent, Leave leave, Actor actor) {
        boolean authorised = leave.standIn() != null && leave.standIn().authorisation() != null;
        return absent.details().roles().stream()
                .filter(Rights.OF_DEPARTMENT::contains)
                .filter(role -> actor.has(role) || authorised && LeaveRules.AUTHORISED.contains(role))
                .collect(Collectors.toSet());
    }

    private static boolean has(Act act, Actor actor) {
        return Procedure.roles(act).stream().anyMatch(actor::has);
    }
}
