package city.onewindow.catalog;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The same choice with every answer in force written out, defaults too, so that a later default changes nothing. */
    public ErrandChoice answered(Errand errand) {
        return new ErrandChoice(oneThing, items, errand.answers());
    }

    /** @throws Problem.InvalidInput if nothing, both, or something unknown was picked */
    public Errand in(Catalog catalog) {
        if (oneThing != null && !items.isEmpty()) {
            throw new Problem.InvalidInput("/items", "请只选一样：一件事，或者若干事项。");
        }
        if (oneThing != null) {
            OneThing picked = catalog.oneThingByCode(oneThing)
                    .orElseThrow(() -> new Problem.InvalidInput("/oneThing", "没有代码为「" + oneThing + "」的一件事。"));
            return Errand.of(catalog, picked, answers);
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
        return Errand.of(catalog, picked, answers);
    }
}
