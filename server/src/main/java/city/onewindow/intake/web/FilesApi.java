package city.onewindow.intake.web;

import city.onewindow.frame.SentFile;
import city.onewindow.identity.Actor;
import city.onewindow.intake.Intake;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.material.StoredFile;
import java.net.URI;
import org.springframework.core.io.InputStreamResource;
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

/** The files of an application over HTTP. */
@RestController
@RequestMapping("/api/applications/{number}/files")
@PreAuthorize("hasRole('CLERK')")
class FilesApi {

    private final Intake intake;
    private final Uploads uploads;

    FilesApi(Intake intake, Uploads uploads) {
        this.intake = intake;
        this.uploads = uploads;
    }

    /**
     * @param id names the file in a material's check
     * @param digest SM3 of the content, hexadecimal
     */
    record Kept(String id, String mediaType, long size, String digest) {}

    /** The same content for the same application is the same file. */
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Kept> keep(
            @PathVariable String number,
            @RequestParam MultipartFile file,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        intake.dossier(number, actor);
        StoredFile kept = uploads.keep(new SentFile(file), number, actor, new IdempotencyKey(key));
        return ResponseEntity.created(URI.create("/api/applications/" + number + "/files/" + kept.id()))
                .body(new Kept(kept.id(), kept.type().mediaType(), kept.size(), kept.digest()));
    }

    /** Each reading is written down. */
    @GetMapping("/{id}")
    ResponseEntity<InputStreamResource> read(@PathVariable String number, @PathVariable String id, Actor actor) {
        intake.dossier(number, actor);
        return uploads.open(number, id, actor);
    }
}
