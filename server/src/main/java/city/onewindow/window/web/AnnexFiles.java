package city.onewindow.window.web;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.filing.FilledAnnexes;
import city.onewindow.window.filing.Target;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The plan's annexes 1–3 as spreadsheets, filled in from the catalog and from what was filed last: a department's own, a lead
 * department's windows, all of them for the centre.
 */
@Controller
@PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')")
class AnnexFiles {

    private final Catalogs catalogs;
    private final FilledAnnexes filled;
    private final Audit audit;

    AnnexFiles(Catalogs catalogs, FilledAnnexes filled, Audit audit) {
        this.catalogs = catalogs;
        this.filled = filled;
        this.audit = audit;
    }

    /** @param code of the department, or of the window if it is annex 3 */
    @GetMapping("/annexes/{annex:[123]}/{code}")
    ResponseEntity<byte[]> annex(@PathVariable int annex, @PathVariable String code, Actor actor) {
        Target target = Target.of(catalogs.current(), Annex.numbered(annex), code);
        if (!mayHave(target.department(), actor)) {
            throw unknown();
        }
        audit.record(actor.account(), "annex.export", target.name(), "附件" + annex);
        return Workbooks.answer("附件" + annex + "-" + target.name(), AnnexBook.write(filled.of(target)));
    }

    /** @throws Problem.NotFound if there is none, or it isn't the actor's */
    static Window window(Catalog catalog, String code, Actor actor) {
        return catalog.window(code)
                .filter(found -> mayHave(found.leadDepartment(), actor))
                .orElseThrow(AnnexFiles::unknown);
    }

    /** A department's own; all for the centre and the auditors. */
    static boolean mayHave(String department, Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.AUDITOR) || department.equals(actor.department());
    }

    private static Problem.NotFound unknown() {
        return new Problem.NotFound("没有这个附件，或者它不归您的部门填报。请从附件页面重新选择。");
    }
}
