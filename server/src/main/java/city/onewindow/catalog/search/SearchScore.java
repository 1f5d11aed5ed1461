package city.onewindow.catalog.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;

/**
 * How well the search answers the everyday queries of content/search-queries.csv: found is what stands among the first
 * {@value #FIRST} under its heading, one-things or items. Pages show it as it is.
 *
 * @param asked how many queries there are
 * @param missed those whose expected find isn't among the first
 */
public record SearchScore(int asked, List<Query> missed) {

    public static final int FIRST = 3;

    /** @param expected name of the one-thing or item that somebody means who asks so */
    public record Query(String words, String expected) {}

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    public SearchScore {
        missed = List.copyOf(missed);
    }

    public int found() {
        return asked - missed.size();
    }

    static SearchScore of(Function<String, List<SearchHit>> search) {
        List<Query> queries = queries();
        return new SearchScore(
                queries.size(),
                queries.stream()
                        .filter(query -> !isFound(query.expected(), search.apply(query.words())))
                        .toList());
    }

    private static boolean isFound(String expected, List<SearchHit> hits) {
        return Arrays.stream(SearchHit.Kind.values())
                .flatMap(kind -> hits.stream().filter(hit -> hit.kind() == kind).limit(FIRST))
                .anyMatch(hit -> hit.name().equals(expected));
    }

    /** The everyday queries that the score is reckoned from. */
    public static List<Query> queries() {
        try (InputStream file = SearchScore.class.getResourceAsStream("/content/search-queries.csv")) {
            if (file == null) {
                throw new IllegalStateException(
                        "content/search-queries.csv didn't come along. Maybe the build left it out.");
            }
            return FORMAT.parse(new InputStreamReader(file, StandardCharsets.UTF_8)).stream()
                    .map(row -> new Query(row.get("query"), row.get("expected")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("content/search-queries.csv can't be read", unreadable);
        }
    }
}
