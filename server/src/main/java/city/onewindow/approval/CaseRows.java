package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Cases as lists show them: each with where its matters stand, read at once for a whole page. */
@Component
class CaseRows {

    private final CaseLists lists;
    private final Calendar calendar;
    private final Clock clock;

    CaseRows(CaseLists lists, Calendar calendar, Clock clock) {
        this.lists = lists;
        this.calendar = calendar;
        this.clock = clock;
    }

    Slice<CaseRow> of(Slice<CaseFile> page) {
        Map<String, List<Matter>> byCase = lists.matters(page.items());
        Deadlines deadlines = calendar.deadlines();
        LocalDateTime now = LocalDateTime.now(clock);
        return page.map(file -> row(file, byCase.getOrDefault(file.number(), List.of()), deadlines, now));
    }

    /** One case, read by a statement that is planned once: handing a result over does it, too. */
    CaseRow of(CaseFile file, List<Matter> matters) {
        return row(file, matters, calendar.deadlines(), LocalDateTime.now(clock));
    }

    private static CaseRow row(CaseFile file, List<Matter> matters, Deadlines deadlines, LocalDateTime now) {
        CaseRow row = new CaseRow(file, matters, null);
        return file.isClosed()
                ? row
                : new CaseRow(
                        file,
                        matters,
                        deadlines.remaining(row.made().orElse(now), file.acceptedAt(), file.promisedDue()));
    }
}
