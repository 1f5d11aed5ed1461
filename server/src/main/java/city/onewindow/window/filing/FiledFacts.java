package city.onewindow.window.filing;

import city.onewindow.window.Annex;
import city.onewindow.window.AnnexColumn;
import city.onewindow.window.AnnexSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What only departments know (年办件量, 后台接收人 …), as they last filed it: it stands in an annex wherever the catalog says nothing.
 *
 * @param rows as they were filed last, by what they are about: the cells of the {@link Annex#keys}
 */
public record FiledFacts(Map<HeadLine, String> head, Map<List<String>, List<String>> rows) {

    public static final FiledFacts NONE = new FiledFacts(Map.of(), Map.of());

    /** The annex as the catalog fills it in, completed. */
    AnnexSheet completed(Annex annex, AnnexSheet sheet) {
        return new AnnexSheet(
                sheet.name(),
                sheet.title(),
                sheet.head().stream().map(this::completed).toList(),
                sheet.columns(),
                sheet.rows().stream().map(row -> completed(annex, row)).toList(),
                sheet.foot());
    }

    private Map.Entry<String, String> completed(Map.Entry<String, String> line) {
        return HeadLine.labelled(line.getKey())
                .filter(about -> about.isKept() && line.getValue().isEmpty())
                .map(about -> Map.entry(line.getKey(), head.getOrDefault(about, "")))
                .orElse(line);
    }

    private List<Object> completed(Annex annex, List<Object> row) {
        List<String> filed = rows.get(
                annex.keys().stream().map(row::get).map(Object::toString).toList());
        return filed == null ? row : completed(annex.columns(), row, filed);
    }

    /** Why an item stays out of the comprehensive windows was said of the window that stood beside it. */
    private static boolean isOfAnotherWindow(AnnexColumn column, List<Object> row, List<String> filed) {
        int window = Annex.DEPARTMENT.column("拟入窗口");
        return column.heading().equals("不纳入理由") && !row.get(window).equals(filed.get(window));
    }

    private static List<Object> completed(List<AnnexColumn> columns, List<Object> row, List<String> filed) {
        List<Object> completed = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            boolean fills = columns.get(at).isFiled()
                    && row.get(at).toString().isEmpty()
                    && !isOfAnotherWindow(columns.get(at), row, filed);
            completed.add(fills ? AnnotatedCopy.cell(columns.get(at), filed.get(at)) : row.get(at));
        }
        return completed;
    }
}
