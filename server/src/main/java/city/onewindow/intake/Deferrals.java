package city.onewindow.intake;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What cases were accepted without and still wait for (容缺受理), for the rooms above. */
@Service
public class Deferrals {

    private static final BinaryOperator<LocalDateTime> LATER = BinaryOperator.maxBy(Comparator.naturalOrder());

    private final DeferralTable table;
    private final Dossiers dossiers;
    private final Calendar calendar;
    private final Clock clock;

    Deferrals(DeferralTable table, Dossiers dossiers, Calendar calendar, Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What a case still waits for; its results are not handed out before. */
    @Transactional(readOnly = true)
    public List<Deferral> open(String number) {
        LocalDate until = table.until(number).orElse(null);
        // Most cases defer nothing: only the others are worth a merge.
        return until == null
                ? List.of()
                : dossiers.ofCase(number).deferred().stream()
                        .map(material -> new Deferral(
                                material.key(),
                                material.name(),
                                material.reasons().stream().map(Reason::item).collect(Collectors.toSet()),
                                until))
                        .toList();
    }

    /** When the last of what was deferred for an item came in, by the name of the item; without those for which nothing did. */
    @Transactional(readOnly = true)
    public Map<String, LocalDateTime> suppliedAt(String number) {
        Map<String, LocalDateTime> supplied = table.suppliedAt(number);
        Map<String, LocalDateTime> last = new HashMap<>();
        // Most cases defer nothing: only the others are worth a merge.
        if (!supplied.isEmpty()) {
            for (MergedMaterial material : dossiers.ofCase(number).merge().materials()) {
                LocalDateTime at = supplied.get(material.key());
                if (at != null) {
                    material.reasons().forEach(reason -> last.merge(reason.item(), at, LATER));
                }
            }
        }
        return last;
    }

    /**
     * Of those, what should be in already: nothing, while there is time left.
     *
     * @param toCome names of the items whose result is still to come
     */
    @Transactional(readOnly = true)
    public List<Deferral> overdue(String number, Set<String> toCome) {
        LocalDate today = LocalDate.now(clock);
        return Deferral.owed(open(number), toCome).stream()
                .filter(deferral -> deferral.isOverdue(today))
                .toList();
    }

    /** What is open, for whoever ends the case because of it: until the transaction is over nothing more can be handed in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Deferral> openAndLocked(String number) {
        table.lock(number);
        return open(number);
    }

    /**
     * What was to follow for what was denied or ended alone is asked of nobody any more, by the list or at the window.
     *
     * @param toCome names of the items whose result is still to come
     */
    @Transactional
    public void settle(String number, Set<String> toCome) {
        table.lock(number);
        // Most cases defer nothing: only the others are worth a merge.
        if (table.until(number).isEmpty()) {
            return;
        }
        List<String> unneeded = dossiers.ofCase(number).deferred().stream()
                .filter(material ->
                        material.reasons().stream().map(Reason::item).noneMatch(toCome::contains))
                .map(MergedMaterial::key)
                .toList();
        if (!unneeded.isEmpty()) {
            table.settle(number, unneeded, LocalDateTime.now(clock));
        }
    }

    /**
     * What runs again lacks again what it lacked then.
     *
     * @param due when what runs again is to be done: until then it may come, and at least as long as at an acceptance
     */
    @Transactional
    public void demandAgain(String number, LocalDate due) {
        table.lock(number);
        LocalDateTime now = LocalDateTime.now(clock);
        table.demandAgain(number, Deferral.again(calendar.deadlines(), now.toLocalDate(), due), now);
    }

    /** A case that has ended waits for nothing any more; what it still waited for is settled. */
    @Transactional
    public void settle(String number) {
        table.settle(number, LocalDateTime.now(clock));
    }
}
