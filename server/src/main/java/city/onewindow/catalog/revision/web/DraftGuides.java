package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.content.ContentFault;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.web.GuideView;
import city.onewindow.catalog.web.Guides;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
     * @throws Problem.NotFound of a window, which has none
     */
    GuideView whole(Revision revision, Draft draft, MultiValueMap<String, String> query, String path) {
        Catalog catalog = catalog(draft);
        return switch (revision.kind()) {
            case ITEM ->
                guides.ofDraft(catalog, catalog.itemNamed(revision.key()).orElseThrow(), query, path);
            case ONE_THING ->
                guides.ofDraft(catalog, catalog.oneThingNamed(revision.key()).orElseThrow(), query, path);
            case WINDOW -> throw new Problem.NotFound("窗口没有办事指南可以预览。请看这份修改的差别。");
        };
    }

    /**
     * What a one-thing comes to under some answers. A fault in a question stops nobody from seeing what the items come to, only what
     * the answers would; a fault in an effect leaves out that effect.
     *
     * @param rows of the one-thing, of which the draft was made
     * @param answers by code of the question; others have their defaults
     * @return null if the items themselves can't be read
     */
    @Nullable
    GuideView sketch(
            Revision revision,
            Map<String, List<Map<String, String>>> rows,
            Draft draft,
            MultiValueMap<String, String> answers) {
        Catalog catalog = catalog(draft);
        OneThing thing = catalog.oneThingNamed(revision.key()).orElse(null);
        Set<String> wrong = draft.faults().stream().map(ContentFault::file).collect(Collectors.toSet());
        if (thing == null || wrong.contains(Sections.MEMBERS)) {
            return null;
        }
        OneThing counted = wrong.contains(Sections.QUESTIONS)
                ? with(thing, List.of(), List.of())
                : with(thing, thing.questions(), counted(thing.effects(), rows, draft.faults()));
        return guides.ofDraft(catalog, counted, answers, "/revisions/" + revision.id());
    }

    /** Of two rows that say the same only one is at fault, and the effect is there. */
    private static List<Effect> counted(
            List<Effect> effects, Map<String, List<Map<String, String>>> rows, List<ContentFault> faults) {
        List<Map<String, String>> written = rows.getOrDefault(Sections.EFFECTS, List.of());
        Set<Integer> faulty = Cells.faulty(Sections.EFFECTS, faults);
        return effects.stream()
                .filter(effect -> IntStream.range(0, written.size())
                        .filter(row -> !faulty.contains(row))
                        .anyMatch(row -> isOf(written.get(row), effect)))
                .toList();
    }

    private static boolean isOf(Map<String, String> row, Effect effect) {
        String target = effect.material().isEmpty() ? effect.item() : effect.item() + "::" + effect.material();
        return effect.question().equals(row.get("question_code"))
                && effect.answer().equals(row.get("answer"))
                && target.equals(row.get("target"));
    }

    private static OneThing with(OneThing thing, List<Question> questions, List<Effect> effects) {
        return new OneThing(
                thing.code(),
                thing.name(),
                thing.window(),
                thing.audience(),
                thing.lifeEvent(),
                thing.members(),
                questions,
                effects);
    }

    private Catalog catalog(Draft draft) {
        return new Catalog(catalogs.current().edition(), draft.content(), Map.of());
    }
}
