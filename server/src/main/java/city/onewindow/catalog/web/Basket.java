package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The items picked to be done together, and those to pick from.
 *
 * @param picked in the order in which they were picked
 * @param groups what the words let through, without the picked ones
 * @param words by which the list was narrowed; empty for all
 */
public record Basket(List<Item> picked, List<ItemsView.Group> groups, String words) {

    /** Codes that mean nothing are left out: an old address still shows what is left of it. */
    static Basket of(Catalog catalog, List<String> codes, String words) {
        List<Item> picked = codes.stream()
                .distinct()
                .map(catalog::itemByCode)
                .flatMap(Optional::stream)
                .toList();
        List<ItemsView.Group> groups = ItemsView.of(catalog, words, "", 1, Integer.MAX_VALUE).groups().stream()
                .map(group -> new ItemsView.Group(
                        group.department(),
                        group.items().stream()
                                .filter(item -> !picked.contains(item))
                                .toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
        return new Basket(picked, groups, words);
    }

    List<String> codes() {
        return picked.stream().map(Item::code).toList();
    }

    /** The address of the basket with one item taken out. */
    public String without(Item item) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/merge");
        picked.stream().filter(it -> !it.equals(item)).forEach(it -> address.queryParam("item", it.code()));
        return address.build().encode().toUriString();
    }
}
