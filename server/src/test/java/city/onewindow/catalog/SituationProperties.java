package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must be true of questions, whatever they hang on, however they are answered and the form is filled in. */
class SituationProperties {

    private static final List<String> ANSWERS = List.of("a", "b");
    private static final List<String> FIELDS = List.of("kind", "area", "ac");
    private static final Map<String, List<String>> VALUES =
            Map.of("kind", List.of("x", "y"), "area", List.of("1", "2", "3"), "ac", List.of("yes", "no"));

    /**
     * A one-thing of an item that is always there and two that answers take in.
     *
     * @param values what is filled in
     * @param more what is filled in afterwards
     */
    record Trial(
            List<Question> questions,
            List<Effect> effects,
            Map<String, String> answers,
            Map<String, String> values,
            Map<String, String> more,
            long seed) {

        Catalog catalog() {
            List<FieldUse> fields = List.of(
                    CatalogBuilder.field("kind", true, ""),
                    CatalogBuilder.field("area", true, ""),
                    CatalogBuilder.field("ac", false, ""),
                    CatalogBuilder.field("note", true, "q1 == 'a'"));
            return new CatalogBuilder()
                    .element("kind", FieldType.CHOICE, Constraint.NONE, option("x"), option("y"))
                    .element("area", FieldType.NUMBER, Constraint.NONE)
                    .element("ac", FieldType.BOOLEAN, Constraint.NONE, option("yes"), option("no"))
                    .element("note")
                    .item("甲", "甲证", fields, List.of(material("甲一", ""), material("甲二", "视情形")))
                    .item("乙", "乙证", fields.subList(0, 2), List.of(material("乙一", "视情形")))
                    .item("丙", "丙证", List.of(), List.of(material("丙一", "")))
                    .thing(
                            "事",
                            List.of(
                                    CatalogBuilder.member("甲", "甲证", false),
                                    CatalogBuilder.member("乙", "乙证", true),
                                    CatalogBuilder.member("丙", "丙证", true)),
                            questions,
                            effects)
                    .build();
        }

        Errand errand(Map<String, String> filled) {
            Catalog catalog = catalog();
            return Errand.of(catalog, catalog.oneThings().iterator().next(), answers, filled);
        }

        Map<String, String> later() {
            Map<String, String> later = new LinkedHashMap<>(more);
            later.putAll(values);
            return later;
        }

        /** The items put together by hand, in some order. */
        Errand together(Random order) {
            Catalog catalog = catalog();
            List<Item> items = new ArrayList<>(catalog.items());
            Collections.shuffle(items, order);
            return Errand.of(catalog, new LinkedHashSet<>(items), answers, values);
        }
    }

    private static Option option(String code) {
        return new Option(code, code);
    }

    private static Material material(String name, String condition) {
        return new Material(
                name,
                name,
                Requirement.REQUIRED,
                MaterialForm.COPY,
                1,
                "申请人自备",
                "",
                "",
                List.of("清晰"),
                "某法第二条",
                condition,
                "high");
    }

    private static List<String> codes(Errand errand) {
        return errand.questions().stream().map(Question::code).toList();
    }

    @Property(tries = 500)
    void whatIsFilledInNeverTakesAQuestionBack(@ForAll("trials") Trial trial) {
        Errand before = trial.errand(trial.values());
        Errand after = trial.errand(trial.later());
        assertThat(codes(after)).containsAll(codes(before));
        assertThat(after.answers()).containsAllEntriesOf(before.answers());
    }

    @Property(tries = 500)
    void aFullFormLeavesNoQuestionWaiting(@ForAll("trials") Trial trial) {
        Map<String, String> full = new LinkedHashMap<>(Map.of("kind", "x", "area", "2", "ac", "no"));
        full.putAll(trial.values());
        assertThat(trial.errand(full).waiting()).isEmpty();
        assertThat(codes(trial.errand(full)))
                .as("each question once, as it stands")
                .isEqualTo(trial.questions().stream()
                        .filter(question -> shown(question, trial.errand(full).answers(), full))
                        .map(Question::code)
                        .toList());
    }

    private static boolean shown(Question question, Map<String, String> answers, Map<String, String> values) {
        Map<String, String> known = new LinkedHashMap<>(values);
        known.putAll(answers);
        return question.shownWhen().holds(known);
    }

    @Property(tries = 500)
    void whatQuestionsHangOnIsOnTheFormWhateverIsAnswered(@ForAll("trials") Trial trial) {
        Catalog catalog = trial.catalog();
        Errand errand = trial.errand(trial.values());
        Merge merge = Merge.of(catalog, errand);
        FormValues values = new FormValues(trial.values(), Map.of());
        for (String field : FIELDS) {
            assertThat(merge.field(field)).hasValueSatisfying(one -> {
                assertThat(one.isAsked()).isTrue();
                assertThat(one.shownWhen()).isEqualTo(Expression.ALWAYS);
            });
        }
        FormValues counting = new FormCheck(catalog, merge).applicable(values);
        assertThat(trial.errand(counting.texts())).as("nothing goes round").isEqualTo(errand);
    }

