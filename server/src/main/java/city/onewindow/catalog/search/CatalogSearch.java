package city.onewindow.catalog.search;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.web.context.WebApplicationContext;

/**
 * Finds one-things and items by what people call them: official words, everyday words, pinyin; in the edition that
 * holds now, or, for seconds after a publication, the one before.
 */
@Service
public class CatalogSearch {

    /** After a publication; a large catalog takes longer, and is searched as it was until then. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Catalogs catalogs;
    private volatile @Nullable Indexed indexed;
    private @Nullable Building building;
    private volatile @Nullable Scored scored;

    CatalogSearch(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    private record Indexed(Catalog catalog, CatalogIndex index) {}

    private record Building(Catalog catalog, CompletableFuture<Indexed> index) {}

    private record Scored(CatalogIndex index, SearchScore score) {}

    /**
     * The best finds: one-things first, unless an item is called so and no one-thing has it in its name.
     *
     * @param limit at least 1
     */
    public List<SearchHit> search(String typed, SearchFilter filter, int limit) {
        return narrowed(typed, filter, limit).hits();
    }

    /** The same, with what there is without the filter. */
    public SearchResult narrowed(String typed, SearchFilter filter, int limit) {
        return index().search(typed, filter, limit);
    }

    /** How well the search does at what people are known to ask for. */
    public SearchScore score() {
        CatalogIndex now = index();
        Scored known = scored;
        if (known == null || known.index != now) {
            known = new Scored(
                    now,
                    SearchScore.of(typed -> now.search(typed, SearchFilter.NONE, Integer.MAX_VALUE)
                            .hits()));
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
        if (now != null && now.catalog == catalog) {
            return now.index;
        }
        CompletableFuture<Indexed> next = next(catalog);
        return now == null
                ? next.join().index
                : next.copy()
                        .completeOnTimeout(now, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .join()
                        .index;
    }

    private synchronized CompletableFuture<Indexed> next(Catalog catalog) {
        Building now = building;
        if (now == null || now.catalog != catalog || now.index.isCompletedExceptionally()) {
            now = new Building(catalog, CompletableFuture.supplyAsync(() -> {
                Indexed built = new Indexed(catalog, new CatalogIndex(catalog));
                indexed = built;
                return built;
            }));
            building = now;
        }
        return now.index;
    }
}
