package city.onewindow.window.filing.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.CheckedRow;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.Rename;
import java.util.List;
import java.util.stream.Stream;

/**
 * A filing as a program is shown it before it is filed.
 *
 * @param problems what is wrong, cell by cell, of what stands above and below the table and of the first {@value #ROWS} wrong rows
 * @param hints what may be meant otherwise and stands in nobody's way, of the first {@value #ROWS} new rows: a new item that looks like
 *     one that the table lacks
 */
record FilingPreview(Filing filing, List<PreviewRow.Flaw> problems, List<PreviewRow.Flaw> hints) {

    static final int ROWS = 1000;

    static FilingPreview of(Filing filing, List<CheckedRow> wrong, List<CheckedRow> fresh, Catalog catalog) {
        return new FilingPreview(
                filing,
                Stream.concat(
                                filing.headFlaws().stream().map(PreviewRow.Flaw::of),
                                wrong.stream().flatMap(row -> PreviewRow.of(row, filing, catalog).problems().stream()))
                        .toList(),
                fresh.stream()
                        .flatMap(row ->
                                Rename.of(row, filing, catalog)
                                        .map(rename -> hint(row, rename, filing.annex()))
                                        .stream())
                        .toList());
    }

    private static PreviewRow.Flaw hint(CheckedRow row, Rename rename, Annex annex) {
        int name = annex.item();
        return new PreviewRow.Flaw(
                row.cell(name), annex.columns().get(name).heading(), row.about(annex), rename.told());
    }
}