    @Property(tries = 500)
    void nothingThatTheAnswersAskForIsMissing(@ForAll("trials") Trial trial) {
        Errand errand = trial.errand(trial.values());
        Merge merge = Merge.of(trial.catalog(), errand);
        Set<String> items = errand.items().stream().map(CaseItem::name).collect(Collectors.toSet());
        Set<String> wanted = errand.items().stream()
                .flatMap(item -> item.item().materials().stream())
                .filter(material -> material.condition().isEmpty())
                .map(Material::key)
                .collect(Collectors.toSet());
        for (Effect effect : trial.effects()) {
            if (effect.answer().equals(errand.answers().get(effect.question()))) {
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
    void theOrderOfItemsDoesNotMatter(@ForAll("trials") Trial trial) {
        assertThat(trial.together(new Random(trial.seed()))).isEqualTo(trial.together(new Random(trial.seed() + 1)));
    }

    @Property(tries = 300)
    void onlyWhatDecidesMakesAnotherErrand(@ForAll("trials") Trial trial) {
        Catalog catalog = trial.catalog();
        Map<String, String> form = new LinkedHashMap<>(trial.values());
        form.put("note", "随便写");
        ErrandChoice choice = new ErrandChoice("事", List.of(), trial.answers());
        Map<String, String> deciding = choice.deciding(catalog, new FormValues(form, Map.of()));
        assertThat(deciding).doesNotContainKey("note");
        assertThat(choice.in(catalog, deciding)).isEqualTo(choice.in(catalog, form));
    }

    @Provide
    Arbitrary<Trial> trials() {
        Arbitrary<Map<String, String>> answers = Arbitraries.maps(
                        Arbitraries.of("q1", "q2", "q3", "q4"), Arbitraries.of(ANSWERS))
                .ofMaxSize(4);
        return Combinators.combine(questions(), effects(), answers, values(), values(), Arbitraries.longs())
                .as(Trial::new);
    }

    /** Each may hang on those before it and on the form. */
    private static Arbitrary<List<Question>> questions() {
        return Combinators.combine(
                        condition(List.of()),
                        condition(List.of("q1")),
                        condition(List.of("q1", "q2")),
                        condition(List.of("q1", "q2", "q3")))
                .as((one, two, three, four) ->
                        List.of(question("q1", one), question("q2", two), question("q3", three), question("q4", four)));
    }

    private static Question question(String code, Expression shownWhen) {
        Question plain = CatalogBuilder.question(code, "", "a", "b");
        return new Question(code, 10, code, code, plain.answers(), "a", shownWhen, null);
    }

    private static Arbitrary<Expression> condition(List<String> earlier) {
        List<Expression> leaves = new ArrayList<>(List.of(
                Expression.parse("kind == 'x'"),
                Expression.parse("area >= 2"),
                Expression.parse("area < 3"),
                Expression.parse("ac == 'yes'")));
        earlier.forEach(code -> leaves.add(Expression.parse(code + " == 'b'")));
        Arbitrary<Expression> leaf = Arbitraries.of(leaves);
        Arbitrary<Expression> maybeNot = Combinators.combine(leaf, Arbitraries.of(true, false))
                .as((one, not) -> not ? new Expression.Not(one) : one);
        return Arbitraries.oneOf(
                Arbitraries.just(Expression.ALWAYS),
                maybeNot,
                maybeNot.list().ofSize(2).map(Expression.And::new),
                maybeNot.list().ofSize(2).map(Expression.Or::new));
    }

    private static Arbitrary<List<Effect>> effects() {
        Arbitrary<String[]> does = Arbitraries.of(
                new String[] {"INCLUDE_ITEM", "乙", ""},
                new String[] {"INCLUDE_ITEM", "丙", ""},
                new String[] {"REQUIRE_MATERIAL", "甲", "甲二"},
                new String[] {"REQUIRE_MATERIAL", "乙", "乙一"});
        return Combinators.combine(Arbitraries.of("q1", "q2", "q3", "q4"), Arbitraries.of(ANSWERS), does)
                .as((question, answer, what) ->
                        new Effect(question, answer, Effect.Kind.valueOf(what[0]), what[1], what[2], ""))
                .list()
                .ofMaxSize(6);
    }

    private static Arbitrary<Map<String, String>> values() {
        return Arbitraries.subsetOf(FIELDS).flatMap(fields -> {
            Arbitrary<Map<String, String>> all = Arbitraries.just(Map.of());
            for (String field : fields) {
                all = Combinators.combine(all, Arbitraries.of(VALUES.getOrDefault(field, List.of())))
                        .as((before, value) -> {
                            Map<String, String> more = new LinkedHashMap<>(before);
                            more.put(field, value);
                            return more;
                        });
            }
            return all;
        });
    }
}
