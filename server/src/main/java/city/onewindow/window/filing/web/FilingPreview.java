package city.onewindow.window.filing.web;

import city.onewindow.window.filing.CheckedRow;
import city.onewindow.window.filing.Filing;
import java.util.List;
import java.util.stream.Stream;

/**
 * A filing as a program is shown it before it is filed.
 *
 * @param problems what is wrong, cell by cell, of what stands above and below the table and of the first {@value #ROWS} wrong rows
 */
record FilingPreview(Filing filing, List<PreviewRow.Flaw> problems) {

    static final int ROWS = 1000;

    static FilingPreview of(Filing filing, List<CheckedRow> wrong) {
        return new FilingPreview(
                filing,
                Stream.concat(
                                filing.headFlaws().stream().map(PreviewRow.Flaw::of),
                                wrong.stream().flatMap(row -> PreviewRow.of(row, filing.annex()).problems().stream()))
                        .toList());
    }
}
