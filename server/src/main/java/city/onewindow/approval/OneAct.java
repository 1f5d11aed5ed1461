package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One act on one matter, in the actor's own place or in that of a colleague on leave who holds it. */
@Component
class OneAct {

    private final Matters matters;
    private final Conflicts conflicts;
    private final StandIns standIns;
    private final Clock clock;
    private final Centre centre;

    OneAct(Matters matters, Conflicts conflicts, StandIns standIns, Clock clock, Centre centre) {
        this.matters = matters;
        this.conflicts = conflicts;
        this.standIns = standIns;
        this.clock = clock;
        this.centre = centre;
    }

    /** The statement knows all that must be true; why it wasn't is read only then. */
    List<HistoryEntry> step(
            String number,
            String item,
            Act act,
            Said said,
            Actor actor,
            @Nullable IdempotencyKey key,
            Function<Move, List<HistoryEntry>> how) {
        Actor first = standIns.acting(act, actor);
        LocalDateTime now = LocalDateTime.now(clock);
        Move move = new Move(number, item, Procedure.only(act), said, first, now, null, key);
        List<HistoryEntry> written = conflicts.once(() -> how.apply(move));
        if (!written.isEmpty()) {
            return written;
        }
        Optional<List<HistoryEntry>> before = conflicts.before(number, item, act, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        Matter matter = own(number, item, actor);
        Actor acting = standIns.acting(act, matter, actor);
        // Held by somebody on leave, or decided after a hearing; who acts for himself on any other has been spared to
        // ask for that.
        Move second = move.by(acting).restingOn(matter.hearing().record());
        List<HistoryEntry> again = second.equals(move) ? List.of() : conflicts.once(() -> how.apply(second));
        // Asked once more: the leave may have been taken back while the act waited for that.
        return again.isEmpty() ? undone(matter, act, standIns.acting(act, matter, actor), now, key) : again;
    }

    /** Told to whom it is to number, once it is; before, as whatever comes too early or too late. */
    List<HistoryEntry> unnumbered(
            String number, String item, List<Fault> faults, Actor actor, @Nullable IdempotencyKey key) {
        standIns.acting(Act.CERTIFY, actor);
        Matter matter = own(number, item, actor);
        if (matter.step() == Step.CERTIFY) {
            throw new Problem.InvalidInput(faults);
        }
        Actor acting = standIns.acting(Act.CERTIFY, matter, actor);
        return undone(matter, Act.CERTIFY, acting, LocalDateTime.now(clock), key);
    }

    private List<HistoryEntry> undone(
            Matter matter, Act act, Actor actor, LocalDateTime now, @Nullable IdempotencyKey key) {
        Rights.check(act, matter, actor);
        Conflicts.refuseRepeating(matter, act);
        Conflicts.refuseUnheard(matter, act, LocalDate.now(clock));
        return conflicts.undone(matter, act, actor, now, key);
    }

    /** @throws Problem.NotFound if it isn't the actor's department's */
    Matter own(String number, String item, Actor actor) {
        return matters.one(centre.region(), number, item)
                .filter(found -> Rights.isOwn(found, actor))
                .orElseThrow(Approval::unknown);
    }
}
