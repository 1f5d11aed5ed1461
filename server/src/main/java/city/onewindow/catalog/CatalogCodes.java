package city.onewindow.catalog;

import city.onewindow.audit.CodeNames;
import java.util.HashMap;
import java.util.Map;
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
            item.materials().forEach(material -> names.put(material.key(), material.name()));
        }
        catalog.content().elements().forEach((code, element) -> names.put(code, element.name()));
        catalog.items().forEach(item -> names.put(item.code(), item.name()));
        catalog.oneThings().forEach(oneThing -> names.put(oneThing.code(), oneThing.name()));
        catalog.windows().forEach(window -> names.put(window.code(), window.name()));
        catalog.departments().forEach(department -> names.put(department.code(), department.name()));
        names.keySet().retainAll(codes);
        return names;
    }
}
