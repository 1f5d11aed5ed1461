package city.onewindow.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar's door: the working days of this centre, and what follows from them. */
@Service
public class Calendar {

    /** A notice comes once a year; that another instance follows within a second is soon enough. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Holidays holidays;
    private volatile @Nullable Snapshot snapshot;

    Calendar(JdbcClient jdbc) {
        holidays = new Holidays(jdbc);
    }

    /** The working days as they stand; ask again for every use, and keep none. */
    public WorkingDays workingDays() {
        Snapshot known = snapshot;
        if (known != null && System.nanoTime() - known.lookedAt < LOOK_AGAIN_NANOS) {
            return known.days;
        }
        int edition = holidays.edition();
        WorkingDays days = known != null && known.edition == edition ? known.days : new WorkingDays(holidays.inForce());
        snapshot = new Snapshot(edition, days, System.nanoTime());
        return days;
    }

    /**
     * The calculator by the notices as they are written down at this moment, for who remembers by which he counted.
     *
     * @param edition grows with every change of the notices; never newer than the calculator
     */
    public record AsWritten(int edition, Deadlines deadlines) {}

    /** Whether the notices are still those; once they aren't they never are again. */
    public boolean isStill(AsWritten notices) {
        return holidays.edition() == notices.edition();
    }

    public AsWritten asWritten() {
        int edition = holidays.edition();
        return new AsWritten(edition, new Deadlines(new WorkingDays(holidays.inForce())));
    }

    /** The calculator on the working days as they stand. */
    public Deadlines deadlines() {
        return new Deadlines(workingDays());
    }

    /**
     * Takes the published notices as the whole truth; days that the centre itself adjusted stay, and go before them.
     *
     * @return whether anything changed
     * @throws IllegalStateException if a day is named twice
     */
    @Transactional
    public boolean replaceHolidays(List<Holiday> published) {
        List<Holiday> sorted =
                published.stream().sorted(Comparator.comparing(Holiday::date)).toList();
        holidays.lock();
        if (sorted.equals(holidays.published())) {
            return false;
        }
        holidays.replace(sorted);
        snapshot = null;
        return true;
    }

    /**
     * Takes the notices of the years that the days name as the whole truth about those years; other years stay.
     *
     * @return whether anything changed
     */
    @Transactional
    public boolean replaceYears(List<Holiday> published) {
        Set<Integer> years = published.stream().map(Holiday::noticeYear).collect(Collectors.toSet());
        holidays.lock();
        List<Holiday> all = new ArrayList<>(published);
        holidays.published().stream()
                .filter(day -> !years.contains(day.noticeYear()))
                .forEach(all::add);
        return replaceHolidays(all);
    }

    /** What the State Council's notices name, as far as they were taken in; in order of the days. */
    public List<Holiday> published() {
        return holidays.published();
    }

    private record Snapshot(int edition, WorkingDays days, long lookedAt) {}
}
