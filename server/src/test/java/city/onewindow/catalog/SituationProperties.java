package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must be true of questions, whatever they hang on, however they are answered and the form is filled in. */
class SituationProperties {

    private static List<String> codes(Errand errand) {
        return errand.questions().stream().map(Question::code).toList();
    }

    @Property(tries = 500)
    void whatIsFilledInNeverTakesAQuestionBack(@ForAll("trials") SituationTrial trial) {
        Errand before = trial.errand(trial.values());
        Errand after = trial.errand(trial.later());
        assertThat(codes(after)).containsAll(codes(before));
        assertThat(after.answers()).containsAllEntriesOf(before.answers());
    }

    @Property(tries = 500)
    void aFullFormLeavesNoQuestionWaiting(@ForAll("trials") SituationTrial trial) {
        Map<String, String> full = new LinkedHashMap<>(Map.of("kind", "x", "area", "2", "ac", "no"));
        full.putAll(trial.values());
        Errand errand = trial.errand(full);
        assertThat(errand.waiting()).isEmpty();
        assertThat(codes(errand)).as("each question once").doesNotHaveDuplicates();
        Errand bare = trial.bare().errand(full);
        assertThat(codes(bare))
                .as("what the one-thing asks, as it stands")
                .isEqualTo(trial.questions().stream()
                        .filter(question -> shown(question, bare.answers(), full))
                        .map(Question::code)
                        .toList());
        assertThat(codes(errand).subList(0, codes(bare).size())).isEqualTo(codes(bare));
        errand.items().stream()
                .flatMap(item -> item.item().situations().questions().stream())
                .filter(question -> shown(question, errand.answers(), full))
                .forEach(question -> assertThat(codes(errand)).contains(question.code()));
    }

    @Property(tries = 300)
    void anItemAloneAsksItsOwn(@ForAll("trials") SituationTrial trial) {
        Catalog catalog = trial.catalog();
        Item item = catalog.itemNamed("甲").orElseThrow();
        Errand alone = Errand.of(catalog, Set.of(item), trial.answers(), trial.values());
        Errand within = trial.errand(trial.values());
        assertThat(codes(alone)).doesNotHaveDuplicates();
        for (Effect effect : item.situations().effects()) {
            if (effect.answer().equals(alone.answers().get(effect.question()))) {
                assertThat(Merge.of(catalog, alone).material(effect.material())).isPresent();
            }
            if (effect.answer().equals(within.answers().get(effect.question()))) {
                assertThat(Merge.of(catalog, within).material(effect.material()))
                        .as("in a one-thing no less than alone")
                        .isPresent();
            }
        }
    }

    private static boolean shown(Question question, Map<String, String> answers, Map<String, String> values) {
        Map<String, String> known = new LinkedHashMap<>(values);
        known.putAll(answers);
        return question.shownWhen().holds(known);
    }

    @Property(tries = 500)
    void whatQuestionsHangOnIsOnTheFormWhateverIsAnswered(@ForAll("trials") SituationTrial trial) {
        Catalog catalog = trial.catalog();
        Errand errand = trial.errand(trial.values());
        Merge merge = Merge.of(catalog, errand);
        FormValues values = new FormValues(trial.values(), Map.of());
        for (String field : SituationTrial.FIELDS) {
            assertThat(merge.field(field)).hasValueSatisfying(one -> {
                assertThat(one.isAsked()).isTrue();
                assertThat(one.shownWhen()).isEqualTo(Expression.ALWAYS);
            });
        }
        FormValues counting = new FormCheck(catalog, merge).applicable(values);
        assertThat(trial.errand(counting.texts())).as("nothing goes round").isEqualTo(errand);
    }

    @Property(tries = 500)
    void nothingThatTheAnswersAskForIsMissing(@ForAll("trials") SituationTrial trial) {
        Errand errand = trial.errand(trial.values());
        Merge merge = Merge.of(trial.catalog(), errand);
        Set<String> items = errand.items().stream().map(CaseItem::name).collect(Collectors.toSet());
        Set<String> wanted = errand.items().stream()
                .flatMap(item -> item.item().materials().stream())
                .filter(material -> material.condition().isEmpty())
                .map(Material::key)
                .collect(Collectors.toSet());
        Map<String, String> answers = trial.bare().errand(trial.values()).answers();
        errand.items().stream()
                .flatMap(item -> item.item().situations().effects().stream())
                .filter(effect -> effect.isFiredBy(errand.answers()))
                .forEach(effect -> wanted.add(effect.material()));
        for (Effect effect : trial.effects()) {
            if (effect.isFiredBy(answers)) {
                if (effect.kind() == Effect.Kind.INCLUDE_ITEM) {
                    assertThat(items).contains(effect.item());
                } else if (items.contains(effect.item())) {
                    wanted.add(effect.material());
                }
            }
        }
        assertThat(items).contains("甲");
        assertThat(merge.materials()).extracting(MergedMaterial::key).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(merge.fields()).extracting(field -> field.element().code()).doesNotHaveDuplicates();
        assertThat(merge.field("note").isPresent())
                .isEqualTo("a".equals(errand.answers().get("q1")));
    }

    @Property(tries = 300)
    void theOrderOfItemsDoesNotMatter(@ForAll("trials") SituationTrial trial) {
        assertThat(trial.together(new Random(trial.seed()))).isEqualTo(trial.together(new Random(trial.seed() + 1)));
    }

    @Property(tries = 300)
    void onlyWhatDecidesMakesAnotherErrand(@ForAll("trials") SituationTrial trial) {
        Catalog catalog = trial.catalog();
        Map<String, String> form = new LinkedHashMap<>(trial.values());
        form.put("note", "随便写");
        ErrandChoice choice = new ErrandChoice("事", List.of(), trial.answers());
        Map<String, String> deciding = choice.deciding(catalog, new FormValues(form, Map.of()));
        assertThat(deciding).doesNotContainKey("note");
        assertThat(choice.in(catalog, deciding)).isEqualTo(choice.in(catalog, form));
    }

    @Provide
    Arbitrary<SituationTrial> trials() {
        return SituationTrial.any();
    }
}
