package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.OwnForms;
import city.onewindow.catalog.revision.AttachedForms;
import city.onewindow.catalog.web.OwnFormAnswer;
import city.onewindow.identity.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Departments' own forms of a revision, for those who write it, agree to it or publish it. */
@Controller
@PreAuthorize(RevisionPages.CALLERS)
class RevisionForms {

    private final AttachedForms attached;
    private final OwnForms forms;

    RevisionForms(AttachedForms attached, OwnForms forms) {
        this.attached = attached;
        this.forms = forms;
    }

    @GetMapping("/revisions/{id}/forms/{digest}")
    ResponseEntity<byte[]> open(@PathVariable long id, @PathVariable String digest, Actor actor) {
        OwnForm form = attached.named(id, digest, actor);
        return OwnFormAnswer.of(form, forms.content(form));
    }
}
