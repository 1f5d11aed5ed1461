package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One act on one matter under the lock of its whole case, whose date may follow from the matter's. The caller's transaction holds it. */
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

    /** By the department that has the matter; not while another of it has taken it, as far as that stops the act. */
    List<HistoryEntry> act(
            String number,
            String item,
            Act act,
            Said said,
            LocalDateTime now,
            Actor actor,
            @Nullable IdempotencyKey key,
            BiFunction<Counting, Move, List<HistoryEntry>> how) {
        standIns.acting(act, actor);
        return locked(number, item, act, said, now, actor, key, how, found -> {
            if (!Rights.isOwn(found, actor)) {
                throw Approval.unknown();
            }
            Actor acting = standIns.acting(act, found, actor);
            Optional<Procedure.Edge> possible = Procedure.edge(found.step(), act);
            if (possible.map(Pool::stops).orElse(act != Act.EXTEND && act != Act.REFUSE_EXTENSION)) {
                Conflicts.refuseIfHeld(found, acting);
            }
            return acting;
        });
    }

    /** For the applicant, by a clerk or by himself: whether he may is the caller's to ask, and whoever has taken the matter isn't in his way. */
    List<HistoryEntry> forApplicant(
            String number,
            String item,
            Act act,
            LocalDateTime now,
            Actor actor,
            @Nullable IdempotencyKey key,
            BiFunction<Counting, Move, List<HistoryEntry>> how) {
        // It is the department's matter that it is written into.
        return locked(
                number,
                item,
                act,
                Said.opinion(""),
                now,
                actor,
                key,
                how,
                found ->
                        new Actor(actor.account(), actor.name(), actor.roles(), found.department(), actor.window()));
    }

    private List<HistoryEntry> locked(
            String number,
            String item,
            Act act,
            Said said,
            LocalDateTime now,
            Actor actor,
            @Nullable IdempotencyKey key,
            BiFunction<Counting, Move, List<HistoryEntry>> how,
            Function<Matter, Actor> who) {
        matters.locked(centre.region(), number);
        Optional<List<HistoryEntry>> before = conflicts.before(number, item, act, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        Whole whole = files.whole(centre.region(), number, item).orElseThrow(Approval::unknown);
        Actor acting = who.apply(whole.matter());
        Procedure.Edge edge =
                Procedure.edge(whole.matter().step(), act).orElseThrow(() -> conflicts.told(whole.matter(), act, now));
        Conflicts.refuseUnheard(whole.matter(), act, now.toLocalDate());
        Counting counting = new Counting(whole, procedures.ofCase(number), calendar.deadlines());
        Move move = new Move(number, item, edge, said, acting, now, null, key);
        List<HistoryEntry> written = conflicts.once(() -> how.apply(counting, move));
        return written.isEmpty() ? conflicts.undone(whole.matter(), act, actor, now, key) : written;
    }
}
