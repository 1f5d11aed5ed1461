package city.onewindow.catalog.content;

import city.onewindow.catalog.SituationExample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** situation-examples.csv (may be absent): a row says what must come out of a one-thing under some answers. */
final class ExamplesFile {

    static final String NAME = "situation-examples.csv";
    static final List<String> COLUMNS =
            List.of("one_thing", "given_answers", "expected_items", "expected_materials", "expected_fields", "note");

    private static final Pattern GIVEN = Pattern.compile("[a-z][a-z0-9_]*=[^=]+");

    private ExamplesFile() {}

    /** By name of the one-thing. */
    static Map<String, List<SituationExample>> read(List<Row> rows, Origins origins) {
        Map<String, List<SituationExample>> examples = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            SituationExample example = new SituationExample(
                    given(row),
                    row.list("expected_items", '|'),
                    row.list("expected_materials", '|'),
                    row.list("expected_fields", '|'),
                    row.optional("note"));
            String oneThing = row.text("one_thing");
            if (keys.add(row, "given_answers", oneThing, written(example))) {
                examples.computeIfAbsent(oneThing, name -> new ArrayList<>()).add(origins.put(example, row));
            }
        }
        return examples;
    }

    /** What {@link #given} reads back. */
    static String written(SituationExample example) {
        return String.join(
                ";",
                example.given().entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toList());
    }

    private static Map<String, String> given(Row row) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : row.list("given_answers", ';')) {
            if (!GIVEN.matcher(part).matches()) {
                row.fault("given_answers", "“" + part + "”写法不对，可填：问题代码=答案，或数据元代码=值，各项用“;”隔开，如 q_agent=yes;area=120");
                continue;
            }
            String name = part.substring(0, part.indexOf('='));
            if (given.putIfAbsent(name, part.substring(part.indexOf('=') + 1)) != null) {
                row.fault("given_answers", "“" + name + "”写了两次，可填：每个问题、每个数据元一次");
            }
        }
        return given;
    }
}
