package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.revision.PublishedRevision;
import city.onewindow.catalog.revision.RecordVersion;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionLists;
import city.onewindow.frame.Bundles;
import city.onewindow.frame.Messages;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** How an item, a one-thing or a window came to be what it is: every published version, and what each changed. */
@Controller
@PreAuthorize(EditionPages.CALLERS)
class VersionPages {

    private final RevisionLists lists;
    private final Catalogs catalogs;
    private final Clock clock;
    /** What is said of the content is said in its language. */
    private final Messages texts;

    VersionPages(RevisionLists lists, Catalogs catalogs, Bundles bundles, Clock clock) {
        this.lists = lists;
        this.catalogs = catalogs;
        this.clock = clock;
        this.texts = bundles.in(Locale.CHINA);
    }

    static String address(Revision.Kind kind, String name) {
        return address("/revisions/versions", kind, name);
    }

    private static String address(String path, Revision.Kind kind, String name) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("kind", kind)
                .queryParam("name", "{name}")
                .encode()
                .buildAndExpand(name)
                .toUriString();
    }

    @GetMapping("/revisions/versions")
    String versions(Model model, @RequestParam Revision.Kind kind, @RequestParam String name, Actor actor) {
        CodeNames names = CodeNames.of(catalogs.current().content(), List.of());
        List<RecordVersion> versions = lists.versions(kind, name);
        Map<Integer, PublishedRevision> revisions = lists.publishedIn(
                versions.stream().map(version -> version.edition().number()).toList(), actor);
        List<VersionLine> lines = versions.stream()
                .map(version -> line(version, revisions.get(version.edition().number()), kind, name, names))
                .toList();
        model.addAttribute("name", name);
        model.addAttribute("kind", kind.term());
        model.addAttribute("versions", lines);
        return "catalog/versions";
    }

    /** What one of them said, whole: of the first, nothing else tells it. */
    @GetMapping("/revisions/versions/{number}")
    String version(Model model, @PathVariable int number, @RequestParam Revision.Kind kind, @RequestParam String name) {
        ContentRows rows = lists.version(kind, name, number);
        Content content = catalogs.current().content();
        CodeNames names = CodeNames.of(content, rows.of(Sections.QUESTIONS));
        model.addAttribute("name", name);
        model.addAttribute("number", number);
        model.addAttribute("versions", address(kind, name));
        model.addAttribute(
                "sections",
                Sections.of(kind, new Cells(new InWords(names, texts).of(rows.rows()), List.of(), content)));
        return "catalog/version";
    }

    private VersionLine line(
            RecordVersion version,
            @Nullable PublishedRevision revision,
            Revision.Kind kind,
            String name,
            CodeNames names) {
        return new VersionLine(
                version.number(),
                address("/revisions/versions/" + version.number(), kind, name),
                version.edition().number(),
                DayWords.listed(version.edition().importedAt().atZoneSameInstant(clock.getZone())),
                Publisher.of(version.edition(), revision),
                version.revision() != null && revision != null && revision.open()
                        ? "/revisions/" + version.revision()
                        : null,
                ChangeLine.of(version.changes(), names));
    }
}
