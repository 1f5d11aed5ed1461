package city.onewindow.catalog.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows of content files that lie in no file: what is edited in a page or handed in as a spreadsheet. They are read, checked
 * and taken in just as a directory's rows are.
 *
 * @param source where they come from, as reports call it
 * @param rows by name of the file, each by column; the first row stands in line 2, as below a heading
 * @param whole names of items and one-things of which these rows are all there is: a material that isn't among them is gone
 */
public record ContentRows(String source, Map<String, List<Map<String, String>>> rows, List<String> whole) {

    /** Line of a file's first row. */
    public static final int FIRST_LINE = 2;

    public ContentRows {
        Map<String, List<Map<String, String>>> copy = new TreeMap<>();
        rows.forEach((file, list) -> copy.put(file, List.copyOf(list)));
        rows = copy;
        whole = List.copyOf(whole);
    }

    /** All of them in one, in their order. */
    public static ContentRows together(String source, Collection<ContentRows> parts) {
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        List<String> whole = new ArrayList<>();
        for (ContentRows part : parts) {
            part.rows.forEach((file, list) ->
                    rows.computeIfAbsent(file, any -> new ArrayList<>()).addAll(list));
            whole.addAll(part.whole);
        }
        return new ContentRows(source, rows, whole);
    }

    public List<Map<String, String>> of(String file) {
        return rows.getOrDefault(file, List.of());
    }
}
