package city.onewindow.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The one-things and items of one edition, ready to be searched. */
public final class CatalogIndex {

    /** Fewer letters are the beginning of too many words. */
    private static final int HEARD = 3;

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
     * All finds, the best first, one-things before items; what only has a material of that name is a find only if there is no
     * other. Whatever is typed is fine; from what has no word in it nothing is found.
     */
    public List<SearchHit> search(String typed) {
        Sought written = Sought.of(typed, synonyms);
        if (written.isEmpty()) {
            return List.of();
        }
        Sought sought = written.meaning(spelled(written.letters()));
        Set<SearchHit> hits = new LinkedHashSet<>(byPinyin(sought.letters()));
        List<SearchText> found = index.find(sought);
        if (found.isEmpty() && hits.isEmpty()) {
            hits.addAll(bySound(sought.words().get(0)));
        }
        if (found.isEmpty() && hits.isEmpty()) {
            found = index.findLoosely(sought);
        }
        for (SearchText text : found) {
            hits.add(text.hit(Found.where(text, sought)));
        }
        List<SearchHit> meant =
                hits.stream().filter(hit -> !hit.inMaterialOnly()).toList();
        return meant.isEmpty() ? List.copyOf(hits) : meant;
    }

    /** The everyday words that the letters spell; if they spell none in full, those that begin so. */
    private List<Synonym> spelled(String letters) {
        if (letters.length() < HEARD) {
            return List.of();
        }
        List<Synonym> whole = heard(sound -> sound.isSpelled(letters));
        return whole.isEmpty() ? heard(sound -> sound.place(letters) == 0) : whole;
    }

    private List<Synonym> heard(Predicate<PinyinName> fits) {
        return sounds.entrySet().stream()
                .filter(each -> fits.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the words sound like, for whoever took the wrong character of the right sound: by name, result or synonym. */
    private List<SearchHit> bySound(String typed) {
        PinyinName heard = new PinyinName(typed);
        return texts.stream()
                .filter(text -> text.pinyin().soundsLike(heard) >= 0
                        || text.resultSounds().stream().anyMatch(result -> result.soundsLike(heard) >= 0))
                .map(text -> text.hit(""))
                .toList();
    }

    /** What begins with the letters goes before what has them inside. */
    private List<SearchHit> byPinyin(String letters) {
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
                .map(one -> one.text.hit(""))
                .toList();
    }
}
