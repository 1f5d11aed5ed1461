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
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the centre: what was handed in online and waits too long at any window, and all that lies at one that is closed. */
@Service
public class OwedOnlineList {

    /** As many as are told at a time. */
    public static final int LIMIT = 200;

    /** @param cut whether there is more than is told */
    public record Told(List<OwedOnline> lines, boolean cut) {

        public Told {
            lines = List.copyOf(lines);
        }
    }

    private final PreReviews preReviews;
    private final PreReviewTerms terms;
    private final Reroutings reroutings;
    private final Catalogs catalogs;
    private final Calendar calendar;
    private final Clock clock;

    OwedOnlineList(
            PreReviews preReviews,
            PreReviewTerms terms,
            Reroutings reroutings,
            Catalogs catalogs,
            Calendar calendar,
            Clock clock) {
        this.reroutings = reroutings;
        this.preReviews = preReviews;
        this.terms = terms;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What open windows owe, whose days have passed, then what lies at closed ones, each the oldest first; no more than {@link #LIMIT}. */
    @Transactional(readOnly = true)
    public Told of(Actor actor) {
        actor.must(Role.MANAGER);
        LocalDate today = LocalDate.now(clock);
        WorkingDays days = calendar.workingDays();
        Catalog catalog = catalogs.current();
        Takers takers = new Takers(catalog);
        List<String> open = catalog.windows().stream().map(Window::code).toList();
        Stream<OwedOnline> closed = reroutings.lyingElsewhere(open, LIMIT + 1).stream()
                .map(lying -> closed(lying, days, takers.of(lying.choice())));
        Stream<OwedOnline> late = preReviews.waitingAnywhere().stream()
                .flatMap(waiting -> catalog.window(waiting.getKey()).stream()
                        .map(window -> late(waiting.getValue(), window, days))
                        .filter(owed -> Objects.requireNonNull(owed.until()).isBefore(today)));
        // The one too many only tells that there is more.
        List<OwedOnline> read = Stream.concat(late, closed).limit(LIMIT + 1).toList();
        return new Told(read.subList(0, Math.min(read.size(), LIMIT)), read.size() > LIMIT);
    }

    private OwedOnline late(WaitingPreReview waiting, Window window, WorkingDays days) {
        return new OwedOnline(
                waiting.number(),
                waiting.title(),
                window.code(),
                window.name(),
                waiting.applied() ? ApplicationStatus.SUBMITTED : ApplicationStatus.PRE_REVIEW,
                waiting.applied(),
                terms.answerUntil(waiting, days),
                false,
                List.of());
    }

    private OwedOnline closed(Lying lying, WorkingDays days, List<Window> takers) {
        return new OwedOnline(
                lying.number(),
                lying.title(),
                lying.window(),
                lying.window(),
                lying.status(),
                lying.status() == ApplicationStatus.SUBMITTED,
                terms.answerUntil(lying, days),
                true,
                takers.stream()
                        .map(taker -> new OwedOnline.Taker(taker.code(), taker.name()))
                        .toList());
    }
}
