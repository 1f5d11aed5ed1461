package city.onewindow.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A one-thing of an item that is always there and two that answers take in.
 *
 * @param own what the first two items ask themselves, in part what the one-thing asks too
 * @param values what is filled in
 * @param more what is filled in afterwards
 */
record SituationTrial(
        List<Question> questions,
        List<Effect> effects,
        List<Situations> own,
        Map<String, String> answers,
        Map<String, String> values,
        Map<String, String> more,
        long seed) {

    static final List<String> FIELDS = List.of("kind", "area", "ac");

    private static final List<String> ANSWERS = List.of("a", "b");
    private static final List<Situations> NOBODY = List.of(Situations.NONE, Situations.NONE);
    private static final Map<String, List<String>> VALUES =
            Map.of("kind", List.of("x", "y"), "area", List.of("1", "2", "3"), "ac", List.of("yes", "no"));

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
                .asking("甲", own.get(0))
                .asking("乙", own.get(1))
                .build();
    }

    Errand errand(Map<String, String> filled) {
        Catalog catalog = catalog();
        return Errand.of(catalog, catalog.oneThings().iterator().next(), answers, filled);
    }

    /** The same, no item asking anything itself. */
    SituationTrial bare() {
        return new SituationTrial(questions, effects, NOBODY, answers, values, more, seed);
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
                "high",
                Map.of());
    }

    static Arbitrary<SituationTrial> any() {
        Arbitrary<Map<String, String>> answers = Arbitraries.maps(
                        Arbitraries.of("q1", "q2", "q3", "q4", "o1", "o2"), Arbitraries.of(ANSWERS))
                .ofMaxSize(6);
        Arbitrary<List<Situations>> own = Combinators.combine(own("q1", "o1", "甲", "甲二"), own("q2", "o2", "乙", "乙一"))
                .as((one, other) -> List.of(one, other));
        return Combinators.combine(
                        anyQuestions(), anyEffects(), own, answers, anyValues(), anyValues(), Arbitraries.longs())
                .as(SituationTrial::new);
    }

    /** Each may hang on those before it and on the form. */
    private static Arbitrary<List<Question>> anyQuestions() {
        return Combinators.combine(
                        condition(List.of()),
                        condition(List.of("q1")),
                        condition(List.of("q1", "q2")),
                        condition(List.of("q1", "q2", "q3")))
                .as((one, two, three, four) ->
                        List.of(question("q1", one), question("q2", two), question("q3", three), question("q4", four)));
    }

    /** Half of the items ask nothing; else a question that is the one-thing's too, and one of their own. */
    private static Arbitrary<Situations> own(String shared, String code, String item, String material) {
        Arbitrary<List<Effect>> effects = Combinators.combine(Arbitraries.of(shared, code), Arbitraries.of(ANSWERS))
                .as((question, answer) ->
                        new Effect(question, answer, Effect.Kind.REQUIRE_MATERIAL, item, material, ""))
                .list()
                .ofMaxSize(2);
        return Arbitraries.oneOf(
                Arbitraries.just(Situations.NONE),
                Combinators.combine(ownCondition(""), ownCondition(shared), effects)
                        .as((one, other, does) -> new Situations(
                                List.of(question(shared, one), question(code, other)), does, List.of(), null)));
    }

    /** Over fields that both items ask for without condition. */
    private static Arbitrary<Expression> ownCondition(String earlier) {
        List<Expression> some = new ArrayList<>(
                List.of(Expression.ALWAYS, Expression.parse("kind == 'x'"), Expression.parse("not (area >= 2)")));
        if (!earlier.isEmpty()) {
            some.add(Expression.parse(earlier + " == 'b'"));
        }
        return Arbitraries.of(some);
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

    private static Arbitrary<List<Effect>> anyEffects() {
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

    private static Arbitrary<Map<String, String>> anyValues() {
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
