package city.onewindow.window.web;

import city.onewindow.identity.Actor;
import city.onewindow.window.Annex;
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

    private final FilledAnnexes filled;

    AnnexFiles(FilledAnnexes filled) {
        this.filled = filled;
    }

    @GetMapping("/annexes/{annex:[123]}/{code}")
    ResponseEntity<byte[]> annex(@PathVariable int annex, @PathVariable String code, Actor actor) {
        Target target = filled.find(Annex.numbered(annex), code, actor);
        return Workbooks.answer("附件" + annex + "-" + target.name(), filled.workbook(target, actor));
    }
}
