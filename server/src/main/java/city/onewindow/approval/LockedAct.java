package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An act on one matter under the lock of its whole case, so that what is read is what is acted upon. The caller's transaction holds it. */
@Component
class LockedAct {

    private final CaseFiles files;
    private final Matters matters;
    private final SpecialProcedures procedures;
    private final Conflicts conflicts;
    private final StandIns standIns;
    private final Calendar calendar;
    private final Centre centre;

    LockedAct(
            CaseFiles files,
            Matters matters,
            SpecialProcedures procedures,
            Conflicts conflicts,
            StandIns standIns,
            Calendar calendar,
            Centre centre) {
        this.files = files;
        this.matters = matters;
        this.procedures = procedures;
        this.conflicts = conflicts;
        this.standIns = standIns;
        this.calendar = calendar;
        this.centre = centre;
    }

    /** An act that changes the matter's clock, and by it the case's. */
    List<HistoryEntry> act(
            String number,
            String item,
            Act act,
            Said said,
            LocalDateTime now,
            Actor actor,
            @Nullable IdempotencyKey key,
            BiFunction<Counting, Move, List<HistoryEntry>> how) {
        return once(number, item, act, actor, key, whole -> {
            Matter matter = whole.matter();
            Actor acting = standIns.acting(act, matter, actor);
            Optional<Procedure.Edge> possible = Procedure.edge(matter.step(), act);
            if (possible.map(Pool::stops).orElse(act != Act.EXTEND && act != Act.REFUSE_EXTENSION)) {
                Conflicts.refuseIfHeld(matter, acting);
            }
            Procedure.Edge edge = possible.orElseThrow(() -> conflicts.told(matter, act, now));
            Conflicts.refuseUnheard(matter, act, now.toLocalDate());
            Counting counting = new Counting(whole, procedures.ofCase(number), calendar.deadlines());
            Move move = new Move(number, item, edge, said, acting, now, null, key);
            List<HistoryEntry> written = conflicts.once(() -> how.apply(counting, move));
            return written.isEmpty() ? conflicts.undone(matter, act, actor, now, key) : written;
        });
    }

    /**
     * What was done under the key before, or what is done now with the case as it is.
     *
     * @throws Problem.NotFound if the matter isn't the actor's department's
     */
    List<HistoryEntry> once(
            String number,
            String item,
            Act act,
            Actor actor,
            @Nullable IdempotencyKey key,
            Function<Whole, List<HistoryEntry>> how) {
        standIns.acting(act, actor);
        matters.locked(centre.region(), number);
        return conflicts
                .before(number, item, act, actor, key)
                .orElseGet(() -> how.apply(files.whole(centre.region(), number, item)
                        .filter(found -> Rights.isOwn(found.matter(), actor))
                        .orElseThrow(Approval::unknown)));
    }
}
