package city.onewindow.intake.web;

import city.onewindow.catalog.Constraint;
import city.onewindow.frame.SentFile;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.material.FileAnswer;
import city.onewindow.material.Files;
import city.onewindow.material.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files as they come in and go out over HTTP; always those of one application. */
@Component
class Uploads {

    private final Files files;

    Uploads(Files files) {
        this.files = files;
    }

    /** What a file chooser offers where the form says nothing else. */
    static String accept() {
        return Files.RULES.endings().replace("、", ",");
    }

    static String accept(Constraint limits) {
        return limits.fileTypes().isEmpty()
                ? accept()
                : limits.fileTypes().stream().map(type -> "." + type).collect(Collectors.joining(","));
    }

    StoredFile keep(SentFile file, String number, Actor actor, IdempotencyKey key) {
        return files.keep(file.upload(), number, actor.account(), key);
    }

    /**
     * Those that were chosen; a browser sends an empty one where none was.
     *
     * @return their ids
     */
    List<UUID> take(@Nullable List<MultipartFile> sent, String number, Actor actor) {
        return SentFile.chosen(sent).stream()
                .map(file -> take(file, number, actor))
                .toList();
    }

    UUID take(SentFile file, String number, Actor actor) {
        IdempotencyKey once = new IdempotencyKey(UUID.randomUUID().toString());
        return UUID.fromString(keep(file, number, actor, once).id());
    }

    /** Names by id. */
    Map<String, String> namesOf(String number) {
        return files.bySubject(number).stream()
                .collect(Collectors.toMap(StoredFile::id, StoredFile::name, (one, same) -> one));
    }

    /** @throws Problem.NotFound if the application has no such file */
    ResponseEntity<InputStreamResource> open(String number, String id, Actor actor) {
        return FileAnswer.of(files.open(id, number, actor.account()));
    }
}
