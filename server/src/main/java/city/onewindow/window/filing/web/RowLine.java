package city.onewindow.window.filing.web;

import city.onewindow.frame.Tone;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.CheckedRow;
import city.onewindow.window.filing.Rename;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the preview.
 *
 * @param problems each with its cell
 * @param changes column: before → after; before them that it looks like another item under a new name
 */
public record RowLine(int line, Tone tone, String state, String about, List<String> problems, List<String> changes) {

    /** @param rename what it perhaps is under another name */
    static RowLine of(CheckedRow row, Annex annex, Optional<Rename> rename) {
        return new RowLine(
                row.line(),
                row.state().tone(),
                row.state().term(),
                row.about(annex),
                row.told(annex),
                Stream.concat(
                                rename.map(Rename::told).stream(),
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
