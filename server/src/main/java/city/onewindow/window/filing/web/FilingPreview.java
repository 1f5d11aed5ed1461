package city.onewindow.window.filing.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.CheckedRow;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.Newcomers;
import java.util.List;
import java.util.stream.Stream;

/**
 * A filing as a program is shown it before it is filed.
 *
 * @param problems what is wrong, cell by cell, of what stands above and below the table and of the first {@value #ROWS} wrong rows
 * @param hints what stands in nobody's way and is to be known before it is filed, of the first {@value #ROWS} new rows: that the
 *     catalog doesn't have it, and what it looks like
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
                hints(filing, fresh, catalog));
    }

    private static List<PreviewRow.Flaw> hints(Filing filing, List<CheckedRow> fresh, Catalog catalog) {
        try (Newcomers newcomers = new Newcomers(filing, catalog)) {
            return fresh.stream()
                    .map(row -> hint(row, newcomers.told(row), filing.annex()))
                    .toList();
        }
    }

    private static PreviewRow.Flaw hint(CheckedRow row, String told, Annex annex) {
        int name = annex.item();
        return new PreviewRow.Flaw(row.cell(name), annex.columns().get(name).heading(), row.about(annex), told);
    }
}
