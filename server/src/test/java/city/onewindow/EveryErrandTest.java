package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Stage;
import city.onewindow.catalog.TellingValues;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Walks every one-thing that is shipped through the API, from its guide to a closed case, under all answers that matter. */
class EveryErrandTest extends HouseTest {

    static Stream<String> oneThings() throws Exception {
        return ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content().oneThings().values().stream()
                .map(OneThing::name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneThings")
    @DisplayName("每一件事都能从指南办到出件")
    void walksToItsClose(String name) {
        Catalog catalog = catalogs.current();
        OneThing thing = catalog.oneThingNamed(name).orElseThrow();
        for (Map<String, String> answers : answersThatMatter(catalog, thing)) {
            Map<String, String> values = valuesThatAsk(catalog, thing, answers);
            if (!Errand.of(catalog, thing, answers, values).items().isEmpty()) {
                walk(catalog, thing, answers, values);
            }
        }
    }

    /** Its own, and those that its items ask themselves. */
    private static List<Question> questions(Catalog catalog, OneThing thing) {
        List<Question> questions = new ArrayList<>(thing.questions());
        thing.members().stream()
                .flatMap(member -> catalog.itemNamed(member.item()).orElseThrow().situations().questions().stream())
                .filter(own ->
                        questions.stream().noneMatch(asked -> asked.code().equals(own.code())))
                .forEach(questions::add);
        return questions;
    }

    /** What must stand in the form so that every question that is answered is asked; nothing for most. */
    private static Map<String, String> valuesThatAsk(Catalog catalog, OneThing thing, Map<String, String> answers) {
        return TellingValues.of(questions(catalog, thing), catalog.content().elements()).stream()
                .filter(values -> Errand.of(catalog, thing, answers, values)
                        .answers()
                        .keySet()
                        .containsAll(answers.keySet()))
                .findFirst()
                .orElse(Map.of());
    }

    /**
     * The defaults, and every other answer that changes items, materials or the form. Each differs in one answer from the defaults, or
     * in two where a question is shown only under another's answer.
     */
    private static List<Map<String, String>> answersThatMatter(Catalog catalog, OneThing thing) {
        Set<String> effective = Stream.concat(
                        Stream.concat(
                                        thing.effects().stream(),
                                        thing.members().stream()
                                                .flatMap(member -> catalog
                                                        .itemNamed(member.item())
                                                        .orElseThrow()
                                                        .situations()
                                                        .effects()
                                                        .stream()))
                                .map(Effect::question),
                        thing.members().stream()
                                .map(member -> catalog.itemNamed(member.item()).orElseThrow())
                                .flatMap(item -> item.fields().stream())
                                .flatMap(field -> field.condition().names().stream()))
                .collect(Collectors.toSet());
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (Question question : questions(catalog, thing)) {
            for (Option answer : question.answers()) {
                if (effective.contains(question.code()) && !answer.code().equals(question.defaultAnswer())) {
                    Map<String, String> answers = new LinkedHashMap<>(showing(thing, question));
                    answers.put(question.code(), answer.code());
                    all.add(answers);
                }
            }
        }
        return all;
    }

    private static Map<String, String> showing(OneThing thing, Question question) {
        Map<String, String> needed = new LinkedHashMap<>();
        for (Question earlier : thing.questions()) {
            if (question.shownWhen().names().contains(earlier.code())) {
                earlier.answers().stream()
                        .map(Option::code)
                        .filter(answer -> question.shownWhen().holds(with(needed, earlier.code(), answer)))
                        .findFirst()
                        .ifPresent(answer -> needed.put(earlier.code(), answer));
            }
        }
        return needed;
    }

    private static Map<String, String> with(Map<String, String> answers, String question, String answer) {
        Map<String, String> more = new LinkedHashMap<>(answers);
        more.put(question, answer);
        return more;
    }

    private void walk(Catalog catalog, OneThing thing, Map<String, String> answers, Map<String, String> values) {
        ErrandWalk walk = new ErrandWalk(port, catalog, thing, answers);
        JsonNode filled = walk.filled(values);
        assertThat(filled.get("gaps")).as(thing.name() + answers).isEmpty();
        catalog.stages()
                .of(thing)
                .ifPresent(stage -> walk.letIn(
                        catalog.element(Stage.PROJECT_CODE).orElseThrow().example()));
        JsonNode accepted = walk.api().post(walk.clerk(), walk.path() + "/acceptance", Map.of());

        List<String> items = walk.decideAll(filled);

        JsonNode handover = walk.api()
                .post(
                        "issuing",
                        "/api/cases/" + walk.number() + "/handovers",
                        Map.of(
                                "items",
                                items,
                                "taker",
                                Map.of("name", "张示例", "relation", "SELF", "idNumber", "410311199001010001")));
        assertThat(handover.get("items")).hasSize(items.size());
        JsonNode tracked = walk.api()
                .post(
                        "",
                        "/api/track",
                        Map.of(
                                "number",
                                walk.number(),
                                "queryCode",
                                accepted.get("queryCode").asString()));
        assertThat(tracked.get("closedAt").isNull()).as(thing.name() + answers).isFalse();
    }
}
