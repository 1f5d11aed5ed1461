package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.revision.Change;
import city.onewindow.catalog.revision.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One cell that differs, in words.
 *
 * @param row what it belongs to; empty for the record's own row
 * @param column empty if the row as a whole came or went
 * @param before and {@code after}: empty where there is nothing
 */
public record ChangeLine(String row, String column, String before, String after) {

    /** What a row of a file is, as its department calls it. */
    private static final Map<String, String> ROWS = Map.of(
            Sections.MATERIALS, "材料",
            Sections.FIELDS, "表单字段",
            Sections.MEMBERS, "事项",
            Sections.QUESTIONS, "问题",
            Sections.EFFECTS, "回答的作用",
            Sections.EXAMPLES, "样例");

    /** In the order of the editor's sections. */
    private static final List<String> FILES = List.of(
            Sections.ITEMS,
            Sections.TOPICS,
            Sections.MATERIALS,
            Sections.MEMBERS,
            Sections.QUESTIONS,
            Sections.EFFECTS,
            Sections.EXAMPLES,
            Sections.FIELDS);

    /** From this length on only what differs within a text is marked. */
    private static final int LONG = 30;

    /** A text with what differs in it. */
    public record Marked(String head, String different, String tail) {}

    static List<ChangeLine> of(List<Change> changes, Content content) {
        List<Change> places =
                changes.stream().filter(ChangeLine::isPlaceOfField).toList();
        List<ChangeLine> lines = new ArrayList<>();
        changes.stream()
                .filter(change -> places.size() < 2 || !isPlaceOfField(change))
                .sorted(Comparator.comparing((Change change) -> FILES.indexOf(change.file()))
                        .thenComparing(change -> change.row().isEmpty() ? Columns.place(change.column()) : 0))
                .map(change -> of(change, content))
                .forEach(lines::add);
        if (places.size() > 1) {
            lines.add(new ChangeLine("表单字段", "顺序", places(places, content, false), places(places, content, true)));
        }
        return lines;
    }

    private static ChangeLine of(Change change, Content content) {
        return new ChangeLine(
                row(change.file(), change.row(), content),
                change.column().isEmpty() ? "" : Columns.label(change.file(), change.column()),
                change.before(),
                change.after());
    }

    /** One field that is moved changes the place of others: that is one thing to read. */
    private static boolean isPlaceOfField(Change change) {
        return change.file().equals(Sections.FIELDS) && change.column().equals("order");
    }

    private static String places(List<Change> changes, Content content, boolean now) {
        return changes.stream()
                .sorted(Comparator.comparing(change -> number(now ? change.after() : change.before())))
                .map(change -> element(change.row(), content))
                .collect(Collectors.joining("、"));
    }

    private static int number(String order) {
        return order.matches("\\d{1,7}") ? Integer.parseInt(order) : Integer.MAX_VALUE;
    }

    /** What a row of a file is called; only its kind if it has no name. */
    static String row(String file, String row, Content content) {
        String kind = ROWS.getOrDefault(file, "");
        String name = file.equals(Sections.FIELDS) ? element(row, content) : row;
        return kind.isEmpty() || name.isBlank() ? kind : kind + "「" + name + "」";
    }

    private static String element(String code, Content content) {
        DataElement known = content.elements().get(code);
        return known == null ? code : known.name();
    }

    public boolean isNewRow() {
        return column.isEmpty() && before.isEmpty();
    }

    public boolean isRemovedRow() {
        return column.isEmpty() && after.isEmpty();
    }

    public Marked markedBefore() {
        return marked(before, after);
    }

    public Marked markedAfter() {
        return marked(after, before);
    }

    private static Marked marked(String text, String other) {
        int shorter = Math.min(text.length(), other.length());
        if (shorter < LONG) {
            return new Marked("", text, "");
        }
        int head = 0;
        while (head < shorter && text.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && text.charAt(text.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return new Marked(
                text.substring(0, head),
                text.substring(head, text.length() - tail),
                text.substring(text.length() - tail));
    }
}
