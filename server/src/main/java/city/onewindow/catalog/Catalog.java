package city.onewindow.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the centre offers, as one edition states it: immutable, so that a case reads the edition it was accepted
 * under for as long as it runs.
 */
public final class Catalog {

    private final int edition;
    private final Map<String, Department> departments;
    private final Map<String, Window> windows;
    private final Map<String, DataElement> elements;
    private final Map<String, Item> items;
    private final Map<String, OneThing> oneThings;

    /** Departments, windows and elements by code; items and one-things by name. */
    public Catalog(
            int edition,
            Map<String, Department> departments,
            Map<String, Window> windows,
            Map<String, DataElement> elements,
            Map<String, Item> items,
            Map<String, OneThing> oneThings) {
        this.edition = edition;
        this.departments = departments;
        this.windows = windows;
        this.elements = elements;
        this.items = items;
        this.oneThings = oneThings;
    }

    public int edition() {
        return edition;
    }

    public Collection<Item> items() {
        return items.values();
    }

    public Collection<OneThing> oneThings() {
        return oneThings.values();
    }

    public Collection<Window> windows() {
        return windows.values();
    }

    public Collection<Department> departments() {
        return departments.values();
    }

    public Optional<Item> itemNamed(String name) {
        return Optional.ofNullable(items.get(name));
    }

    public Optional<OneThing> oneThingNamed(String name) {
        return Optional.ofNullable(oneThings.get(name));
    }

    public Optional<DataElement> element(String code) {
        return Optional.ofNullable(elements.get(code));
    }

    public Optional<Department> department(String code) {
        return Optional.ofNullable(departments.get(code));
    }

    public Optional<Window> window(String code) {
        return Optional.ofNullable(windows.get(code));
    }
}
