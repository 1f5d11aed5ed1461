package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Edition;
import city.onewindow.catalog.EditionHistory;
import city.onewindow.catalog.EditionRecord;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.revision.PublishedRevision;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionLists;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The editions of the catalogue: when each was published, by whom, and which records it changed, with the way to what it changed of them. */
@Controller
@PreAuthorize(EditionPages.CALLERS)
class EditionPages {

    static final String CALLERS = "hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR', 'ADMINISTRATOR')";

    private static final int EDITIONS = 20;
    /** A revision changes one, and perhaps what follows it; an import may bring thousands. */
    private static final int FIRST = 5;

    private static final int RECORDS = 100;

    private final EditionHistory history;
    private final RevisionLists lists;
    private final Catalogs catalogs;
    private final Clock clock;

    EditionPages(EditionHistory history, RevisionLists lists, Catalogs catalogs, Clock clock) {
        this.history = history;
        this.lists = lists;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @GetMapping("/editions")
    String editions(Model model, @RequestParam(required = false) @Nullable Integer after, Actor actor) {
        Slice<Edition> slice = history.editions(EDITIONS, after);
        List<Integer> numbers = slice.items().stream().map(Edition::number).toList();
        Map<Integer, List<EditionRecord>> records = history.firstRecords(numbers, FIRST);
        Map<Integer, PublishedRevision> revisions = lists.publishedIn(numbers, actor);
        model.addAttribute(
                "editions",
                slice.items().stream()
                        .map(edition -> line(
                                edition,
                                revisions.get(edition.number()),
                                records.getOrDefault(edition.number(), List.of())))
                        .toList());
        return page(model, after, slice.next(), "catalog/editions");
    }

    /** All that one of them brought. */
    @GetMapping("/editions/{number}")
    String edition(
            Model model,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer after,
            Actor actor) {
        Slice<EditionRecord> slice = history.records(number, RECORDS, after);
        PublishedRevision revision = lists.publishedIn(List.of(number), actor).get(number);
        model.addAttribute("edition", line(history.edition(number), revision, slice.items()));
        return page(model, after, slice.next(), "catalog/edition");
    }

    private static String page(Model model, @Nullable Integer after, @Nullable String next, String view) {
        model.addAttribute("first", after == null);
        model.addAttribute("next", next);
        return view;
    }

    private EditionLine line(Edition edition, @Nullable PublishedRevision revision, List<EditionRecord> records) {
        return new EditionLine(
                edition.number(),
                DayWords.listed(edition.importedAt().atZoneSameInstant(clock.getZone())),
                Publisher.of(edition, revision),
                revision != null && revision.open() ? "/revisions/" + revision.id() : null,
                records.stream().map(this::brought).toList(),
                edition.added() + edition.changed() - records.size());
    }

    private EditionLine.Brought brought(EditionRecord record) {
        return new EditionLine.Brought(record.term(), record.name(), record.version(), changes(record));
    }

    private @Nullable String changes(EditionRecord record) {
        return Arrays.stream(Revision.Kind.values())
                .filter(kind -> kind.name().equals(record.kind()))
                .findFirst()
                .map(kind -> VersionPages.address(kind, nameNow(kind, record)) + "#version-" + record.version())
                .orElse(null);
    }

    /** A window is known by its code, and asked for by the name that it has now. */
    private String nameNow(Revision.Kind kind, EditionRecord record) {
        Window window = kind == Revision.Kind.WINDOW
                ? catalogs.current().content().windows().get(record.key())
                : null;
        return window == null ? record.name() : window.name();
    }
}
