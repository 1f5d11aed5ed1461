package city.onewindow.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 样例: what must come out of a one-thing under some answers, written down by who leads it. {@link ExampleCheck} compares.
 *
 * @param given answers by question, and values of the form by data element; a question that isn't named has its default
 * @param items names of all the items that must be in the case; empty if nothing is to be done
 * @param materials shared keys or names that the merged set must have; with {@code !} before them, must not have
 * @param fields codes of data elements that the merged form must show, or with {@code !} must not
 */
public record SituationExample(
        Map<String, String> given, List<String> items, List<String> materials, List<String> fields, String note) {

    public SituationExample {
        given = Collections.unmodifiableMap(new TreeMap<>(given));
        items = List.copyOf(items);
        materials = List.copyOf(materials);
        fields = List.copyOf(fields);
    }
}
