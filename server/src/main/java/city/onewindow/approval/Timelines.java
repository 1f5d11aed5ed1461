package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalogs;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws the timeline of a case, for its own people and for whoever tracks it. */
@Component
class Timelines {

    private final ToldProgress progress;
    private final SpecialProcedures procedures;
    private final DeclarationTable declarations;
    private final Catalogs catalogs;
    private final Calendar calendar;
    private final Clock clock;

    Timelines(
            ToldProgress progress,
            SpecialProcedures procedures,
            DeclarationTable declarations,
            Catalogs catalogs,
            Calendar calendar,
            Clock clock) {
        this.progress = progress;
        this.procedures = procedures;
        this.declarations = declarations;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.clock = clock;
    }

    Timeline of(CaseFile file, List<Matter> all, List<HistoryEntry> history) {
        return Timeline.of(
                file,
                all,
                history,
                progress.ofCase(file.number()),
                procedures.ofCase(file.number()),
                declarations.ofCase(
                        file.edition(),
                        file.number(),
                        all.stream().map(Matter::item).toList()),
                catalogs.departmentNames(file.edition()),
                calendar.deadlines(),
                LocalDateTime.now(clock));
    }
}
