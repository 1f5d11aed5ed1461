package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.OwnForms;
import city.onewindow.catalog.revision.AttachedForms;
import city.onewindow.catalog.web.OwnFormAnswer;
import city.onewindow.frame.SentFile;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Departments' own forms of a revision, over HTTP. */
@RestController
@RequestMapping("/api/revisions/{id}/forms")
@PreAuthorize(RevisionPages.CALLERS)
@Tag(name = "revisions", description = "事项、一件事、窗口的修改与发布")
class RevisionFormsApi {

    private final AttachedForms attached;
    private final OwnForms forms;

    RevisionFormsApi(AttachedForms attached, OwnForms forms) {
        this.attached = attached;
        this.forms = forms;
    }

    /**
     * A form that is kept.
     *
     * @param column of materials.csv in which it is named
     * @param cell what is written there
     */
    record KeptForm(String column, String cell, OwnForm form) {}

    @Operation(
            summary = "Keep a department's own form, blank or filled in",
            description =
                    "It is attached by the cell that the answer gives, saved with the other rows. The same content is kept once.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('LIAISON')")
    KeptForm keep(
            @PathVariable long id,
            @RequestParam FormPaper paper,
            @RequestParam MultipartFile file,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        // Held only against the rule for keys: what is sent twice is kept once.
        new IdempotencyKey(key);
        OwnForm form = attached.keep(id, paper, new SentFile(file).upload(), actor);
        return new KeptForm(paper.column(), form.written(), form);
    }

    @Operation(summary = "A form that the revision names, or that the record named when it began")
    @GetMapping("/{digest}")
    ResponseEntity<byte[]> open(@PathVariable long id, @PathVariable String digest, Actor actor) {
        OwnForm form = attached.named(id, digest, actor);
        return OwnFormAnswer.of(form, forms.content(form));
    }
}
