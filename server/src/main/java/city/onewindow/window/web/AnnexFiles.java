package city.onewindow.window.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.FilledAnnexes;
import city.onewindow.window.filing.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
    private final Catalogs catalogs;

    AnnexFiles(FilledAnnexes filled, Catalogs catalogs) {
        this.catalogs = catalogs;
        this.filled = filled;
    }

    /** All of an annex that the reader may take home, in one file. */
    @GetMapping("/annexes/{annex:[123]}.zip")
    ResponseEntity<byte[]> all(@PathVariable int annex, Actor actor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Target target : Target.all(catalogs.current())) {
                if (target.annex().number() == annex && target.isSeenBy(actor)) {
                    zip.putNextEntry(new ZipEntry(name(target) + ".xlsx"));
                    zip.write(filled.workbook(target, actor));
                }
            }
        } catch (IOException never) {
            throw new UncheckedIOException("Nothing is written but memory", never);
        }
        return Workbooks.zip("附件" + annex, bytes.toByteArray());
    }

    /** A department's or window's name may have a stroke in it, which would be a folder. */
    private static String name(Target target) {
        return ("附件" + target.annex().number() + "-" + target.name()).replace('/', '／');
    }

    @GetMapping("/annexes/{annex:[123]}/{code}")
    ResponseEntity<byte[]> annex(@PathVariable int annex, @PathVariable String code, Actor actor) {
        Target target = filled.find(Annex.numbered(annex), code, actor);
        return Workbooks.answer("附件" + annex + "-" + target.name(), filled.workbook(target, actor));
    }
}
