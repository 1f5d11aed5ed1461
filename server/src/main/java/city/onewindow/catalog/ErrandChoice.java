package city.onewindow.catalog;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was picked: a one-thing, or items.
 *
 * @param oneThing code; null if items were picked
 * @param items codes; empty if a one-thing was picked
 * @param answers by question code; what is left out takes the question's default
 */
public record ErrandChoice(@Nullable String oneThing, List<String> items, Map<String, String> answers) {

    public ErrandChoice {
        items = List.copyOf(items);
        answers = Map.copyOf(answers);
    }

    /** What a call states, parts of which may be left out; a null among the items is one that nobody knows. */
    public static ErrandChoice stated(
            @Nullable String oneThing,
            @Nullable List<@Nullable String> items,
            @Nullable Map<String, @Nullable String> answers) {
        List<String> picked = new ArrayList<>();
        if (items != null) {
            items.forEach(item -> picked.add(item == null ? "" : item));
        }
        Map<String, String> said = new LinkedHashMap<>();
        if (answers != null) {
            answers.forEach((question, answer) -> {
                if (answer != null) {
                    said.put(question, answer);
                }
            });
        }
        return new ErrandChoice(oneThing, picked, said);
    }

    /**
     * The same choice with every answer in force written out, defaults too, so that a later default changes nothing. Of a question
     * that waits for the form only an answer that was given: nobody has seen its default yet.
     */
    public ErrandChoice answered(Errand errand) {
        Map<String, String> said = new LinkedHashMap<>(errand.answers());
        errand.waiting().stream()
                .map(waiting -> waiting.question().code())
                .filter(answers::containsKey)
                .forEach(code -> said.put(code, answers.getOrDefault(code, "")));
        return new ErrandChoice(oneThing, items, said);
    }

    /** The same choice with other answers laid over. */
    public ErrandChoice with(Map<String, String> more) {
        Map<String, String> said = new LinkedHashMap<>(answers);
        said.putAll(more);
        return new ErrandChoice(oneThing, items, said);
    }

    /** Of what the form says that on which questions of this choice may hang: nothing else of it makes another errand. */
    public Map<String, String> deciding(Catalog catalog, FormValues form) {
        Map<String, String> deciding = new TreeMap<>(form.texts());
        deciding.keySet()
                .retainAll(asking(catalog)
                        .flatMap(question -> question.shownWhen().names().stream())
                        .collect(Collectors.toSet()));
        return deciding;
    }

    /** Every question that may be asked. */
    private Stream<Question> asking(Catalog catalog) {
        if (oneThing != null) {
            return catalog.oneThingByCode(oneThing).stream()
                    .flatMap(thing -> Stream.concat(
                            thing.questions().stream(),
                            thing.members().stream()
                                    .flatMap(member -> catalog.itemNamed(member.item()).stream())
                                    .flatMap(item -> item.situations().questions().stream())));
        }
        List<Item> picked = items.stream()
                .flatMap(code -> catalog.itemByCode(code).stream())
                .toList();
        Set<String> names = picked.stream().map(Item::name).collect(Collectors.toSet());
        return Stream.concat(
                picked.stream().flatMap(item -> item.situations().questions().stream()),
                catalog.oneThings().stream()
                        .filter(thing -> thing.members().stream().anyMatch(member -> names.contains(member.item())))
                        .flatMap(thing -> thing.questions().stream()));
    }

    /** Of an errand of whose form nothing is filled in. */
    public Errand in(Catalog catalog) {
        return in(catalog, Map.of());
    }

    /**
     * @param values of the form, by code of the element
     * @throws Problem.InvalidInput if nothing, both, or something unknown was picked
     */
    public Errand in(Catalog catalog, Map<String, String> values) {
        if (oneThing != null && !items.isEmpty()) {
            throw new Problem.InvalidInput("/items", "请只选一样：一件事，或者若干事项。");
        }
        if (oneThing != null) {
            OneThing picked = catalog.oneThingByCode(oneThing)
                    .orElseThrow(() -> new Problem.InvalidInput("/oneThing", "没有代码为「" + oneThing + "」的一件事。"));
            return Errand.of(catalog, picked, answers, values);
        }
        Set<Item> picked = new LinkedHashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            String code = items.get(at);
            String pointer = "/items/" + at;
            catalog.itemByCode(code)
                    .ifPresentOrElse(picked::add, () -> faults.add(new Fault(pointer, "没有代码为「" + code + "」的事项。")));
        }
        Problem.InvalidInput.refuse(faults);
        return Errand.of(catalog, picked, answers, values);
    }
}
