package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approval's door to an inbox: what is its reader's to do, and what is a colleague's on leave for whom he stands in. */
@Service
@Transactional(readOnly = true)
public class Inbox {

    /** Figures beside a list are counted no further; what comes so far is shown as so many or more. */
    public static final int COUNTED = 1000;

    private final OpenMatters matters;
    private final StandIns standIns;
    private final Calendar calendar;
    private final Clock clock;

    Inbox(OpenMatters matters, StandIns standIns, Calendar calendar, Clock clock) {
        this.matters = matters;
        this.standIns = standIns;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The open matters of the actor's department, the first due first.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     * @throws Problem.NotAllowed for those who act in no department
     */
    public Slice<InboxRow> page(InboxQuery query, @Nullable String after, int size, Actor actor) {
        return page(query, after, size, standIns.places(actor));
    }

    /** The same, with the figures that stand above it. */
    public WholeInbox whole(InboxQuery query, @Nullable String after, int size, Actor actor) {
        List<Actor> places = standIns.places(actor);
        return new WholeInbox(
                page(query, after, size, places),
                matters.counts(actor.department(), Rights.steps(places), COUNTED),
                matters.countAsked(actor.department(), COUNTED));
    }

    /**
     * Some of the actor's department's, in one query however many; what isn't its own, hasn't begun, or waits for a hearing (听证) is left out.
     *
     * @param keys as {@code number~item}
     */
    public List<InboxRow> ticked(List<String> keys, Actor actor) {
        List<Actor> places = standIns.places(actor);
        LocalDateTime now = LocalDateTime.now(clock);
        Deadlines deadlines = calendar.deadlines();
        return matters.ticked(keys, actor.department()).stream()
                .map(row -> row.shown(now, deadlines, places))
                .filter(InboxRow::together)
                .toList();
    }

    private Slice<InboxRow> page(InboxQuery query, @Nullable String after, int size, List<Actor> places) {
        Deadlines deadlines = calendar.deadlines();
        LocalDateTime now = LocalDateTime.now(clock);
        List<InboxEntry> found = matters.find(query, places, now, deadlines.workingDays(), after, size + 1);
        return Slice.of(found, size, InboxEntry::key).map(row -> row.shown(now, deadlines, places));
    }
}
