package city.onewindow.catalog.wording.web;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.Wording;
import city.onewindow.notice.WordingVersion;
import city.onewindow.notice.Wordings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs. */
@RestController
@RequestMapping("/api/wordings")
@PreAuthorize("hasRole('MANAGER')")
@Tag(name = "wordings", description = "文书用语: what official documents say")
class WordingsApi {

    private final Wordings wordings;
    private final Documents documents;

    WordingsApi(Wordings wordings, Documents documents) {
        this.wordings = wordings;
        this.documents = documents;
    }

    /**
     * What a document says.
     *
     * @param code of the document, as in addresses
     * @param version that holds
     * @param places what the text may name in braces
     * @param needed what it may not lack
     */
    record Version(
            String code,
            String title,
            int version,
            String text,
            String reason,
            String publishedBy,
            LocalDateTime publishedAt,
            List<String> places,
            List<String> needed) {

        static Version of(WordingVersion it) {
            return new Version(
                    it.document().code(),
                    it.document().title(),
                    it.version(),
                    it.text(),
                    it.reason(),
                    it.publishedBy(),
                    it.publishedAt(),
                    it.document().places().stream()
                            .map(place -> "{" + place.term() + "}")
                            .toList(),
                    it.document().needed());
        }
    }

    /** @param version that the author had before him */
    record NewVersion(
            @Nullable String text,
            @Nullable String reason,
            @Nullable Integer version) {}

    /** A text to be looked at. */
    record Sample(@Nullable String text) {}

    @Operation(summary = "What each document says")
    @GetMapping
    List<Version> all() {
        return Arrays.stream(WordedDocument.values())
                .map(wordings::current)
                .flatMap(Optional::stream)
                .map(Version::of)
                .toList();
    }

    @Operation(summary = "Every version of a document's wording, newest first")
    @GetMapping("/{code}")
    List<Version> versions(@PathVariable String code) {
        return wordings.versions(WordingPages.document(code)).stream()
                .map(Version::of)
                .toList();
    }

    @Operation(
            summary = "Publish a wording; the same again changes nothing",
            description = "Documents that are issued from then on say it; what was issued stays.")
    @PutMapping("/{code}")
    Version publish(@PathVariable String code, @RequestBody NewVersion body, Actor actor) {
        WordedDocument document = WordingPages.document(code);
        if (body.version() == null) {
            throw new Problem.InvalidInput("/version", "请写明修改所依据的版本，如 1。");
        }
        return Version.of(wordings.publish(
                document,
                Objects.requireNonNullElse(body.text(), ""),
                Objects.requireNonNullElse(body.reason(), ""),
                body.version(),
                actor));
    }

    @Operation(summary = "A sample of a document as the text would make it; nothing is kept")
    @PostMapping(path = "/{code}/sample", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> sample(@PathVariable String code, @RequestBody Sample body) {
        Wording wording = Wording.of(WordingPages.document(code), Objects.requireNonNullElse(body.text(), ""));
        Problem.InvalidInput.refuse(WordingPages.textFaults(wording));
        return PrintAnswer.of(
                wording.document().title() + "-样张",
                Format.PDF,
                documents.sample(wording).pdf());
    }
}
