package city.onewindow.intake.web;

import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of an application: read again, and those that are a field of the form. */
@Controller
@RequestMapping("/desk/{number}")
@PreAuthorize("hasRole('CLERK')")
class FilePages {

    private final Intake intake;
    private final Uploads uploads;

    FilePages(Intake intake, Uploads uploads) {
        this.intake = intake;
        this.uploads = uploads;
    }

    @GetMapping("/files/{id}")
    ResponseEntity<InputStreamResource> read(@PathVariable String number, @PathVariable String id, Actor actor) {
        intake.dossier(number, actor);
        return uploads.open(number, id, actor);
    }

    @PostMapping("/form/files/{code}")
    String fill(
            @PathVariable String number,
            @PathVariable String code,
            @RequestParam(name = "at-version") long version,
            @RequestParam MultipartFile file,
            RedirectAttributes redirect,
            Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        Versions.mustMatch(dossier, version);
        DataElement element = dossier.merge()
                .field(code)
                .filter(MergedField::isAsked)
                .map(MergedField::element)
                .filter(asked -> asked.type() == FieldType.FILE_REF)
                .orElseThrow(() -> new Problem.NotFound("这张表上没有要上传文件的这一栏。请刷新页面。"));
        try {
            String id = uploads.take(List.of(file), number, actor).get(0).toString();
            intake.fill(number, new FormValues(Map.of(code, id), Map.of()), Set.of(), actor);
            redirect.addFlashAttribute("notice", Notice.success("「" + element.name() + "」已上传。"));
        } catch (Problem.InvalidInput wrong) {
            redirect.addFlashAttribute(
                    "notice",
                    Notice.error("「" + element.name() + "」没有收下。"
                            + wrong.faults().get(0).message()));
        }
        return "redirect:" + DossierBar.Place.FORM.of(number) + "#f-" + code;
    }
}
