package city.onewindow.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The one-things and items of one edition, ready to be searched. */
public final class CatalogIndex {

    /** Fewer letters are the beginning of too many words. */
    private static final int HEARD = 3;
    /** So few characters sound like many things, which is still better than nothing. */
    private static final int HARDLY_HEARD = 2;

    private final Collection<Synonym> synonyms;
    private final Map<Synonym, PinyinName> sounds = new LinkedHashMap<>();
    private final List<SearchText> texts;
    private final SearchIndex index;

    public CatalogIndex(Catalog catalog) {
        synonyms = catalog.content().synonyms().values();
        synonyms.forEach(synonym -> sounds.put(synonym, new PinyinName(synonym.word())));
        texts = SearchText.all(catalog);
        index = new SearchIndex(texts);
    }

    /**
     * The best finds, one-things before items; what only has a material of that name is a find only if there is no other.
     * Whatever is typed is fine; from what has no word in it nothing is found.
     *
     * @param limit at least 1
     */
    public List<SearchHit> search(String typed, SearchFilter filter, int limit) {
        Sought written = Sought.of(typed, synonyms);
        if (written.isEmpty()) {
            return List.of();
        }
        Sought sought = written.meaning(spelled(written.letters())).meaning(soundingAs(written));
        List<SearchText> named = byPinyin(sought.letters());
        List<SearchText> found = strictestThatFinds(ways(sought, named.isEmpty()), filter);
        Set<String> marks = filter.marks();
        List<SearchHit> meant = new ArrayList<>();
        List<SearchHit> mentioned = new ArrayList<>();
        // Where a find was found is worked out for those that are shown only.
        Iterator<SearchHit> hits = Stream.concat(
                        named.stream()
                                .filter(text -> text.marks().containsAll(marks))
                                .map(text -> text.hit("")),
                        found.stream().map(text -> text.hit(Found.where(text, sought))))
                .distinct()
                .iterator();
        while (meant.size() < limit && hits.hasNext()) {
            SearchHit hit = hits.next();
            (hit.inMaterialOnly() ? mentioned : meant).add(hit);
        }
        return meant.isEmpty() ? mentioned.stream().limit(limit).toList() : meant;
    }

    /** How it is searched for is settled by what there is: a filter takes away, it doesn't bring in. */
    private static List<SearchText> strictestThatFinds(List<Way> ways, SearchFilter filter) {
        for (Way way : ways) {
            List<SearchText> any = way.find(SearchFilter.NONE);
            if (!any.isEmpty()) {
                return filter.isNone() ? any : way.find(filter);
            }
        }
        return List.of();
    }

    private interface Way {
        List<SearchText> find(SearchFilter filter);
    }

    /**
     * From the strictest to the loosest.
     *
     * @param anyway whether what only sounds so or has a part of the words is better than nothing
     */
    private List<Way> ways(Sought sought, boolean anyway) {
        PinyinName typed = new PinyinName(sought.words().get(0));
        Way strictly = filter -> index.find(sought, filter);
        return anyway
                ? List.of(
                        strictly,
                        filter -> index.findBySound(typed, HEARD, filter),
                        filter -> nearlyOrLoosely(sought, filter),
                        filter -> index.findBySound(typed, HARDLY_HEARD, filter))
                : List.of(strictly);
    }

    private List<SearchText> nearlyOrLoosely(Sought sought, SearchFilter filter) {
        Set<SearchText> near = new LinkedHashSet<>(nearly(sought, filter));
        near.addAll(index.findLoosely(sought, filter));
        return near.stream().sorted(Comparator.comparing(SearchText::kind)).toList();
    }

    /** What is called or spelled so, or what an everyday word means that is, but for one slip. */
    private List<SearchText> nearly(Sought sought, SearchFilter filter) {
        String typed = sought.letters().isEmpty() ? sought.words().get(0) : sought.letters();
        return Slip.of(typed).map(slip -> nearly(slip, sought, filter)).orElse(List.of());
    }

    private List<SearchText> nearly(Slip slip, Sought sought, SearchFilter filter) {
        List<Synonym> meant = heard(sound -> slip.isOf(sound.name()) || slip.isOf(sound.letters()));
        List<SearchText> found = meant.isEmpty() ? List.of() : index.find(sought.meaning(meant), filter);
        Stream<SearchText> called = texts.stream()
                .filter(text -> slip.isIn(text.pinyin().name())
                        || slip.isIn(text.pinyin().letters()))
                .filter(text -> text.marks().containsAll(filter.marks()));
        return Stream.concat(found.stream(), called).toList();
    }

    /** The everyday words that the letters spell; if they spell none in full, those that begin so. */
    private List<Synonym> spelled(String letters) {
        if (letters.length() < HEARD) {
            return List.of();
        }
        List<Synonym> whole = heard(sound -> sound.isSpelled(letters));
        return whole.isEmpty() ? heard(sound -> sound.place(letters) == 0) : whole;
    }

    /** The everyday words that sound as what was typed, unless it has one in it: 开公斯 is 开公司. */
    private List<Synonym> soundingAs(Sought written) {
        PinyinName typed = new PinyinName(written.words().get(0));
        return written.synonyms().isEmpty() && typed.syllables().size() >= HEARD
                ? heard(sound -> sound.soundsAs(typed))
                : List.of();
    }

    private List<Synonym> heard(Predicate<PinyinName> fits) {
        return sounds.entrySet().stream()
                .filter(each -> fits.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What begins with the letters goes before what has them inside. */
    private List<SearchText> byPinyin(String letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        record Placed(SearchText text, int place) {}
        List<Placed> placed = new ArrayList<>();
        for (SearchText text : texts) {
            int place = text.pinyin().place(letters);
            if (place >= 0) {
                placed.add(new Placed(text, place));
            }
        }
        return placed.stream()
                .sorted(Comparator.comparing((Placed one) -> one.text.kind()).thenComparing(Placed::place))
                .map(Placed::text)
                .toList();
    }
}
