package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.WindowAnnex;
import city.onewindow.window.WindowList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of those who take an annex home: filled in from the catalog, and with what its department filed last. */
@Service
public class FilledAnnexes {

    private final FiledFactsTable facts;
    private final Catalogs catalogs;
    private final Clock clock;

    FilledAnnexes(FiledFactsTable facts, Catalogs catalogs, Clock clock) {
        this.facts = facts;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** The sheets of its workbook: the table, and behind a window's list what is read out of it. */
    @Transactional(readOnly = true)
    public List<AnnexSheet> of(Target target) {
        Catalog catalog = catalogs.current();
        LocalDate today = LocalDate.now(clock);
        List<AnnexSheet> sheets = new ArrayList<>();
        sheets.add(facts.of(target, catalog).completed(target.annex(), target.sheet(catalog, today)));
        if (target.annex() == Annex.WINDOW) {
            sheets.addAll(new WindowAnnex(catalog, WindowList.of(catalog, target.code())).derived(today));
        }
        return sheets;
    }
}
