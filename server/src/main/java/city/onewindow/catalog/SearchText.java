package city.onewindow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What search knows of a one-thing or an item.
 *
 * @param results what comes out of it
 * @param items names of a one-thing's items, empty for an item
 * @param materials names of what must be shown
 * @param authorities names of departments and windows
 */
record SearchText(
        SearchHit.Kind kind,
        String code,
        String name,
        PinyinName pinyin,
        List<String> results,
        List<String> items,
        List<String> materials,
        List<String> authorities) {

    static List<SearchText> all(Catalog catalog) {
        List<SearchText> texts = new ArrayList<>();
        catalog.oneThings().forEach(oneThing -> texts.add(of(oneThing, catalog)));
        catalog.items().forEach(item -> texts.add(of(item, catalog)));
        return texts;
    }

    private static SearchText of(OneThing oneThing, Catalog catalog) {
        List<Item> items = oneThing.members().stream()
                .map(member -> catalog.itemNamed(member.item()))
                .flatMap(Optional::stream)
                .toList();
        List<String> authorities = new ArrayList<>(items.stream()
                .flatMap(item -> authorities(item, catalog).stream())
                .toList());
        authorities.add(oneThing.lifeEvent());
        return new SearchText(
                SearchHit.Kind.ONE_THING,
                oneThing.code(),
                oneThing.name(),
                new PinyinName(oneThing.name()),
                oneThing.members().stream()
                        .map(member -> member.terms().result())
                        .toList(),
                items.stream().map(Item::name).toList(),
                items.stream()
                        .flatMap(item -> materials(item).stream())
                        .distinct()
                        .toList(),
                authorities.stream().distinct().toList());
    }

    private static SearchText of(Item item, Catalog catalog) {
        return new SearchText(
                SearchHit.Kind.ITEM,
                item.code(),
                item.name(),
                new PinyinName(item.name()),
                List.of(item.terms().result()),
                List.of(),
                materials(item),
                authorities(item, catalog));
    }

    private static List<String> materials(Item item) {
        return item.materials().stream().map(Material::name).toList();
    }

    private static List<String> authorities(Item item, Catalog catalog) {
        List<String> names = new ArrayList<>();
        catalog.department(item.department()).ifPresent(department -> {
            names.add(department.name());
            names.add(department.shortName());
        });
        catalog.window(item.homeWindow()).ifPresent(window -> names.add(window.name()));
        return names;
    }

    SearchHit hit(String why) {
        return new SearchHit(kind, code, name, why);
    }
}
