package city.onewindow.window.filing;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
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
    private final Audit audit;
    private final Clock clock;

    FilledAnnexes(FiledFactsTable facts, Catalogs catalogs, Audit audit, Clock clock) {
        this.facts = facts;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param code of the department, or of the window if it is annex 3
     * @throws Problem.NotFound if there is no such annex or it isn't the actor's
     */
    public Target find(Annex annex, String code, Actor actor) {
        Target target = Target.of(catalogs.current(), annex, code);
        if (!target.isSeenBy(actor)) {
            throw new Problem.NotFound("没有这个附件，或者它不归您的部门填报。请从附件页面重新选择。");
        }
        return target;
    }

    /** @return the bytes of an .xlsx file */
    @Transactional
    public byte[] workbook(Target target, Actor actor) {
        audit.record(
                actor.account(),
                "annex.export",
                target.name(),
                "附件" + target.annex().number());
        return AnnexBook.write(of(target));
    }

    /** The sheets of its workbook: the table, and behind a window's list what is read out of it. */
    List<AnnexSheet> of(Target target) {
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
