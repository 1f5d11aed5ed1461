package city.onewindow.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.web.context.WebApplicationContext;

/** Finds one-things and items by what people call them: official words, everyday words, pinyin. */
@Service
public class CatalogSearch {

    /** More than anybody reads. */
    private static final int ALL = 60;

    private final Catalogs catalogs;
    private volatile @Nullable Indexed indexed;
    private volatile @Nullable Indexed scored;
    private volatile @Nullable SearchScore score;

    CatalogSearch(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Of one edition. */
    private record Indexed(Catalog catalog, List<SearchText> texts, SearchIndex index) {}

    /**
     * The best finds, one-things first. Whatever is typed is fine; from what has no word in it nothing is found.
     *
     * @param limit at least 1
     */
    public List<SearchHit> search(String typed, int limit) {
        Indexed now = indexed();
        Sought sought = Sought.of(typed, now.catalog.content().synonyms().values());
        if (sought.isEmpty()) {
            return List.of();
        }
        Set<SearchHit> hits = new LinkedHashSet<>(byPinyin(now, sought.letters()));
        List<SearchText> found = now.index.find(sought);
        if (found.isEmpty() && hits.isEmpty()) {
            hits.addAll(bySound(now, sought.words().get(0)));
        }
        if (found.isEmpty() && hits.isEmpty()) {
            found = now.index.findLoosely(sought);
        }
        for (SearchText text : found) {
            hits.add(text.hit(Found.where(text, sought)));
        }
        return hits.stream().limit(limit).toList();
    }

    /** How well the search does at what people are known to ask for, under the edition that holds now. */
    public SearchScore score() {
        Indexed now = indexed();
        SearchScore known = score;
        if (known == null || scored != now) {
            known = SearchScore.of(query -> search(query, ALL));
            score = known;
            scored = now;
        }
        return known;
    }

    /** What the words sound like, for whoever took the wrong character of the right sound: by name, result or synonym. */
    private static List<SearchHit> bySound(Indexed now, String typed) {
        PinyinName heard = new PinyinName(typed);
        return now.texts.stream()
                .filter(text -> text.pinyin().soundsLike(heard) >= 0
                        || text.results().stream().anyMatch(result -> new PinyinName(result).soundsLike(heard) >= 0))
                .map(text -> text.hit(""))
                .toList();
    }

    /** What begins with the letters goes before what has them inside. */
    private static List<SearchHit> byPinyin(Indexed now, String letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        record Placed(SearchText text, int place) {}
        List<Placed> placed = new ArrayList<>();
        for (SearchText text : now.texts) {
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

    /** So that nobody's first search waits for the word breaker's dictionary. */
    @EventListener
    void warmUp(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebApplicationContext)) {
            return; // a command of a few seconds searches nothing
        }
        Thread indexer = new Thread(this::indexed, "search-index");
        indexer.setDaemon(true);
        indexer.start();
    }

    private Indexed indexed() {
        Catalog catalog = catalogs.current();
        Indexed now = indexed;
        if (now == null || now.catalog != catalog) {
            now = index(catalog);
        }
        return now;
    }

    private synchronized Indexed index(Catalog catalog) {
        Indexed now = indexed;
        if (now == null || now.catalog != catalog) {
            List<SearchText> texts = SearchText.all(catalog);
            now = new Indexed(catalog, texts, new SearchIndex(texts));
            indexed = now;
        }
        return now;
    }
}
