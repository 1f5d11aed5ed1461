package city.onewindow.catalog.search;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Synonym;
import city.onewindow.catalog.search.SearchIndex.Finds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The one-things and items of one edition, ready to be searched. */
public final class CatalogIndex {

    /** Fewer letters are the beginning of too many words. */
    private static final int HEARD = 3;
    /** So few characters sound like many things, which is still better than nothing. */
    private static final int HARDLY_HEARD = 2;
    /** Beside an everyday word, fewer characters are the rest of it: of 死亡证明 a proof. */
    private static final int TELLING = 3;
    /** No name has so many characters. */
    private static final int LONGEST_NAME = 1_000;

    private final Collection<Synonym> synonyms;
    private final Map<Synonym, PinyinName> sounds = new LinkedHashMap<>();
    /** Many items give the same. */
    private final Map<String, PinyinName> results = new LinkedHashMap<>();

    private final List<SearchText> texts;
    private final SearchIndex index;

    public CatalogIndex(Catalog catalog) {
        synonyms = catalog.content().synonyms().values();
        synonyms.forEach(synonym -> sounds.put(synonym, new PinyinName(synonym.word())));
        texts = SearchText.all(catalog);
        texts.forEach(text -> text.results().forEach(result -> results.computeIfAbsent(result, PinyinName::new)));
        index = new SearchIndex(texts);
    }

    /**
     * The best finds: one-things before items, unless an item is called so and no one-thing has it in its name. What only has a material of that
     * name is a find only if there is no other. Whatever is typed is fine; from what has no word in it nothing is found.
     *
     * @param limit at least 1
     */
    public SearchResult search(String typed, SearchFilter filter, int limit) {
        Sought written = Sought.of(typed, synonyms);
        if (written.isEmpty()) {
            return SearchResult.NOTHING;
        }
        List<Synonym> missing = missing(written);
        List<String> elsewhere =
                missing.stream().map(Synonym::elsewhere).distinct().toList();
        if (!missing.isEmpty() && missing.equals(written.synonyms())) {
            return beside(Sought.of(without(written.words().get(0), missing), synonyms), filter, limit, elsewhere);
        }
        Sought sought = written.meaning(spelled(written.letters()));
        List<SearchText> spelled = byPinyin(sought.letters());
        Searched searched = search(sought, spelled.isEmpty(), filter);
        List<SearchHit> all = best(spelled, searched.finds.all(), searched.sought, limit);
        if (filter.isNone()) {
            return new SearchResult(all, all, elsewhere);
        }
        List<SearchHit> kept = best(filter.of(spelled), searched.finds.kept(), searched.sought, limit);
        // A filter takes away, it doesn't bring in.
        boolean isNew = SearchHit.areInMaterialsOnly(kept) && !SearchHit.areInMaterialsOnly(all);
        return new SearchResult(isNew ? List.of() : kept, all, elsewhere);
    }

    /** What has the other words that were typed; what is only written nearly so would mislead whoever has to go somewhere else. */
    private SearchResult beside(Sought others, SearchFilter filter, int limit, List<String> elsewhere) {
        if (others.words().stream().noneMatch(word -> !word.contains(" ") && word.length() >= TELLING)) {
            return new SearchResult(List.of(), List.of(), elsewhere);
        }
        Finds finds = index.find(others, filter);
        List<SearchHit> all = best(List.of(), finds.all(), others, limit);
        return new SearchResult(filter.isNone() ? all : best(List.of(), finds.kept(), others, limit), all, elsewhere);
    }

    private static String without(String plain, List<Synonym> words) {
        String left = plain;
        for (Synonym word : words) {
            left = left.replace(word.word().toLowerCase(Locale.ROOT), " ");
        }
        return left;
    }

    /** The everyday words with which people go somewhere else, as long as nothing in this catalog is called so or gives it. */
    private List<Synonym> missing(Sought sought) {
        return sought.synonyms().stream()
                .filter(synonym -> !synonym.elsewhere().isEmpty())
                .filter(synonym -> Stream.concat(Stream.of(synonym.word()), synonym.meanings().stream())
                        .noneMatch(word -> texts.stream().anyMatch(text -> text.names(word))))
                .toList();
    }

    /** @param sought as it was read for that */
    private record Searched(Sought sought, Finds finds) {}

    /**
     * What has the words, or those that an everyday word means; only where nothing has them, what sounds so, is written nearly so or
     * has a part of them.
     *
     * @param anyway whether that is better than nothing
     */
    private Searched search(Sought sought, boolean anyway, SearchFilter filter) {
        Finds literally = index.find(sought, filter);
        if (!literally.isNothing() || !anyway) {
            return new Searched(sought, literally);
        }
        PinyinName typed = new PinyinName(sought.words().get(0));
        Sought heard = sought.meaning(soundingAs(typed));
        return Stream.<Supplier<Finds>>of(
                        () -> heard.equals(sought) ? Finds.NONE : index.find(heard, filter),
                        () -> index.findBySound(typed, HEARD, filter),
                        () -> nearlyOrLoosely(sought, filter),
                        () -> index.findBySound(typed, HARDLY_HEARD, filter))
                .map(Supplier::get)
                .filter(finds -> !finds.isNothing())
                .findFirst()
                .map(finds -> new Searched(heard, finds))
                .orElse(new Searched(sought, Finds.NONE));
    }

