package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.SearchHit;
import city.onewindow.frame.Choice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Narrows what was found to one department.
 *
 * @param department code; empty: any
 */
record SearchFilter(String department) {

    List<SearchHit> of(List<SearchHit> hits, Catalog catalog) {
        return department.isEmpty()
                ? hits
                : hits.stream()
                        .filter(hit -> departments(hit, catalog).contains(department))
                        .toList();
    }

    /** The departments of what was found, by name; none if there is nothing to choose. */
    static List<Choice> choices(List<SearchHit> hits, Catalog catalog, String chosen) {
        Set<String> codes = hits.stream()
                .flatMap(hit -> departments(hit, catalog).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return codes.size() < 2 && chosen.isEmpty()
                ? List.of()
                : codes.stream()
                        .map(catalog::department)
                        .flatMap(Optional::stream)
                        .map(department -> new Choice(department.code(), department.name()))
                        .toList();
    }

    /** Of an item the one that decides; of a one-thing all that have an item in it. */
    private static Set<String> departments(SearchHit hit, Catalog catalog) {
        Stream<Item> items = hit.kind() == SearchHit.Kind.ITEM
                ? catalog.itemByCode(hit.code()).stream()
                : catalog.oneThingByCode(hit.code()).map(OneThing::members).orElse(List.of()).stream()
                        .map(member -> catalog.itemNamed(member.item()))
                        .flatMap(Optional::stream);
        return items.map(Item::department).collect(Collectors.toSet());
    }
}
