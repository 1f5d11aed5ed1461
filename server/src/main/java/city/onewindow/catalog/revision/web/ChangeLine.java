package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.Change;
import city.onewindow.catalog.revision.Columns;
import java.util.List;
import java.util.Map;

/**
 * One cell that differs, in words.
 *
 * @param where the row and the column
 * @param before and {@code after}: empty where there is nothing
 */
public record ChangeLine(String where, String before, String after) {

    /** What a row of a file is, as its department calls it. */
    private static final Map<String, String> ROWS = Map.of(
            Sections.MATERIALS, "材料",
            Sections.FIELDS, "表单字段",
            Sections.MEMBERS, "事项",
            Sections.QUESTIONS, "问题",
            Sections.EFFECTS, "回答的作用",
            Sections.EXAMPLES, "样例");

    static List<ChangeLine> of(List<Change> changes) {
        return changes.stream().map(ChangeLine::of).toList();
    }

    private static ChangeLine of(Change change) {
        String row = row(change.file(), change.row());
        String where = change.column().isEmpty()
                ? row.isEmpty() ? "整条" : row
                : row + (row.isEmpty() ? "" : " · ") + Columns.label(change.column());
        return new ChangeLine(where, change.before(), change.after());
    }

    static String row(String file, String row) {
        String kind = ROWS.getOrDefault(file, "");
        return kind.isEmpty() || row.isBlank() ? kind : kind + "「" + row + "」";
    }
}
