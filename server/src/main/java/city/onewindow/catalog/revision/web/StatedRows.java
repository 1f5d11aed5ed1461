package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.revision.Columns;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that a call states, read as if they had been typed: what an editor can't say, a call can't either. */
final class StatedRows {

    private static final Set<String> OWN_OF_ITEM = Set.of(Sections.ITEMS, Sections.MATERIALS, Sections.FIELDS);
    private static final Set<String> OF_ITEM = Set.of(
            Sections.ITEMS,
            Sections.MATERIALS,
            Sections.FIELDS,
            Sections.QUESTIONS,
            Sections.EFFECTS,
            Sections.EXAMPLES);
    private static final Set<String> OF_ONE_THING =
            Set.of(Sections.MEMBERS, Sections.QUESTIONS, Sections.EFFECTS, Sections.EXAMPLES, Sections.TOPICS);

    private static final Set<String> OF_WINDOW = Set.of(Sections.WINDOWS);

    /** Of these nearly every column is somebody else's to say. */
    private static final Set<String> SHARED = Set.of(Sections.ITEMS, Sections.MEMBERS, Sections.WINDOWS);

    private static final String WINDOW = "window";

    private final Revision revision;
    private final Content content;
    private final List<Fault> faults = new ArrayList<>();

    private StatedRows(Revision revision, Content content) {
        this.revision = revision;
        this.content = content;
    }

    /**
     * @param stated all files of the record, each with all its rows
     * @throws Problem.InvalidInput with every file that is missing or none of the record's, every column that there isn't, every row of
     *     another record, and every cell that isn't for this revision to change
     */
    static Map<String, List<Map<String, String>>> read(
            Revision revision,
            @Nullable Map<String, @Nullable List<@Nullable Map<String, @Nullable String>>> stated,
            Content content) {
        return new StatedRows(revision, content).read(stated == null ? Map.of() : stated);
    }

    private Set<String> files() {
        return switch (revision.kind()) {
            case ITEM -> OF_ITEM;
            case ONE_THING -> OF_ONE_THING;
            case WINDOW -> OF_WINDOW;
        };
    }

    private Map<String, List<Map<String, String>>> read(
            Map<String, @Nullable List<@Nullable Map<String, @Nullable String>>> stated) {
        Map<String, List<Map<String, String>>> rows = plain(stated);
        rows.forEach(this::columns);
        rows.forEach((file, list) -> {
            if (SHARED.contains(file)) {
                fixed(file, list);
            }
        });
        Problem.InvalidInput.refuse(faults);
        return TypedRows.read(revision, typed(rows), content);
    }

    /** A cell that is null is an empty one; a row or a file that is null is a mistake. */
    private Map<String, List<Map<String, String>>> plain(
            Map<String, @Nullable List<@Nullable Map<String, @Nullable String>>> stated) {
        Set<String> files = files();
        String all = String.join("、", files.stream().sorted().toList());
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        files.stream()
                .filter(file -> stated.get(file) == null)
                .sorted()
                .forEach(file -> fault("/rows/" + file, "请写明“" + file + "”的全部行；一行也没有的写 []。要写的文件：" + all));
        stated.forEach((file, list) -> {
            if (!files.contains(file)) {
                fault("/rows/" + file, revision.kind().term() + "没有“" + file + "”这个文件，可填：" + all);
            } else if (list != null && file.equals(Sections.WINDOWS) && list.size() != 1) {
                fault("/rows/" + file, "窗口只有一行，这里有 " + list.size() + " 行。请写它的那一行。");
            } else if (list != null) {
                rows.put(file, plain(file, list));
            }
        });
        return rows;
    }

