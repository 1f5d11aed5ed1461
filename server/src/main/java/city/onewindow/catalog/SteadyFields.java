package city.onewindow.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields that are on a form whatever is answered. Questions may hang on their values: no answer ever takes such a field off
 * the form again, so an errand is a function of its selection, its answers and these values, with no circle in it.
 */
public final class SteadyFields {

    private SteadyFields() {}

    /** Codes of the elements that these items ask for without condition, and themselves. */
    public static Set<String> of(Collection<Item> items, Map<String, DataElement> elements) {
        Set<String> steady = new TreeSet<>();
        items.stream()
                .flatMap(item -> item.fields().stream())
                .filter(use -> use.condition().equals(Expression.ALWAYS) && !use.comesFromEarlierItem())
                .map(use -> elements.get(use.element()))
                .filter(Objects::nonNull)
                .filter(element -> element.type().mayDecide())
                .forEach(element -> steady.add(element.code()));
        return steady;
    }

    /** Of the items that are in a one-thing's case under all answers. */
    public static Set<String> of(OneThing thing, Content content) {
        List<Item> always = thing.members().stream()
                .filter(member -> !member.optional())
                .filter(member -> thing.effects().stream()
                        .noneMatch(effect -> effect.kind() == Effect.Kind.EXCLUDE_ITEM
                                && effect.item().equals(member.item())))
                .map(member -> content.items().get(member.item()))
                .filter(Objects::nonNull)
                .toList();
        return of(always, content.elements());
    }
}
