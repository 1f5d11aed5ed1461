package city.onewindow.intake.web;

import city.onewindow.frame.SentFile;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OnlineGate;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.material.FileAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of an application that its applicant has online, over HTTP. The same content sent again is the same file. */
@RestController
@RequestMapping(OnlineApi.PLACE + "/{number}")
@PreAuthorize("permitAll()")
class OnlineFilesApi {

    private final OnlineApplications online;
    private final OnlineGate gate;

    OnlineFilesApi(OnlineApplications online, OnlineGate gate) {
        this.online = online;
        this.gate = gate;
    }

    /** @param files ids of all that is attached to the material now */
    record Attached(List<UUID> files) {}

    /** @param id as the value of a field */
    record Taken(UUID id) {}

    /** Beside those that are there. */
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(path = "/materials/{key}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Attached attach(
            @PathVariable String number,
            @PathVariable String key,
            @RequestParam MultipartFile file,
            @RequestHeader(OnlineApi.CODE) String code,
            @RequestHeader(IdempotencyKey.HEADER) String idempotencyKey,
            HttpServletRequest request) {
        OpenedApplication opened = gate.open(number, code, request.getRemoteAddr());
        // Held only against the rule for keys: the content is what makes two files one.
        new IdempotencyKey(idempotencyKey);
        online.attach(opened, key, chosen(file), request.getRemoteAddr());
        return attached(opened, key);
    }

    /** It is deleted. */
    @DeleteMapping("/materials/{key}/files/{id}")
    Attached detach(
            @PathVariable String number,
            @PathVariable String key,
            @PathVariable UUID id,
            @RequestHeader(OnlineApi.CODE) String code,
            HttpServletRequest request) {
        OpenedApplication opened = gate.open(number, code, request.getRemoteAddr());
        online.detach(opened, key, id);
        return attached(opened, key);
    }

    /** For a field whose value is a file: what is answered is written into the form. */
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Taken> take(
            @PathVariable String number,
            @RequestParam MultipartFile file,
            @RequestHeader(OnlineApi.CODE) String code,
            @RequestHeader(IdempotencyKey.HEADER) String idempotencyKey,
            HttpServletRequest request) {
        OpenedApplication opened = gate.open(number, code, request.getRemoteAddr());
        new IdempotencyKey(idempotencyKey);
        UUID id = online.take(opened, chosen(file).get(0), request.getRemoteAddr());
        return ResponseEntity.created(URI.create(OnlineApi.PLACE + "/" + opened.number() + "/files/" + id))
                .body(new Taken(id));
    }

    /** Until a window has it. */
    @GetMapping("/files/{id}")
    ResponseEntity<InputStreamResource> read(
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(OnlineApi.CODE) String code,
            HttpServletRequest request) {
        return FileAnswer.of(online.file(gate.open(number, code, request.getRemoteAddr()), id));
    }

    private static List<Upload> chosen(MultipartFile file) {
        List<Upload> chosen =
                SentFile.chosen(List.of(file)).stream().map(SentFile::upload).toList();
        if (chosen.isEmpty()) {
            throw new Problem.InvalidInput("/file", "请附上文件，并写明文件名。");
        }
        return chosen;
    }

    private Attached attached(OpenedApplication opened, String key) {
        var kept = online.dossier(opened).application().materials().get(key);
        return new Attached(kept == null ? List.of() : kept.files());
    }
}
