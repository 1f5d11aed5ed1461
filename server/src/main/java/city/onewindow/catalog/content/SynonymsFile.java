package city.onewindow.catalog.content;

import city.onewindow.catalog.Synonym;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** synonyms.csv (may be absent): a row is an everyday word and what the catalog calls it. */
final class SynonymsFile {

    static final String NAME = "synonyms.csv";
    static final List<String> COLUMNS = List.of("word", "meanings");

    private SynonymsFile() {}

    static Map<String, Synonym> read(List<Row> rows) {
        Map<String, Synonym> synonyms = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            row.text("meanings");
            Synonym synonym = new Synonym(row.text("word"), row.list("meanings", '|'));
            if (keys.add(row, "word", synonym.word())) {
                synonyms.put(synonym.word(), synonym);
            }
        }
        return synonyms;
    }
}
