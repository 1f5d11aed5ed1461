package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.content.ContentFault;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.web.GuideView;
import city.onewindow.catalog.web.Guides;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The guides of drafts: whole ones for the preview, and what can be made out of one that is being written. */
@Component
class DraftGuides {

    private final Catalogs catalogs;
    private final Guides guides;

    DraftGuides(Catalogs catalogs, Guides guides) {
        this.catalogs = catalogs;
        this.guides = guides;
    }

    /**
     * @param draft without a fault
     * @param path of the page that shows it
     */
    GuideView whole(Revision revision, Draft draft, MultiValueMap<String, String> query, String path) {
        Catalog catalog = catalog(draft);
        return revision.kind() == Revision.Kind.ITEM
                ? guides.ofDraft(catalog, catalog.itemNamed(revision.key()).orElseThrow(), query, path)
                : guides.ofDraft(catalog, catalog.oneThingNamed(revision.key()).orElseThrow(), query, path);
    }

    /**
     * What a one-thing comes to under some answers. A fault in a question stops nobody from seeing what the items come to, only what
     * the answers would.
     *
     * @param answers by code of the question; others have their defaults
     * @return null if the items themselves can't be read
     */
    @Nullable
    GuideView sketch(Revision revision, Draft draft, MultiValueMap<String, String> answers) {
        Catalog catalog = catalog(draft);
        OneThing thing = catalog.oneThingNamed(revision.key()).orElse(null);
        Set<String> wrong = draft.faults().stream().map(ContentFault::file).collect(Collectors.toSet());
        if (thing == null || wrong.contains(Sections.MEMBERS)) {
            return null;
        }
        boolean asked = !wrong.contains(Sections.QUESTIONS) && !wrong.contains(Sections.EFFECTS);
        return guides.ofDraft(catalog, asked ? thing : unasked(thing), answers, "/revisions/" + revision.id());
    }

    private static OneThing unasked(OneThing thing) {
        return new OneThing(
                thing.code(),
                thing.name(),
                thing.window(),
                thing.audience(),
                thing.lifeEvent(),
                thing.members(),
                List.of(),
                List.of());
    }

    private Catalog catalog(Draft draft) {
        return new Catalog(catalogs.current().edition(), draft.content(), Map.of());
    }
}
