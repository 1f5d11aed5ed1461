package city.onewindow.bench;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.search.CatalogIndex;
import city.onewindow.catalog.search.SearchFilter;
import city.onewindow.catalog.search.SearchScore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures how long the search takes for everyday queries, for what is typed in pinyin and for what is found nowhere, among the
 * shipped items and among a province's.
 *
 * <p>See bench/README.md.
 */
final class SearchBench {

    private static final double LIMIT_MILLIS = 20;
    /** As many as the page shows. */
    private static final int SHOWN = 30;

    private static final int WARM_UP_ROUNDS = 20;
    private static final int ROUNDS = 30;

    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> queries = Stream.concat(
                        SearchScore.queries().stream().map(SearchScore.Query::words),
                        Stream.of("qykb", "shipinjingying", "企业设立等记", "天气预报"))
                .toList();
        Province.besideShipped((what, content) -> {
            List<CatalogIndex> built = new ArrayList<>();
            Times building = Times.of(1, round -> built.add(new CatalogIndex(new Catalog(1, content, Map.of()))));
            CatalogIndex index = built.get(0);
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                queries.forEach(query -> index.search(query, SearchFilter.NONE, SHOWN));
            }
            Times times = Times.of(
                    ROUNDS * queries.size(),
                    round -> index.search(queries.get(round % queries.size()), SearchFilter.NONE, SHOWN));
            out.printf(
                    "%-8s %6d items, index built in %5.0f ms; %d queries: median %5.2f ms, p99 %5.2f ms, worst %5.2f ms; p99 is %.2f"
                            + " of the limit of %.0f ms%n",
                    what,
                    content.items().size(),
                    building.first(),
                    queries.size(),
                    times.median(),
                    times.late(),
                    times.worst(),
                    times.late() / LIMIT_MILLIS,
                    LIMIT_MILLIS);
        });
    }
}