    private static List<SearchText> together(List<SearchText> spelled, List<SearchText> found, Sought sought) {
        String typed = Called.plain(sought.words().get(0));
        Map<SearchText, Closeness> close = new LinkedHashMap<>();
        Stream.concat(spelled.stream(), found.stream())
                .forEach(text -> close.computeIfAbsent(text, each -> Closeness.of(each.called(), typed, sought)));
        Comparator<SearchText> kinds = Comparator.comparing(SearchText::kind);
        boolean isItem = best(SearchHit.Kind.ITEM, close).isNamed()
                && best(SearchHit.Kind.ONE_THING, close) == Closeness.MENTIONS;
        return close.keySet().stream()
                .sorted((isItem ? kinds.reversed() : kinds).thenComparing(close::get))
                .toList();
    }

    private static Closeness best(SearchHit.Kind kind, Map<SearchText, Closeness> close) {
        return close.entrySet().stream()
                .filter(each -> each.getKey().kind() == kind)
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder())
                .orElse(Closeness.MENTIONS);
    }

    private static List<SearchHit> best(List<SearchText> spelled, List<SearchText> found, Sought sought, int limit) {
        List<SearchHit> meant = new ArrayList<>();
        List<SearchHit> mentioned = new ArrayList<>();
        Iterator<SearchText> texts = together(spelled, found, sought).iterator();
        // Where a find was found is worked out for those that are shown only.
        while (meant.size() < limit && texts.hasNext()) {
            SearchText text = texts.next();
            SearchHit hit = text.hit(Found.where(text, sought));
            (hit.inMaterialOnly() ? mentioned : meant).add(hit);
        }
        return meant.isEmpty() ? mentioned.stream().limit(limit).toList() : meant;
    }

    private Finds nearlyOrLoosely(Sought sought, SearchFilter filter) {
        Finds nearly = nearly(sought, filter);
        Finds loosely = index.findLoosely(sought, filter);
        return new Finds(both(nearly.all(), loosely.all()), both(nearly.kept(), loosely.kept()));
    }

    private static List<SearchText> both(List<SearchText> some, List<SearchText> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** What is called or spelled so, or what an everyday word means that is, but for one slip. */
    private Finds nearly(Sought sought, SearchFilter filter) {
        String typed = sought.letters().isEmpty() ? sought.words().get(0) : sought.letters();
        return Misspelling.of(typed).map(slip -> nearly(slip, sought, filter)).orElse(Finds.NONE);
    }

    private Finds nearly(Misspelling slip, Sought sought, SearchFilter filter) {
        List<Synonym> meant = heard(sound -> slip.isOf(sound.name()) || slip.isOf(sound.letters()));
        Finds found = meant.isEmpty() ? Finds.NONE : index.find(sought.meaning(meant), filter);
        boolean isEnglish = !sought.letters().isEmpty();
        List<SearchText> called = texts.stream()
                .filter(text -> slip.isIn(text.pinyin().name())
                        || slip.isIn(text.pinyin().letters())
                        || isEnglish && slip.isIn(text.english().toLowerCase(Locale.ROOT)))
                .toList();
        return new Finds(both(found.all(), called), both(found.kept(), filter.of(called)));
    }

    /** The everyday words that the letters spell; if they spell none in full, those that begin so. */
    private List<Synonym> spelled(String letters) {
        if (letters.length() < HEARD) {
            return List.of();
        }
        List<Synonym> whole = heard(sound -> sound.isSpelled(letters));
        return whole.isEmpty() ? heard(sound -> sound.place(letters) == 0) : whole;
    }

    /** The everyday words that sound as what was typed: 开公斯 is 开公司. */
    private List<Synonym> soundingAs(PinyinName typed) {
        return typed.syllables().size() >= HEARD ? heard(sound -> sound.soundsAs(typed)) : List.of();
    }

    private List<Synonym> heard(Predicate<PinyinName> fits) {
        return sounds.entrySet().stream()
                .filter(each -> fits.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What begins with the letters goes before what has them inside; what it is called before what it gives. */
    private List<SearchText> byPinyin(String letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        record Placed(SearchText text, int place) {}
        Map<String, Integer> given = letters.length() < HEARD ? Map.of() : given(letters);
        List<Placed> placed = new ArrayList<>();
        for (SearchText text : texts) {
            int place = text.pinyin().place(letters);
            if (place >= 0) {
                placed.add(new Placed(text, place));
            } else if (!given.isEmpty()) {
                text.results().stream()
                        .map(given::get)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .ifPresent(where -> placed.add(new Placed(text, LONGEST_NAME + where)));
            }
        }
        return placed.stream()
                .sorted(Comparator.comparing((Placed one) -> one.text.kind()).thenComparing(Placed::place))
                .map(Placed::text)
                .toList();
    }

    /** Of each result that has the letters in it, the place. */
    private Map<String, Integer> given(String letters) {
        Map<String, Integer> given = new HashMap<>();
        results.forEach((result, sound) -> {
            int place = sound.place(letters);
            if (place >= 0) {
                given.put(result, place);
            }
        });
        return given;
    }
}
