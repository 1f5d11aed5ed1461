package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.revision.RecordVersion;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionLists;
import java.time.Clock;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** How an item or a one-thing came to be what it is: every published version, and what each changed. */
@Controller
@PreAuthorize(RevisionPages.CALLERS)
class VersionPages {

    private final RevisionLists lists;
    private final Catalogs catalogs;
    private final Clock clock;

    VersionPages(RevisionLists lists, Catalogs catalogs, Clock clock) {
        this.lists = lists;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    static String address(Revision.Kind kind, String name) {
        return UriComponentsBuilder.fromPath("/revisions/versions")
                .queryParam("kind", kind)
                .queryParam("name", "{name}")
                .encode()
                .buildAndExpand(name)
                .toUriString();
    }

    @GetMapping("/revisions/versions")
    String versions(Model model, @RequestParam Revision.Kind kind, @RequestParam String name) {
        Content content = catalogs.current().content();
        List<VersionLine> lines = lists.versions(kind, name).stream()
                .map(version -> line(version, content))
                .toList();
        model.addAttribute("name", name);
        model.addAttribute("kind", kind.term());
        model.addAttribute("versions", lines);
        return "catalog/versions";
    }

    private VersionLine line(RecordVersion version, Content content) {
        return new VersionLine(
                version.number(),
                version.edition().number(),
                RevisionSheets.TIME.format(version.edition().importedAt().atZoneSameInstant(clock.getZone())),
                version.edition().importedBy(),
                version.revision() == null ? null : "/revisions/" + version.revision(),
                ChangeLine.of(version.changes(), content));
    }
}
