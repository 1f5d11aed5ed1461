package city.onewindow.catalog;

import city.onewindow.audit.CodeNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The codes of the catalog's newest edition in words, for who reads the audit log. */
@Component
class CatalogCodes implements CodeNames {

    private final Catalogs catalogs;

    CatalogCodes(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    public Map<String, String> names(Set<String> codes) {
        Catalog catalog = catalogs.current();
        Map<String, String> names = new HashMap<>();
        for (Item item : catalog.items()) {
            item.materials().stream()
                    .filter(material -> codes.contains(material.key()))
                    .forEach(material -> names.put(material.key(), material.name()));
        }
        codes.forEach(code -> name(catalog, code).ifPresent(name -> names.put(code, name)));
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
