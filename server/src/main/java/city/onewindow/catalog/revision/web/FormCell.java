package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.OwnForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cell that names a department's own form: which file it is, and where another is chosen.
 *
 * @param name of the input that keeps the cell
 * @param id of it
 * @param chooser name of the input that takes a file
 * @param written the cell
 * @param form what it names; null if nothing that can be had
 * @param error what is wrong with it; null if nothing
 */
public record FormCell(
        FormPaper paper,
        String name,
        String id,
        String chooser,
        String chooserId,
        String written,
        @Nullable OwnForm form,
        @Nullable String error) {

    /** Begins as the file's name, so that it is numbered anew with its row, and is none of the file's cells all the same. */
    private static final String CHOOSER = Sections.MATERIALS + "-file";

    /**
     * Those of a row; none in any file but that of materials.
     *
     * @param errors by {@code file/row/column}
     */
    static List<FormCell> of(String file, String row, Map<String, String> cells, Map<String, String> errors) {
        return columns(file)
                .flatMap(column -> FormPaper.inColumn(column).stream())
                .map(paper -> of(
                        paper,
                        row,
                        cells.getOrDefault(paper.column(), ""),
                        errors.get(file + "/" + row + "/" + paper.column())))
                .toList();
    }

    private static FormCell of(FormPaper paper, String row, String written, @Nullable String error) {
        return new FormCell(
                paper,
                Cells.name(Sections.MATERIALS, row, paper.column()),
                Cells.id(Sections.MATERIALS, row, paper.column()),
                Cells.name(CHOOSER, row, paper.column()),
                Cells.id(CHOOSER, row, paper.column()),
                written,
                OwnForm.read(written).orElse(null),
                error);
    }

    /** Columns of a file that name such forms. */
    static Stream<String> columns(String file) {
        return file.equals(Sections.MATERIALS) ? Stream.of(FormPaper.values()).map(FormPaper::column) : Stream.empty();
    }

    /** Whether a file that came in was chosen for a cell of this kind. */
    static boolean isChooser(String name) {
        return name.startsWith(CHOOSER + "[");
    }

    /** Name of the input that keeps the cell for which a file was chosen. */
    static String cellOf(String chooser) {
        return Sections.MATERIALS + chooser.substring(CHOOSER.length());
    }

    /** For the file chooser of a browser. */
    public String accept() {
        return paper.rules().endings().replace("、", ",");
    }

    public int megabytes() {
        return paper.rules().megabytes();
    }
}
