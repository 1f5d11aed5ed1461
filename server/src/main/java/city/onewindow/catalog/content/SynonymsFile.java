package city.onewindow.catalog.content;

import city.onewindow.catalog.Synonym;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** synonyms.csv (may be absent): a row is an everyday word, or several that mean the same, and what the catalog calls it or where to go if it has nothing for it. */
final class SynonymsFile {

    static final String NAME = "synonyms.csv";
    static final List<String> COLUMNS = List.of("word", "meanings");
    static final List<String> OPTIONAL = List.of("elsewhere");

    private SynonymsFile() {}

    static Map<String, Synonym> read(List<Row> rows, Map<String, Synonym> loaded) {
        Map<String, Synonym> synonyms = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            row.text("word");
            if (row.optional("elsewhere").isEmpty()) {
                row.text("meanings");
            }
            for (String word : row.list("word", '|')) {
                if (keys.add(row, "word", word)) {
                    synonyms.put(word, new Synonym(word, row.list("meanings", '|'), elsewhere(row, loaded.get(word))));
                }
            }
        }
        return synonyms;
    }

    private static String elsewhere(Row row, @Nullable Synonym before) {
        return before == null || row.has("elsewhere") ? row.optional("elsewhere") : before.elsewhere();
    }
}
