package city.onewindow.window.web;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.Annexes;
import city.onewindow.window.WindowList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The plan's annexes 1–3 as spreadsheets, filled in from the catalog: a department's own, a lead department's windows and
 * one-things, all of them for the centre.
 */
@Controller
@PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')")
class AnnexFiles {

    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;

    AnnexFiles(Catalogs catalogs, Audit audit, Clock clock) {
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/annexes/1/{code}")
    ResponseEntity<byte[]> one(@PathVariable String code, Actor actor) {
        Catalog catalog = catalogs.current();
        OneThing thing = catalog.oneThingByCode(code)
                .filter(found -> mayHave(leadOf(catalog, found.window()), actor))
                .orElseThrow(AnnexFiles::unknown);
        return file("附件1-" + thing.name(), Annexes.one(catalog, thing, LocalDate.now(clock)), actor);
    }

    @GetMapping("/annexes/2/{code}")
    ResponseEntity<byte[]> two(@PathVariable String code, Actor actor) {
        Catalog catalog = catalogs.current();
        Department department = catalog.department(code)
                .filter(found -> mayHave(found.code(), actor))
                .orElseThrow(AnnexFiles::unknown);
        return file("附件2-" + department.name(), Annexes.two(catalog, department, LocalDate.now(clock)), actor);
    }

    @GetMapping("/annexes/3/{code}")
    ResponseEntity<byte[]> three(@PathVariable String code, Actor actor) {
        Catalog catalog = catalogs.current();
        Window window = catalog.window(code)
                .filter(found -> mayHave(found.leadDepartment(), actor))
                .orElseThrow(AnnexFiles::unknown);
        return file(
                "附件3-" + window.name(),
                Annexes.three(catalog, WindowList.of(catalog, window.code()), LocalDate.now(clock)),
                actor);
    }

    private ResponseEntity<byte[]> file(String name, AnnexSheet sheet, Actor actor) {
        audit.record(actor.account(), "annex.export", sheet.name(), name.substring(0, 3));
        return Workbooks.answer(name, AnnexBook.write(List.of(sheet)));
    }

    static String leadOf(Catalog catalog, String window) {
        return catalog.window(window).map(Window::leadDepartment).orElse("");
    }

    /** A department's own; all for the centre and the auditors. */
    static boolean mayHave(String department, Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.AUDITOR) || department.equals(actor.department());
    }

    private static Problem.NotFound unknown() {
        return new Problem.NotFound("没有这个附件，或者它不归您的部门填报。请从附件页面重新选择。");
    }
}
