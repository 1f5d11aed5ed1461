package city.onewindow.catalog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a one-thing, or an item alone, comes out under some answers as a {@link SituationExample} says. Pure. */
public final class ExampleCheck {

    private static final String NOT = "!";

    private final Catalog catalog;
    private final Situation situation;
    private final SituationExample example;
    private final BiConsumer<String, String> report;

    private ExampleCheck(
            Catalog catalog, Situation situation, SituationExample example, BiConsumer<String, String> report) {
        this.catalog = catalog;
        this.situation = situation;
        this.example = example;
        this.report = report;
    }

    /**
     * What an example is about.
     *
     * @param own how messages call it
     * @param alone whether it is an item: then nothing else is to be done, and nobody needs to write it down
     * @param questions that may be asked
     * @param items that may be in it
     * @param errand of answers and values of the form
     */
    private record Situation(
            String own,
            boolean alone,
            List<Question> questions,
            List<Item> items,
            BiFunction<Map<String, String>, Map<String, String>, Errand> errand) {}

    /** @param report takes each difference: the part of the example, as its column is called, and what came out */
    public static void check(
            Catalog catalog, OneThing thing, SituationExample example, BiConsumer<String, String> report) {
        List<Item> items = thing.members().stream()
                .flatMap(member -> catalog.itemNamed(member.item()).stream())
                .toList();
        Situation situation = new Situation(
                "本一件事各事项",
                false,
                Stream.concat(
                                thing.questions().stream(),
                                items.stream().flatMap(item -> item.situations().questions().stream()))
                        .toList(),
                items,
                (answers, values) -> Errand.of(catalog, thing, answers, values));
        new ExampleCheck(catalog, situation, example, report).check();
    }

    /** Of an item alone. */
    public static void check(Catalog catalog, Item item, SituationExample example, BiConsumer<String, String> report) {
        List<Question> borrowed = catalog.oneThings().stream()
                .filter(thing -> thing.members().stream()
                        .anyMatch(member -> member.item().equals(item.name())))
                .flatMap(thing -> thing.questions().stream())
                .toList();
        Situation situation = new Situation(
                "本事项",
                true,
                Stream.concat(item.situations().questions().stream(), borrowed.stream())
                        .toList(),
                List.of(item),
                (answers, values) -> Errand.of(catalog, Set.of(item), answers, values));
        new ExampleCheck(catalog, situation, example, report).check();
    }

    private void check() {
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        example.given().forEach((name, value) -> {
            Optional<Question> question = question(name);
            if (question.isEmpty()) {
                texts.put(name, value);
            } else if (isAnswer(question.get(), value)) {
                answers.put(name, value);
            }
        });
        Errand errand = situation.errand().apply(answers, texts);
        answers.keySet().stream()
                .filter(name -> !errand.answers().containsKey(name))
                .forEach(name -> report.accept("given_answers", "这样回答不会问“" + name + "”，可填：会问到的问题"));
        items(errand);
        Merge merge = Merge.of(catalog, errand);
        materials(merge);
        fields(merge, texts);
    }

    private Optional<Question> question(String code) {
        return situation.questions().stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }

    private boolean isAnswer(Question question, String value) {
        List<String> codes = question.answers().stream().map(Option::code).toList();
        if (!codes.contains(value)) {
            report.accept(
                    "given_answers", "问题“" + question.code() + "”没有答案“" + value + "”，可填：" + String.join("、", codes));
        }
        return codes.contains(value);
    }

    private void items(Errand errand) {
        if (situation.alone() && example.items().isEmpty()) {
            return;
        }
        Set<String> out = errand.items().stream().map(CaseItem::name).collect(Collectors.toCollection(TreeSet::new));
        if (!out.equals(new TreeSet<>(example.items()))) {
            report.accept(
                    "expected_items",
                    "这样回答要办的事项是“" + String.join("|", out) + "”，样例写的是“" + String.join("|", example.items())
                            + "”，应改规则或改样例");
        }
    }

    /** Materials of equal keys are one, whichever item's name for it the example uses. */
    private void materials(Merge merge) {
        Set<String> keys = merge.materials().stream()
                .map(MergedMaterial::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> out = new TreeSet<>(keys);
        Set<String> any = new TreeSet<>();
        situation.items().stream().flatMap(item -> item.materials().stream()).forEach(material -> {
            any.addAll(List.of(material.key(), material.name()));
            if (keys.contains(material.key())) {
                out.add(material.name());
            }
        });
        String came = "这样回答的一套材料是“" + String.join("|", keys) + "”";
        for (String material : example.materials()) {
            compare("expected_materials", material, out, any, situation.own() + "的 shared_key 或材料名称", came);
        }
    }

    private void fields(Merge merge, Map<String, String> texts) {
        FormCheck form = new FormCheck(catalog, merge);
        FormValues values = new FormValues(texts, Map.of());
        form.faults(values).forEach(fault -> report.accept("given_answers", fault.message() + "应改这个值，或改样例"));
        Map<String, String> known = form.known(values);
        Set<String> out = merge.fields().stream()
                .filter(MergedField::isAsked)
                .filter(field -> field.shownWhen().holds(known))
                .map(field -> field.element().code())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        texts.keySet().stream()
                .filter(code -> merge.field(code).isPresent() && !out.contains(code))
                .forEach(code -> report.accept("given_answers", "这样回答表上不显示“" + code + "”，可填：表上显示的数据元"));
        Set<String> any = new TreeSet<>();
        situation.items().stream().flatMap(item -> item.fields().stream()).forEach(field -> any.add(field.element()));
        for (String field : example.fields()) {
            compare("expected_fields", field, out, any, situation.own() + "的数据元", "这样回答的一张表有 " + out.size() + " 栏");
        }
    }

    /**
     * @param expected with {@code !} before it if it must not come out
     * @param any what can come out at all, so that a slip of the pen behind a {@code !} is seen
     */
    private void compare(
            String column, String expected, Set<String> out, Set<String> any, String allowed, String came) {
        boolean wanted = !expected.startsWith(NOT);
        String name = wanted ? expected : expected.substring(NOT.length());
        if (!any.contains(name)) {
            report.accept(column, "没有“" + name + "”，可填：" + allowed);
        } else if (out.contains(name) != wanted) {
            report.accept(
                    column,
                    (wanted ? "没有要“" + name + "”，样例写的是要" : "要了“" + name + "”，样例写的是不要") + "；" + came + "，应改规则或改样例");
        }
    }
}
