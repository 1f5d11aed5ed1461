package city.onewindow.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.web.context.WebApplicationContext;

/**
 * Finds one-things and items by what people call them: official words, everyday words, pinyin; always in the edition that
 * holds now.
 */
@Service
public class CatalogSearch {

    private final Catalogs catalogs;
    private volatile @Nullable Indexed indexed;
    private volatile @Nullable Scored scored;

    CatalogSearch(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    private record Indexed(Catalog catalog, CatalogIndex index) {}

    private record Scored(CatalogIndex index, SearchScore score) {}

    /**
     * The best finds, one-things first.
     *
     * @param limit at least 1
     */
    public List<SearchHit> search(String typed, int limit) {
        return index().search(typed, limit);
    }

    /** How well the search does at what people are known to ask for. */
    public SearchScore score() {
        CatalogIndex now = index();
        Scored known = scored;
        if (known == null || known.index != now) {
            known = new Scored(now, SearchScore.of(typed -> now.search(typed, Integer.MAX_VALUE)));
            scored = known;
        }
        return known.score;
    }

    /** So that nobody's first search waits for the word breaker's dictionary, or for the score. */
    @EventListener
    void warmUp(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebApplicationContext)) {
            return; // a command of a few seconds searches nothing
        }
        Thread indexer = new Thread(this::score, "search-index");
        indexer.setDaemon(true);
        indexer.start();
    }

    private CatalogIndex index() {
        Catalog catalog = catalogs.current();
        Indexed now = indexed;
        return now != null && now.catalog == catalog ? now.index : index(catalog);
    }

    private synchronized CatalogIndex index(Catalog catalog) {
        Indexed now = indexed;
        if (now == null || now.catalog != catalog) {
            now = new Indexed(catalog, new CatalogIndex(catalog));
            indexed = now;
        }
        return now.index;
    }
}
