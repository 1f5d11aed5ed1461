package city.onewindow.bench;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.CatalogIndex;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.SearchScore;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    private static final int WARM_UP_ROUNDS = 20;
    private static final int ROUNDS = 30;

    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Content shipped =
                ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
        measure("shipped", shipped, out);
        measure("province", Province.of(shipped), out);
    }

    private static void measure(String what, Content content, PrintStream out) {
        long begin = System.nanoTime();
        CatalogIndex index = new CatalogIndex(new Catalog(1, content, Map.of()));
        double built = (System.nanoTime() - begin) / 1e6;
        List<String> queries = Stream.concat(
                        SearchScore.queries().stream().map(SearchScore.Query::words),
                        Stream.of("qykb", "shipinjingying", "企业设立等记", "天气预报"))
                .toList();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            queries.forEach(index::search);
        }
        double[] millis = new double[ROUNDS * queries.size()];
        for (int at = 0; at < millis.length; at++) {
            begin = System.nanoTime();
            index.search(queries.get(at % queries.size()));
            millis[at] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        double late = millis[millis.length * 99 / 100];
        out.printf(
                "%-8s %6d items, index built in %5.0f ms; %d queries: median %5.2f ms, p99 %5.2f ms, worst %5.2f ms; p99 is %.2f"
                        + " of the limit of %.0f ms%n",
                what,
                content.items().size(),
                built,
                queries.size(),
                millis[millis.length / 2],
                late,
                millis[millis.length - 1],
                late / LIMIT_MILLIS,
                LIMIT_MILLIS);
    }
}
