package city.onewindow.catalog.content;

import city.onewindow.catalog.CodeSet;
import city.onewindow.catalog.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** codes.csv: a row is a value of a code set. */
final class CodesFile {

    static final String NAME = "codes.csv";
    static final List<String> COLUMNS = List.of("code_set", "code", "name", "source", "confidence");

    /** Some sets are this project's own, where no standard has one. */
    private static final List<String> CONFIDENCE = List.of("high", "medium", "low", "own proposal");

    private CodesFile() {}

    static Map<String, CodeSet> read(List<Row> rows) {
        Map<String, List<Option>> codes = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            String set = row.text("code_set");
            Option code = new Option(row.text("code"), row.text("name"));
            row.text("source");
            row.word("confidence", CONFIDENCE);
            if (keys.add(row, "code", set, code.code())) {
                codes.computeIfAbsent(set, name -> new ArrayList<>()).add(code);
            }
        }
        Map<String, CodeSet> sets = new LinkedHashMap<>();
        codes.forEach((name, values) -> sets.put(name, new CodeSet(name, values)));
        return sets;
    }
}
