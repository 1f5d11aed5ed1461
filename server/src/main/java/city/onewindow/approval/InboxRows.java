package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An inbox as its reader finds it: what is his, and what is a colleague's on leave for whom he stands in. Whom, is read once a page. */
@Component
class InboxRows {

    private final Inbox inbox;
    private final StandIns standIns;
    private final Calendar calendar;
    private final Clock clock;

    InboxRows(Inbox inbox, StandIns standIns, Calendar calendar, Clock clock) {
        this.inbox = inbox;
        this.standIns = standIns;
        this.calendar = calendar;
        this.clock = clock;
    }

    Slice<InboxRow> page(InboxQuery query, @Nullable String after, int size, Actor actor) {
        return page(query, after, size, standIns.places(actor));
    }

    WholeInbox whole(InboxQuery query, @Nullable String after, int size, Actor actor) {
        List<Actor> places = standIns.places(actor);
        return new WholeInbox(
                page(query, after, size, places),
                inbox.counts(actor.department(), Rights.steps(places), Cases.COUNTED),
                inbox.countAsked(actor.department(), Cases.COUNTED));
    }

    List<InboxRow> ticked(List<String> matters, Actor actor) {
        List<Actor> places = standIns.places(actor);
        LocalDateTime now = LocalDateTime.now(clock);
        Deadlines deadlines = calendar.deadlines();
        return inbox.ticked(matters, actor.department()).stream()
                .filter(row -> !row.matter().hearing().isOpen(now.toLocalDate()))
                .map(row -> row.shown(now, deadlines, places))
                .toList();
    }

    private Slice<InboxRow> page(InboxQuery query, @Nullable String after, int size, List<Actor> places) {
        Deadlines deadlines = calendar.deadlines();
        LocalDateTime now = LocalDateTime.now(clock);
        List<InboxEntry> found = inbox.find(query, places, now, deadlines.workingDays(), after, size + 1);
        return Slice.of(found, size, InboxEntry::key).map(row -> row.shown(now, deadlines, places));
    }
}
