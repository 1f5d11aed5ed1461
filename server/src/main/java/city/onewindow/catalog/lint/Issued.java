package city.onewindow.catalog.lint;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.DocumentName;
import city.onewindow.catalog.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The documents that departments of this city issue: the results of all the items that can be applied for. */
final class Issued {

    private record Result(DocumentName document, Item item) {}

    private final Map<String, List<Result>> byName = new HashMap<>();

    private Issued(Stream<Item> items) {
        items.filter(Item::isOffered)
                .forEach(item -> DocumentName.inResult(item.terms().result())
                        .forEach(document -> byName.computeIfAbsent(document.name(), name -> new ArrayList<>())
                                .add(new Result(document, item))));
    }

    static Issued all(Content content) {
        return new Issued(content.items().values().stream());
    }

    /** Those that one item may ask for. */
    static Issued asked(Content content, Item asking) {
        List<String> names = asking.materials().stream()
                .map(material -> DocumentName.of(material.name()).name())
                .toList();
        return new Issued(content.items().values().stream()
                .filter(item -> names.stream().anyMatch(item.terms().result()::contains)));
    }

    /** The item, other than the one that asks for it, whose result the material is. */
    Optional<Item> by(String material, Item asking) {
        DocumentName wanted = DocumentName.of(material);
        return byName.getOrDefault(wanted.name(), List.of()).stream()
                .filter(result -> result.document().isThe(wanted))
                .map(Result::item)
                .filter(item -> !item.name().equals(asking.name()))
                .findFirst();
    }
}
