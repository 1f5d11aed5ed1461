package city.onewindow.window.filing.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.CheckedRow;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.HeadFlaw;
import city.onewindow.window.filing.Rename;
import city.onewindow.window.filing.RowState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a filing as a program is shown it.
 *
 * @param line as a spreadsheet counts it
 * @param about the item, and the material where a row is one
 * @param cells as they were handed in, by column
 * @param rename what a new row perhaps is under another name; null if it looks like none
 */
record PreviewRow(
        int line,
        RowState state,
        String about,
        List<String> cells,
        List<Flaw> problems,
        List<Differing> changes,
        @Nullable Rename rename) {

    /**
     * Something to be mended.
     *
     * @param cell such as I6
     */
    record Flaw(String cell, String heading, String about, String message) {
        static Flaw of(HeadFlaw flaw) {
            return new Flaw(flaw.cell(), flaw.label(), "", flaw.message());
        }
    }

    /**
     * What the catalog says otherwise.
     *
     * @param cell such as I6
     */
    record Differing(String cell, String heading, String before, String after) {}

    static PreviewRow of(CheckedRow row, Filing filing, Catalog catalog) {
        Annex annex = filing.annex();
        return new PreviewRow(
                row.line(),
                row.state(),
                row.about(annex),
                row.cells(),
                row.problems().stream()
                        .map(flaw -> new Flaw(
                                row.cell(flaw.column()),
                                annex.columns().get(flaw.column()).heading(),
                                row.about(annex),
                                flaw.message()))
                        .toList(),
                row.changes().stream()
                        .map(change -> new Differing(
                                row.cell(change.column()),
                                annex.columns().get(change.column()).heading(),
                                change.before(),
                                change.after()))
                        .toList(),
                Rename.of(row, filing, catalog).orElse(null));
    }
}
