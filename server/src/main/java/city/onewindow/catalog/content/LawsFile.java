package city.onewindow.catalog.content;

import city.onewindow.catalog.Law;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** laws.csv (may be absent): a row is a law of which it is known that it was repealed, or how many articles it has. */
final class LawsFile {

    static final String NAME = "laws.csv";
    static final List<String> COLUMNS = List.of("law", "replaced_by", "last_article", "source");

    private static final int MOST_ARTICLES = 2000;

    private LawsFile() {}

    /** By name. */
    static Map<String, Law> read(List<Row> rows) {
        Map<String, Law> laws = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            Law law = new Law(
                    row.text("law"),
                    row.optional("replaced_by"),
                    row.optional("last_article").isEmpty() ? 0 : row.integer("last_article", 1, MOST_ARTICLES));
            row.text("source");
            if (law.replacedBy().isEmpty() && law.lastArticle() == 0) {
                row.fault("replaced_by", "与 last_article 不能都为空，可填：已废止的写代替它的法律，有效的写最后一条的条数");
            }
            if (keys.add(row, "law", law.name())) {
                laws.put(law.name(), law);
            }
        }
        return laws;
    }
}
