package city.onewindow.intake;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.WorkingDays;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the centre: what was handed in online and waits too long at any window, or at one that is closed. */
@Service
public class OwedOnlineList {

    private final PreReviews preReviews;
    private final PreReviewTerms terms;
    private final Rerouting rerouting;
    private final Catalogs catalogs;
    private final Calendar calendar;
    private final Clock clock;

    OwedOnlineList(
            PreReviews preReviews,
            PreReviewTerms terms,
            Rerouting rerouting,
            Catalogs catalogs,
            Calendar calendar,
            Clock clock) {
        this.rerouting = rerouting;
        this.preReviews = preReviews;
        this.terms = terms;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<OwedOnline> of(Actor actor) {
        actor.must(Role.MANAGER);
        LocalDate today = LocalDate.now(clock);
        WorkingDays days = calendar.workingDays();
        Catalog catalog = catalogs.current();
        return preReviews.waitingAnywhere().stream()
                .map(waiting -> owed(waiting.getKey(), waiting.getValue(), catalog, days))
                .filter(owed -> owed.closed() || owed.until().isBefore(today))
                .toList();
    }

    private OwedOnline owed(String code, WaitingPreReview waiting, Catalog catalog, WorkingDays days) {
        Optional<Window> window = catalog.window(code);
        return new OwedOnline(
                waiting.number(),
                waiting.title(),
                code,
                window.map(Window::name).orElse(code),
                waiting.applied(),
                terms.answerUntil(waiting, days),
                window.isEmpty(),
                window.isEmpty() ? takers(waiting.number()) : List.of());
    }

    private List<OwedOnline.Taker> takers(String number) {
        return rerouting.takers(number).stream()
                .map(taker -> new OwedOnline.Taker(taker.code(), taker.name()))
                .toList();
    }
}
