package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("内容记录存成 JSON")
class ContentJsonProperties {

    @Property(tries = 200)
    @Label("数据元读回来与写下去的相同，再写一遍字字相同")
    void elements(@ForAll("dataElements") DataElement element) {
        String json = ContentJson.write(element);
        DataElement read = ContentJson.read(json, DataElement.class);
        assertThat(read).isEqualTo(element);
        assertThat(ContentJson.write(read)).isEqualTo(json);
    }

    @Property(tries = 200)
    @Label("事项读回来与写下去的相同")
    void items(@ForAll("items") Item item) {
        assertThat(ContentJson.read(ContentJson.write(item), Item.class)).isEqualTo(item);
    }

    @Property(tries = 200)
    @Label("一件事读回来与写下去的相同")
    void oneThings(@ForAll("oneThings") OneThing oneThing) {
        assertThat(ContentJson.read(ContentJson.write(oneThing), OneThing.class))
                .isEqualTo(oneThing);
    }

    @Example
    @Label("以前导入的目录没有写哪些列可空：都要填")
    void editionsFromBeforeColumnsCouldBeOptional() {
        String today = ContentJson.write(Constraint.NONE);
        String before = today.replace("\"optionalColumns\":[],", "");
        assertThat(before).isNotEqualTo(today);
        assertThat(ContentJson.read(before, Constraint.class)).isEqualTo(Constraint.NONE);
    }

    @Example
    @Label("没有写明未进驻理由和办理环节的，写下去的和以前一样，不算新的一版")
    void particularsFromBeforeAnItemCouldStayOutside() {
        String json = ContentJson.write(Particulars.NONE);
        assertThat(json).doesNotContain("outsideReason", "chain", "resultSample", "remedies", "commonQuestions");
        assertThat(ContentJson.write(ContentJson.read(json, Particulars.class))).isEqualTo(json);
        Particulars three = ContentJson.read(json.replaceFirst("\\{", "{\"chain\":\"THREE\","), Particulars.class);
        assertThat(three.chain()).isEqualTo(Chain.THREE);
        assertThat(ContentJson.read(ContentJson.write(three), Particulars.class))
                .isEqualTo(three);
    }

    @Provide
    Arbitrary<DataElement> dataElements() {
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals().ofScale(2).injectNull(0.3);
        Arbitrary<Integer> wholes = Arbitraries.integers().between(0, 1000).injectNull(0.5);
        Arbitrary<Constraint> constraints = Combinators.combine(
                        numbers, numbers, wholes, texts(), conditions(), words())
                .as((min, max, len, regex, when, columns) -> new Constraint(
                        min,
                        max,
                        len,
                        len,
                        "元",
                        regex,
                        "gb11643",
                        when,
                        columns,
                        columns,
                        1,
                        columns,
                        len,
                        len,
                        null,
                        "city",
                        min == null ? null : Constraint.When.PAST,
                        "since",
                        min));
        return Combinators.combine(texts(), Arbitraries.of(FieldType.class), constraints, options())
                .as((text, type, constraint, options) -> new DataElement(
                        "code", text, text, text, type, constraint, options, "none", text, "", Sensitivity.PERSONAL));
    }

    @Provide
    Arbitrary<Item> items() {
        Arbitrary<Material> materials = Combinators.combine(texts(), Arbitraries.of(Requirement.class), words())
                .as((text, requirement, points) -> new Material(
                        "KEY",
                        text,
                        requirement,
                        MaterialForm.COPY,
                        1,
                        "其他",
                        text,
                        text,
                        points,
                        text,
                        text,
                        "low",
                        Map.of()));
        Arbitrary<FieldUse> fields = Combinators.combine(texts(), conditions())
                .as((text, condition) -> new FieldUse("element", true, condition, 10, text));
        return Combinators.combine(
                        texts(),
                        terms(),
                        materials.list().ofMaxSize(4),
                        fields.list().ofMaxSize(4))
                .as((text, terms, material, field) -> new Item(
                        "code",
                        text,
                        "dep",
                        "win",
                        terms,
                        text,
                        material,
                        field,
                        "high",
                        Particulars.NONE,
                        Situations.NONE));
    }

    @Provide
    Arbitrary<OneThing> oneThings() {
        Arbitrary<Member> members = Combinators.combine(texts(), words(), terms())
                .as((text, after, terms) -> new Member(text, after, 3, true, text, terms));
        Arbitrary<Question> questions = Combinators.combine(texts(), options(), conditions(), texts().injectNull(0.5))
                .as((text, options, shown, fills) -> new Question("q_a", 10, text, text, options, "yes", shown, fills));
        Arbitrary<Effect> effects = Combinators.combine(texts(), Arbitraries.of(Effect.Kind.class))
                .as((text, kind) -> new Effect("q_a", "yes", kind, text, text, text));
        Arbitrary<SituationExample> examples = Combinators.combine(
                        Arbitraries.maps(Arbitraries.of("q_a", "q_b", "area"), texts())
                                .ofMaxSize(2),
                        words(),
                        texts())
                .as((given, words, text) -> new SituationExample(given, words, words, List.of("!" + text), text));
        return Combinators.combine(
                        texts(),
                        members.list().ofMaxSize(3),
                        questions.list().ofMaxSize(3),
                        effects.list().ofMaxSize(3),
                        examples.list().ofMaxSize(2))
                .as((text, member, question, effect, example) -> new OneThing(
                        "code", text, "win", Audience.PERSON, text, member, question, effect, Status.OFFERED, example));
    }

    private static Arbitrary<Terms> terms() {
        Arbitrary<TimeLimit> limits = Combinators.combine(
                        Arbitraries.integers().between(0, 400), Arbitraries.of(DayUnit.class))
                .as((halves, unit) -> new TimeLimit(BigDecimal.valueOf(halves).divide(BigDecimal.valueOf(2)), unit));
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(CaseKind.class),
                        limits.injectNull(0.3),
                        limits,
                        Arbitraries.of(true, false))
                .as((text, kind, statutory, promised, numbered) ->
                        new Terms(text, kind, text, statutory, promised, text, text, numbered, text, text));
    }

    private static Arbitrary<Expression> conditions() {
        return Arbitraries.oneOf(Arbitraries.just(Expression.ALWAYS), ExpressionTest.expressions(2))
                .map(expression -> Expression.parse(expression.text()));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("一件事 \"\\\n,|;'é😀".toCharArray())
                .ofMaxLength(20);
    }

    private static Arbitrary<List<String>> words() {
        return texts().list().ofMaxSize(3);
    }

    private static Arbitrary<List<Option>> options() {
        return texts().map(text -> new Option("yes", text)).list().ofMaxSize(3);
    }
}
