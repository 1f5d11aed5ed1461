package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.revision.Columns;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rows that a call states, read as if they had been typed: what an editor can't say, a call can't either. */
final class StatedRows {

    private static final Set<String> OF_ITEM = Set.of(Sections.ITEMS, Sections.MATERIALS, Sections.FIELDS);
    private static final Set<String> OF_ONE_THING =
            Set.of(Sections.MEMBERS, Sections.QUESTIONS, Sections.EFFECTS, Sections.EXAMPLES, Sections.TOPICS);

    private StatedRows() {}

    /** @throws Problem.InvalidInput with every file and column that the record doesn't have, and every row of another record */
    static Map<String, List<Map<String, String>>> read(
            Revision revision, Map<String, List<Map<String, String>>> stated, Content content) {
        Problem.InvalidInput.refuse(faults(revision, stated));
        Map<String, String[]> typed = new HashMap<>();
        stated.forEach((file, rows) -> {
            for (int at = 0; at < rows.size(); at++) {
                String row = file + "[" + at + "].";
                rows.get(at).forEach((column, value) -> typed.put(row + column, new String[] {value}));
            }
        });
        Map<String, List<Map<String, String>>> read = TypedRows.read(revision, typed, content);
        Problem.InvalidInput.refuse(notTaken(stated, read));
        return read;
    }

    /** What stands in an item's own row is for its department to say, and of which department it is for nobody. */
    private static List<Fault> notTaken(
            Map<String, List<Map<String, String>>> stated, Map<String, List<Map<String, String>>> read) {
        List<Fault> faults = new ArrayList<>();
        for (String file : List.of(Sections.ITEMS, Sections.MEMBERS)) {
            List<Map<String, String>> rows = stated.getOrDefault(file, List.of());
            for (int at = 0; at < rows.size(); at++) {
                String pointer = "/rows/" + file + "/" + at + "/";
                Map<String, String> row = rows.get(at);
                Map<String, String> kept = read.getOrDefault(file, List.of()).stream()
                        .filter(other ->
                                other.getOrDefault("item", "").equals(row.getOrDefault("item", other.get("item"))))
                        .findFirst()
                        .orElse(Map.of());
                row.forEach((column, value) -> {
                    if (!kept.getOrDefault(column, "").equals(value.strip())) {
                        faults.add(new Fault(
                                pointer + column,
                                "“" + Columns.label(column) + "”不能在这份修改里改，现为“" + kept.getOrDefault(column, "") + "”。"
                                        + (file.equals(Sections.ITEMS) ? "事项换部门由中心导入。" : "事项自己的内容请实施部门在事项的修改里改。")));
                    }
                });
            }
        }
        return faults;
    }

    /** A one-thing that has no items yet says in its topic's row at which window it is taken in. */
    private static List<String> columns(String file) {
        return file.equals(Sections.TOPICS)
                ? Stream.concat(ContentReader.columns(file).stream(), Stream.of("window"))
                        .toList()
                : ContentReader.columns(file);
    }

    private static List<Fault> faults(Revision revision, Map<String, List<Map<String, String>>> stated) {
        boolean item = revision.kind() == Revision.Kind.ITEM;
        Set<String> files = item ? OF_ITEM : OF_ONE_THING;
        String owner = item ? "item" : "one_thing";
        List<Fault> faults = new ArrayList<>();
        stated.forEach((file, rows) -> {
            if (!files.contains(file)) {
                faults.add(new Fault(
                        "/rows/" + file,
                        revision.kind().term() + "没有“" + file + "”这个文件，可填："
                                + String.join("、", files.stream().sorted().toList())));
                return;
            }
            List<String> columns = columns(file);
            for (int at = 0; at < rows.size(); at++) {
                String row = "/rows/" + file + "/" + at + "/";
                rows.get(at).keySet().stream()
                        .filter(column -> !columns.contains(column))
                        .forEach(column -> faults.add(
                                new Fault(row + column, "没有“" + column + "”这一列，可填：" + String.join("、", columns))));
                String named = rows.get(at).getOrDefault(owner, revision.key());
                if (!named.equals(revision.key())) {
                    faults.add(
                            new Fault(row + owner, "这份修改只能写「" + revision.key() + "」，这一行写的是「" + named + "」。改别的请另起一份。"));
                }
            }
        });
        return faults;
    }
}
