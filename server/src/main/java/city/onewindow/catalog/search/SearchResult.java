package city.onewindow.catalog.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param hits the best that the filter lets through
 * @param unfiltered the best that there are without it
 * @param elsewhere where to go, in Chinese, with what nothing in the catalog is called or gives; empty unless that is known
 */
public record SearchResult(List<SearchHit> hits, List<SearchHit> unfiltered, List<String> elsewhere) {

    static final SearchResult NOTHING = new SearchResult(List.of(), List.of(), List.of());

    public SearchResult {
        hits = List.copyOf(hits);
        unfiltered = List.copyOf(unfiltered);
        elsewhere = List.copyOf(elsewhere);
    }
}
