package city.onewindow.window.filing.web;

import city.onewindow.frame.Tone;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.CheckedRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the preview.
 *
 * @param problems each with its cell
 * @param changes column: before → after; before them what is told of a new row
 */
public record RowLine(int line, Tone tone, String state, String about, List<String> problems, List<String> changes) {

    /** @param newcomer what is told of it if it is new, or empty */
    static RowLine of(CheckedRow row, Annex annex, String newcomer) {
        return new RowLine(
                row.line(),
                row.state().tone(),
                row.state().term(),
                row.about(annex),
                row.told(annex),
                Stream.concat(
                                Stream.of(newcomer).filter(told -> !told.isEmpty()),
                                row.changes().stream()
                                        .map(change -> annex.columns()
                                                        .get(change.column())
                                                        .heading() + "：" + said(change.before()) + " → "
                                                + said(change.after())))
                        .toList());
    }

    private static String said(String cell) {
        return cell.isEmpty() ? "（空）" : "“" + cell + "”";
    }
}
