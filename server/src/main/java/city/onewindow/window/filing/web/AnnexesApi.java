package city.onewindow.window.filing.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.SentFile;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.CheckedRow;
import city.onewindow.window.filing.Difference;
import city.onewindow.window.filing.Differences;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.FilingUploads;
import city.onewindow.window.filing.Filings;
import city.onewindow.window.filing.FilledAnnexes;
import city.onewindow.window.filing.RowState;
import city.onewindow.window.filing.Target;
import city.onewindow.window.web.Workbooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Annexes 1–3 over HTTP, for departments' own tools and the centre's: the same use cases as the pages. */
@RestController
@RequestMapping("/api/annexes")
@PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')")
@Tag(name = "annexes", description = "附件 1–3 的报送")
class AnnexesApi {

    private final Filings filings;
    private final FilingUploads uploads;
    private final Differences differences;
    private final FilledAnnexes filled;
    private final Catalogs catalogs;

    AnnexesApi(
            Filings filings, FilingUploads uploads, Differences differences, FilledAnnexes filled, Catalogs catalogs) {
        this.filings = filings;
        this.uploads = uploads;
        this.differences = differences;
        this.filled = filled;
        this.catalogs = catalogs;
    }

    /** @param remark what is to be changed, and why */
    record Returning(@Nullable String remark) {}

    @Operation(summary = "The whole list of tables that the plan asks the caller's department for")
    @GetMapping("/targets")
    List<Target> targets(Actor actor) {
        return Target.all(catalogs.current()).stream()
                .filter(target -> target.isUploadedBy(actor))
                .toList();
    }

    @Operation(
            summary = "A table to fill in, as an .xlsx workbook",
            description =
                    "Filled in from the catalog and from what its department filed last; behind annex 3 the lists that are"
                            + " read out of it.")
    @GetMapping("/targets/{annex}/{code}")
    ResponseEntity<byte[]> workbook(@PathVariable Annex annex, @PathVariable String code, Actor actor) {
        Target target = filled.find(annex, code, actor);
        return Workbooks.answer("附件" + annex.number() + "-" + target.name(), filled.workbook(target, actor));
    }

    @Operation(summary = "What was handed in, newest first: a department's own, all for the centre and the auditors")
    @GetMapping
    Slice<Filing> list(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after,
            Actor actor) {
        return filings.list(after, Slice.size(size), actor);
    }

    @Operation(
            summary = "Hand in a filled-in workbook: it is read and checked; nothing is filed yet",
            description =
                    "Answers the preview with what is wrong at which cell. Of a file that is still being read after 20"
                            + " seconds the status is READING: ask for it again. A file that can't be taken as a whole is refused.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER')")
    ResponseEntity<FilingPreview> upload(
            @RequestParam Annex annex,
            @RequestParam String code,
            @RequestParam MultipartFile file,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        IdempotencyKey once = new IdempotencyKey(key);
        SentFile sent = new SentFile(file);
        Filing filing = uploads.preview(annex, code, sent.name(), sent.spooled(), once, actor);
        return ResponseEntity.created(URI.create("/api/annexes/" + filing.id())).body(preview(filing, actor));
    }

    private FilingPreview preview(Filing filing, Actor actor) {
        return FilingPreview.of(
                filing,
                filings.rows(filing.id(), RowState.WRONG, 1, FilingPreview.ROWS, actor),
                filings.rows(filing.id(), RowState.NEW, 1, FilingPreview.ROWS, actor),
                catalogs.current());
    }

    @GetMapping("/{id}")
    FilingPreview show(@PathVariable long id, Actor actor) {
        return preview(filings.get(id, actor), actor);
    }

    @Operation(summary = "The rows as they were handed in, with what is wrong and what the catalog says otherwise")
    @GetMapping("/{id}/rows")
    Slice<PreviewRow> rows(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable RowState state,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Integer after,
            Actor actor) {
        Filing filing = filings.get(id, actor);
        Slice<CheckedRow> rows = filings.rows(id, state, after, Slice.size(size), actor);
        return rows.map(row -> PreviewRow.of(row, filing, catalogs.current()));
    }

    @Operation(summary = "The table as it was handed in, with a comment in each wrong cell")
    @GetMapping("/{id}/annotated")
    ResponseEntity<byte[]> annotated(@PathVariable long id, Actor actor) {
        return Workbooks.answer("批注副本-" + filings.get(id, actor).title(), filings.annotated(id, actor));
    }

    /** By the department itself, whoever uploaded it. What it changes of the department's items becomes revisions. */
    @Operation(summary = "File what was read; again, it answers with the same filing")
    @PostMapping("/{id}/confirmation")
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT')")
    Filing confirm(@PathVariable long id, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        held(key);
        return filings.file(id, actor);
    }

    @Operation(summary = "Give up what was read")
    @DeleteMapping("/{id}")
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER')")
    Filing drop(@PathVariable long id, Actor actor) {
        return filings.drop(id, actor);
    }

    @Operation(summary = "Accept what was filed")
    @PostMapping("/{id}/acceptance")
    @PreAuthorize("hasRole('MANAGER')")
    Filing accept(@PathVariable long id, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        held(key);
        return filings.accept(id, actor);
    }

    @Operation(
            summary = "Return what was filed, with the reason",
            description =
                    "The revisions that it began are withdrawn with it, unless somebody has edited them or agreed to them since.")
    @PostMapping("/{id}/return")
    @PreAuthorize("hasRole('MANAGER')")
    Filing giveBack(
            @PathVariable long id,
            @RequestBody Returning body,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        held(key);
        return filings.giveBack(id, Objects.requireNonNullElse(body.remark(), ""), actor);
    }

    @Operation(
            summary =
                    "Where windows' lists (annex 3) of the last round differ from what the caller's department says of its"
                            + " items: the whole list")
    @GetMapping("/differences")
    List<Difference> differences(Actor actor) {
        return differences.concerning(actor);
    }

    /** Held only against the rule for keys: the filing's number is what makes two of such acts one. */
    private static void held(String key) {
        new IdempotencyKey(key);
    }
}
