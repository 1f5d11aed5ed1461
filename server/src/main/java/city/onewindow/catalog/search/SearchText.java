package city.onewindow.catalog.search;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What search knows of a one-thing or an item.
 *
 * @param english its name in English; empty if it has none
 * @param called what it is called, to be compared with what was typed
 * @param results what comes out of it
 * @param items names of a one-thing's items, empty for an item
 * @param materials names of what must be shown
 * @param authorities names of departments and windows
 * @param marks what it may be picked by, see {@link SearchFilter}
 */
record SearchText(
        SearchHit.Kind kind,
        String code,
        String name,
        String english,
        PinyinName pinyin,
        Called called,
        List<String> results,
        List<String> items,
        List<String> materials,
        List<String> authorities,
        Set<String> marks) {

    /** Whether it, what comes out of it or one of its items is called so. */
    boolean names(String word) {
        return Stream.of(List.of(name), results, items).flatMap(List::stream).anyMatch(named -> named.contains(word));
    }

    /** The channels (办理形式) by which one can apply from home. */
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
        String english = catalog.english(oneThing.name()).orElse("");
        return new SearchText(
                SearchHit.Kind.ONE_THING,
                oneThing.code(),
                oneThing.name(),
                english,
                new PinyinName(oneThing.name()),
                Called.of(oneThing.name(), english, List.of()),
                inBoth(oneThing.members().stream().map(member -> member.terms().result()), catalog),
                items.stream().map(Item::name).toList(),
                items.stream()
                        .flatMap(item -> materials(item).stream())
                        .distinct()
                        .toList(),
                authorities.stream().distinct().toList(),
                marks(oneThing, items));
    }

    /** A one-thing is done online, or at once, if all that must be done of it is. */
    private static Set<String> marks(OneThing oneThing, List<Item> items) {
        Set<String> marks = new LinkedHashSet<>();
        marks.add(SearchFilter.mark(oneThing.audience()));
        items.forEach(item -> marks.add(SearchFilter.department(item.department())));
        List<Member> must = oneThing.members().stream()
                .filter(Predicate.not(Member::optional))
                .toList();
        Set<String> obligatory = must.stream().map(Member::item).collect(Collectors.toSet());
        if (!must.isEmpty()
                && items.stream()
                        .filter(item -> obligatory.contains(item.name()))
                        .allMatch(SearchText::isOnline)) {
            marks.add(SearchFilter.ONLINE);
        }
        if (!must.isEmpty() && must.stream().allMatch(member -> isOnTheSpot(member.terms()))) {
            marks.add(SearchFilter.ON_THE_SPOT);
        }
        return marks;
    }

    private static Set<String> marks(Item item) {
        Set<String> marks = new LinkedHashSet<>();
        marks.add(SearchFilter.department(item.department()));
        List<String> serves = item.particulars().serves();
        // Of whom it serves nothing may have been said; then it is kept from nobody.
        if (serves.isEmpty() || serves.contains("自然人")) {
            marks.add(SearchFilter.mark(Audience.PERSON));
        }
        if (serves.stream().anyMatch(served -> !served.equals("自然人")) || serves.isEmpty()) {
            marks.add(SearchFilter.mark(Audience.ENTERPRISE));
        }
        if (isOnline(item)) {
            marks.add(SearchFilter.ONLINE);
        }
        if (isOnTheSpot(item.terms())) {
            marks.add(SearchFilter.ON_THE_SPOT);
        }
        return marks;
    }

    private static boolean isOnline(Item item) {
        Integer visits = item.particulars().visits();
        return item.particulars().takesOnline() && (visits == null || visits == 0);
    }

    private static boolean isOnTheSpot(Terms terms) {
        return terms.kind() == CaseKind.ON_THE_SPOT;
    }

    private static SearchText of(Item item, Catalog catalog) {
        String english = catalog.english(item.name()).orElse("");
        List<String> results = inBoth(Stream.of(item.terms().result()), catalog);
        return new SearchText(
                SearchHit.Kind.ITEM,
                item.code(),
                item.name(),
                english,
                new PinyinName(item.name()),
                Called.of(item.name(), english, results),
                results,
                List.of(),
                materials(item),
                authorities(item, catalog),
                marks(item));
    }

    /** In Chinese, then in English those that are translated. */
    private static List<String> inBoth(Stream<String> results, Catalog catalog) {
        List<String> chinese = results.distinct().toList();
        return Stream.concat(
                        chinese.stream(), chinese.stream().map(catalog::english).flatMap(Optional::stream))
                .toList();
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

    /** Every text is its own: to go through all that it says, for each comparison of a search, would cost the search its time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    SearchHit hit(String why) {
        return new SearchHit(kind, code, name, why);
    }
}
