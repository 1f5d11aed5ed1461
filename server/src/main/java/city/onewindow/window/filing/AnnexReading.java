package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** From a file to rows that were compared with the catalog. */
public final class AnnexReading {

    private AnnexReading() {}

    /** Told how far it has come. */
    public interface Progress {
        void told(int read, int total);
    }

    /**
     * @param rows in the order of the file
     * @param absent what the catalog has and the table hasn't, by name
     * @param head what stands above and below the table
     * @param around the same as it stood there
     * @param headFlaws what is wrong with that
     */
    public record Result(
            List<CheckedRow> rows,
            List<String> absent,
            Map<HeadLine, String> head,
            Around around,
            List<HeadFlaw> headFlaws) {}

    /**
     * @param facts what was filed last
     * @param drafts lays rows over the catalog and tells what is wrong
     * @throws Problem.InvalidInput if the file as a whole can't be taken, with every reason
     */
    public static Result read(
            Path file,
            Target target,
            Catalog catalog,
            FiledFacts facts,
            Function<ContentRows, Draft> drafts,
            Progress progress) {
        SheetFacts sheet = SheetFacts.of(file);
        progress.told(0, sheet.rows());
        TableReader.Table given =
                TableReader.read(file, target.annex(), sheet, read -> progress.told(read, sheet.rows()));
        progress.told(sheet.rows(), sheet.rows());
        TableCheck.Checked checked = TableCheck.check(target, catalog, facts, given.rows());
        List<CheckedRow> rows =
                target.annex() == Annex.DEPARTMENT ? ItemRows.checked(checked.rows(), catalog, drafts) : checked.rows();
        return new Result(
                rows,
                checked.absent().stream().map(key -> String.join(" · ", key)).toList(),
                given.head().texts(),
                new Around(given.heading(), given.head().all()),
                headFlaws(given, target, catalog, sheet.marks()));
    }

    private static List<HeadFlaw> headFlaws(TableReader.Table given, Target target, Catalog catalog, CellFacts marks) {
        return Stream.concat(
                        given.head().flaws(target, catalog, marks).stream(),
                        marks.heading(given.heading(), target.annex().columns().size()).stream())
                .toList();
    }
}
