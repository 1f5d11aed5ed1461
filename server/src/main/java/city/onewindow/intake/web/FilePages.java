package city.onewindow.intake.web;

import city.onewindow.identity.Actor;
import city.onewindow.intake.Intake;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The files of an application, read again. */
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
}
