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
        return once(number, item, act, actor, key, whole -> {
            Matter matter = whole.matter();
            Actor acting = standIns.acting(act, matter, actor);
            Optional<Procedure.Edge> possible = Procedure.edge(matter.step(), act);
            if (possible.map(Pool::stops).orElse(act != Act.EXTEND && act != Act.REFUSE_EXTENSION)) {
                Conflicts.refuseIfHeld(matter, acting);
            }
            return moved(whole, act, said, now, actor, acting, key, how);
        });
    }

    /**
     * For the applicant, by a clerk or by himself: whether he may is the caller's to ask, and whoever has taken the matter isn't in his way.
     *
     * @param how looks at the matter before its rules are asked, and says what is then done
     */
    List<HistoryEntry> forApplicant(
            String number,
            String item,
            Act act,
            LocalDateTime now,
            Actor actor,
            @Nullable IdempotencyKey key,
            Function<Matter, BiFunction<Counting, Move, List<HistoryEntry>>> how) {
        return locked(number, item, act, actor, key, whole -> {
            // It is the department's matter that it is written into.
            Actor there = new Actor(
                    actor.account(), actor.name(), actor.roles(), whole.matter().department(), actor.window());
            return moved(whole, act, Said.opinion(""), now, actor, there, key, how.apply(whole.matter()));
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
        return locked(number, item, act, actor, key, whole -> {
            if (!Rights.isOwn(whole.matter(), actor)) {
                throw Approval.unknown();
            }
            return how.apply(whole);
        });
    }

    private List<HistoryEntry> locked(
            String number,
            String item,
            Act act,
            Actor actor,
            @Nullable IdempotencyKey key,
            Function<Whole, List<HistoryEntry>> how) {
        matters.locked(centre.region(), number);
        return conflicts
                .before(number, item, act, actor, key)
                .orElseGet(() ->
                        how.apply(files.whole(centre.region(), number, item).orElseThrow(Approval::unknown)));
    }

    /** @param acting as whom the actor is written down */
    private List<HistoryEntry> moved(
            Whole whole,
            Act act,
            Said said,
            LocalDateTime now,
            Actor actor,
            Actor acting,
            @Nullable IdempotencyKey key,
            BiFunction<Counting, Move, List<HistoryEntry>> how) {
        Matter matter = whole.matter();
        Procedure.Edge edge = Procedure.edge(matter.step(), act).orElseThrow(() -> conflicts.told(matter, act, now));
        Conflicts.refuseUnheard(matter, act, now.toLocalDate());
        Counting counting = new Counting(whole, procedures.ofCase(matter.number()), calendar.deadlines());
        Move move = new Move(matter.number(), matter.item(), edge, said, acting, now, null, key);
        List<HistoryEntry> written = conflicts.once(() -> how.apply(counting, move));
        return written.isEmpty() ? conflicts.undone(matter, act, actor, now, key) : written;
    }
}
