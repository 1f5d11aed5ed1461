package city.onewindow.catalog;

import city.onewindow.audit.CodeNames;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The codes of the catalog's newest edition in words, for who reads the audit log. */
@Component
class CatalogCodes implements CodeNames {

    private static final int NAMES = 3;

    private final Catalogs catalogs;

    CatalogCodes(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    public Map<String, String> names(Set<String> codes) {
        Catalog catalog = catalogs.current();
        Map<String, String> names = materials(catalog, codes);
        codes.forEach(code -> name(catalog, code).ifPresent(name -> names.put(code, name)));
        return names;
    }

    /** Items that share a material may each have a name for it; the log doesn't say for which of them it was handed in. */
    private static Map<String, String> materials(Catalog catalog, Set<String> codes) {
        Map<String, Set<String>> called = new HashMap<>();
        catalog.items().stream()
                .flatMap(item -> item.materials().stream())
                .filter(material -> codes.contains(material.key()))
                .forEach(material -> called.computeIfAbsent(material.key(), key -> new LinkedHashSet<>())
                        .add(material.name()));
        Map<String, String> names = new HashMap<>();
        called.forEach((key, all) -> names.put(
                key, all.stream().limit(NAMES).collect(Collectors.joining("／")) + (all.size() > NAMES ? "等" : "")));
        return names;
    }

    private static Optional<String> name(Catalog catalog, String code) {
        return catalog.department(code)
                .map(Department::name)
                .or(() -> catalog.window(code).map(Window::name))
                .or(() -> catalog.oneThingByCode(code).map(OneThing::name))
                .or(() -> catalog.itemByCode(code).map(Item::name))
                .or(() -> catalog.element(code).map(DataElement::name));
    }
}
