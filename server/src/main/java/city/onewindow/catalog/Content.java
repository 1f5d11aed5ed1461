package city.onewindow.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What content files hold, in the order of the files: departments, windows, elements and regions by code, everything
 * else by name (synonyms by their word, translations by the Chinese, stages by their one-thing).
 */
public record Content(
        Map<String, Department> departments,
        Map<String, Window> windows,
        Map<String, DataElement> elements,
        Map<String, Item> items,
        Map<String, OneThing> oneThings,
        Map<String, Region> regions,
        Map<String, CodeSet> codeSets,
        Map<String, LifeEvent> lifeEvents,
        Map<String, Synonym> synonyms,
        Map<String, Law> laws,
        Map<String, Translation> translations,
        Map<String, Stage> stages) {

    public static final Content EMPTY = new Content(
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
            Map.of(), Map.of());

    public Content {
        departments = ordered(departments);
        windows = ordered(windows);
        elements = ordered(elements);
        items = ordered(items);
        oneThings = ordered(oneThings);
        regions = ordered(regions);
        codeSets = ordered(codeSets);
        lifeEvents = ordered(lifeEvents);
        synonyms = ordered(synonyms);
        laws = ordered(laws);
        translations = ordered(translations);
        stages = ordered(stages);
    }

    public Content withItems(Map<String, Item> others) {
        return new Content(
                departments,
                windows,
                elements,
                others,
                oneThings,
                regions,
                codeSets,
                lifeEvents,
                synonyms,
                laws,
                translations,
                stages);
    }

    /** As pages and documents call it; the code itself if there is no such department (any more). */
    public String departmentName(String code) {
        Department department = departments.get(code);
        return department == null ? code : department.name();
    }

    /** As pages and documents call it; the code itself if there is no such window (any more). */
    public String windowName(String code) {
        Window window = windows.get(code);
        return window == null ? code : window.name();
    }

    public Optional<Window> windowNamed(String name) {
        return windows.values().stream()
                .filter(window -> window.name().equals(name))
                .findFirst();
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
