package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.revision.Change;
import city.onewindow.catalog.revision.Columns;
import city.onewindow.frame.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Sections.WINDOWS,
            Sections.MATERIALS,
            Sections.MEMBERS,
            Sections.QUESTIONS,
            Sections.EFFECTS,
            Sections.EXAMPLES,
            Sections.FIELDS);

    /** Columns whose cells hold codes; of a row as a whole (no column) some do. */
    private static final Set<String> CODED = Set.of(
            "", "condition", "shown_when", "fills_element", "given_answers", "expected_materials", "expected_fields");

    static List<ChangeLine> of(List<Change> changes, CodeNames names) {
        List<Change> places =
                changes.stream().filter(ChangeLine::isPlaceOfField).toList();
        List<ChangeLine> lines = new ArrayList<>();
        changes.stream()
                .filter(change -> places.size() < 2 || !isPlaceOfField(change))
                .sorted(Comparator.comparing((Change change) -> FILES.indexOf(change.file()))
                        .thenComparing(change -> change.row().isEmpty() ? Columns.place(change.column()) : 0))
                .map(change -> of(change, names))
                .forEach(lines::add);
        if (places.size() > 1) {
            lines.add(new ChangeLine("表单字段", "顺序", places(places, names, false), places(places, names, true)));
        }
        return lines;
    }

    private static ChangeLine of(Change change, CodeNames names) {
        return new ChangeLine(
                row(change.file(), change.row(), names),
                change.column().isEmpty() ? "" : Columns.label(change.file(), change.column()),
                said(change, change.before(), names),
                said(change, change.after(), names));
    }

    private static String said(Change change, String text, CodeNames names) {
        if (text.isEmpty()) {
            return "";
        }
        if (change.column().isEmpty() && change.file().equals(Sections.EFFECTS)) {
            return effect(text, names);
        }
        return switch (change.column()) {
            case "lead_department", "cooperating_departments" -> names.departments(text);
            case "blank_form", "filled_example" -> OwnForm.told(text);
            case "default" -> names.answer(change.row(), text);
            case "audience" ->
                NewForm.audiences().stream()
                        .filter(choice -> choice.value().equals(text))
                        .map(Choice::text)
                        .findFirst()
                        .orElse(text);
            default -> CODED.contains(change.column()) ? names.said(text) : text;
        };
    }

    /** As {@link Change} names the row: question, answer, effect and target, of which only the last may have a blank in it. */
    private static String effect(String row, CodeNames names) {
        String[] parts = row.split(" ", 4);
        return parts.length < 4
                ? row
                : "「" + names.name(parts[0]) + "」答「" + names.answer(parts[0], parts[1]) + "」："
                        + Cells.EFFECTS.getOrDefault(parts[2], parts[2]) + " "
                        + names.target(parts[3]);
    }

    /** One field that is moved changes the place of others: that is one thing to read. */
    private static boolean isPlaceOfField(Change change) {
        return change.file().equals(Sections.FIELDS) && change.column().equals("order");
    }

    private static String places(List<Change> changes, CodeNames names, boolean now) {
        return changes.stream()
                .sorted(Comparator.comparing(change -> number(now ? change.after() : change.before())))
                .map(change -> names.name(change.row()))
                .collect(Collectors.joining("、"));
    }

    private static int number(String order) {
        return order.matches("\\d{1,7}") ? Integer.parseInt(order) : Integer.MAX_VALUE;
    }

    /** What a row of a file is called; only its kind if it has no name. */
    static String row(String file, String row, CodeNames names) {
        String kind = ROWS.getOrDefault(file, "");
        String name = switch (file) {
            case Sections.FIELDS, Sections.QUESTIONS -> names.name(row);
            case Sections.EFFECTS -> effect(row, names);
            case Sections.EXAMPLES -> names.said(row);
            default -> row;
        };
        return kind.isEmpty() || name.isBlank() ? kind : kind + "「" + name + "」";
    }

    public boolean isNewRow() {
        return column.isEmpty() && before.isEmpty();
    }

    public boolean isRemovedRow() {
        return column.isEmpty() && after.isEmpty();
    }

    public List<ChangedText.Piece> piecesBefore() {
        return ChangedText.of(before, after);
    }

    public List<ChangedText.Piece> piecesAfter() {
        return ChangedText.of(after, before);
    }
}