    private List<Map<String, String>> plain(String file, List<@Nullable Map<String, @Nullable String>> list) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            Map<String, @Nullable String> stated = list.get(at);
            if (stated == null) {
                fault(pointer(file, at, ""), "这一行是 null，请写成各列的值，或去掉这一行。");
            }
            Map<String, String> row = new LinkedHashMap<>();
            (stated == null ? Map.<String, @Nullable String>of() : stated)
                    .forEach((column, value) -> row.put(
                            column, Objects.requireNonNullElse(value, "").strip()));
            rows.add(row);
        }
        return rows;
    }

    private void columns(String file, List<Map<String, String>> rows) {
        // A one-thing that has no items yet says in its topic's row at which window it is taken in.
        List<String> columns = Stream.concat(
                        ContentReader.columns(file).stream(),
                        file.equals(Sections.TOPICS) ? Stream.of(WINDOW) : Stream.empty())
                .toList();
        for (int at = 0; at < rows.size(); at++) {
            Map<String, String> row = rows.get(at);
            for (String column : row.keySet()) {
                if (!columns.contains(column)) {
                    fault(pointer(file, at, column), "没有“" + column + "”这一列，可填：" + String.join("、", columns));
                }
            }
            String owner = owner(file);
            String named = row.getOrDefault(owner, revision.key());
            if (!named.equals(revision.key())) {
                fault(pointer(file, at, owner), "这份修改只能写「" + revision.key() + "」，这一行写的是「" + named + "」。改别的请另起一份。");
            }
            String window = file.equals(Sections.TOPICS) ? row.getOrDefault(WINDOW, "") : "";
            if (!window.isEmpty() && content.windowNamed(window).isEmpty()) {
                fault(pointer(file, at, WINDOW), "没有名为“" + window + "”的窗口，请写窗口的全称。");
            }
        }
    }

    /** What stands in an item's own row is for its department to say, and of which department it is for nobody. */
    private void fixed(String file, List<Map<String, String>> rows) {
        boolean many = file.equals(Sections.MEMBERS);
        for (int at = 0; at < rows.size(); at++) {
            Map<String, String> row = rows.get(at);
            Map<String, String> kept = revision.rows().of(file).stream()
                    .filter(other -> !many || other.getOrDefault("item", "").equals(row.getOrDefault("item", "")))
                    .findFirst()
                    .orElse(Map.of());
            for (Map.Entry<String, String> cell : row.entrySet()) {
                String column = cell.getKey();
                String now = kept.getOrDefault(column, "");
                // Of an item that is new in the one-thing its department's own guide says it.
                boolean left = kept.isEmpty() && cell.getValue().isEmpty();
                if (isFixed(file, column) && !left && !cell.getValue().equals(now)) {
                    fault(
                            pointer(file, at, column),
                            "“" + Columns.label(column) + "”不能在这份修改里改"
                                    + (kept.isEmpty() ? "，请留空。" : "，现为“" + now + "”。")
                                    + whoSays());
                }
            }
        }
    }

    private static boolean isFixed(String file, String column) {
        return switch (file) {
            case Sections.ITEMS -> column.equals("department");
            case Sections.WINDOWS -> !Revision.WINDOW_COLUMNS.contains(column) && !column.equals(owner(file));
            default ->
                !Sections.MEMBER_COLUMNS.contains(column) && !column.equals(owner(file)) && !column.equals(WINDOW);
        };
    }

    private String whoSays() {
        return switch (revision.kind()) {
            case ITEM -> "事项换部门由中心导入。";
            case ONE_THING -> "事项自己的内容请实施部门在事项的修改里改。";
            case WINDOW -> "窗口的代码、类型、牵头部门和顺序由中心导入。";
        };
    }

    /** As a form sends them; of what may be chosen several times a form sends nothing for nothing, a call leaves out what stays. */
    private Map<String, String[]> typed(Map<String, List<Map<String, String>>> rows) {
        Map<String, String[]> typed = new HashMap<>();
        rows.forEach((file, list) -> {
            for (int at = 0; at < list.size(); at++) {
                Map<String, String> row = new LinkedHashMap<>();
                for (String column : Cells.SEVERAL.getOrDefault(file, Set.of())) {
                    row.put(column, revision.rows().of(file).get(0).getOrDefault(column, ""));
                }
                row.putAll(list.get(at));
                String input = file + "[" + at + "].";
                row.forEach((column, value) -> typed.put(input + column, new String[] {value}));
            }
        });
        return typed;
    }

    /** The column in which the record's name stands. */
    private static String owner(String file) {
        if (file.equals(Sections.WINDOWS)) {
            return "name_zh";
        }
        return OWN_OF_ITEM.contains(file) ? "item" : "one_thing";
    }

    private static String pointer(String file, int at, String column) {
        return "/rows/" + file + "/" + at + (column.isEmpty() ? "" : "/" + column);
    }

    private void fault(String pointer, String message) {
        faults.add(new Fault(pointer, message));
    }
}
