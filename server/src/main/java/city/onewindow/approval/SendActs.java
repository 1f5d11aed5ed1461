package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 寄出、公告: what leaves the issuing window before anybody knows that it reached the applicant. Called by the issuing room, which keeps
 * how it was sent, and which holds the case's lock. All or none of the items; the same key again answers what it wrote.
 */
@Service
public class SendActs {

    private final Matters matters;
    private final SendMoves moves;
    private final OwedMaterials owed;
    private final Conflicts conflicts;
    private final Calendar calendar;
    private final Clock clock;
    private final Centre centre;

    SendActs(
            Matters matters,
            SendMoves moves,
            OwedMaterials owed,
            Conflicts conflicts,
            Calendar calendar,
            Clock clock,
            Centre centre) {
        this.matters = matters;
        this.moves = moves;
        this.owed = owed;
        this.conflicts = conflicts;
        this.calendar = calendar;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * @param items codes
     * @param on when they were mailed, passed on or announced: the clock of the delivery stops there
     * @param how in words for everybody concerned, the applicant included
     * @throws Problem.Conflict if one of them doesn't lie at the window, or waits for a material
     */
    @Transactional
    public List<HistoryEntry> send(
            String number, Collection<String> items, LocalDate on, String how, Actor actor, IdempotencyKey key) {
        return move(Procedure.only(Act.SEND), number, items, on, how, actor, key);
    }

    /**
     * The clock of the delivery goes on as if it had never been sent.
     *
     * @throws Problem.Conflict if one of them isn't on its way
     */
    @Transactional
    public List<HistoryEntry> comeBack(
            String number, Collection<String> items, String reason, Actor actor, IdempotencyKey key) {
        return move(Procedure.only(Act.COME_BACK), number, items, null, reason, actor, key);
    }

    private List<HistoryEntry> move(
            Procedure.Edge edge,
            String number,
            Collection<String> items,
            @Nullable LocalDate on,
            String said,
            Actor actor,
            IdempotencyKey key) {
        actor.must(Role.ISSUING_CLERK);
        List<Matter> chosen = matters.ofCase(centre.region(), number).stream()
                .filter(matter -> items.contains(matter.item()))
                .toList();
        List<String> codes = chosen.stream().map(Matter::item).toList();
        if (chosen.isEmpty() || !codes.containsAll(items)) {
            throw Approval.unknown();
        }
        // The key stands with the first of them; under the lock, so that a repetition beside its first finds what the
        // first wrote.
        Optional<List<HistoryEntry>> before =
                conflicts.before(number, chosen.get(0).item(), edge.act(), actor, key);
        if (before.isPresent()) {
            return again(before.get().get(0), codes, said);
        }
        LocalDateTime now = LocalDateTime.now(clock);
        if (edge.act() == Act.SEND) {
            owed.refuseResultsOf(number, codes);
        }
        List<HistoryEntry> written =
                conflicts.once(() -> moves.move(edge, number, codes, on, clocks(edge, chosen), said, actor, now, key));
        if (written.size() < codes.size()) {
            throw conflicts.notThere(number, codes, edge.from(), edge.act(), now);
        }
        return written;
    }

    /** @throws Problem.Conflict if the key was used for others, or to say something else */
    private List<HistoryEntry> again(HistoryEntry first, Collection<String> codes, String said) {
        List<HistoryEntry> written = matters.history(centre.region(), first.number()).stream()
                .filter(entry -> entry.act() == first.act()
                        && entry.at().equals(first.at())
                        && entry.who().equals(first.who())
                        && entry.opinion().equals(first.opinion()))
                .toList();
        Set<String> items = written.stream().map(HistoryEntry::item).collect(Collectors.toSet());
        if (!items.equals(Set.copyOf(codes)) || !first.opinion().equals(said)) {
            throw IdempotencyKey.used(
                    "办件 " + first.number() + " 的另一次“" + first.act().term() + "”");
        }
        return written;
    }

    /** Of what was granted and comes back: a day that is no working day any more may have moved its end meanwhile. */
    private Map<String, DeliveryClock> clocks(Procedure.Edge edge, List<Matter> chosen) {
        Map<String, DeliveryClock> clocks = new LinkedHashMap<>();
        if (edge.act() == Act.COME_BACK) {
            Deadlines deadlines = calendar.deadlines();
            chosen.stream()
                    .filter(matter -> matter.outcome() == Outcome.GRANTED)
                    .forEach(matter -> DeliveryClock.runningOf(matter, deadlines)
                            .ifPresent(delivery -> clocks.put(matter.item(), delivery)));
        }
        return clocks;
    }
}
