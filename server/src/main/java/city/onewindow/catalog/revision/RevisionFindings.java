package city.onewindow.catalog.revision;

import city.onewindow.catalog.content.ContentFault;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.lint.Finding;
import java.util.List;
import java.util.Map;

/** What the linter finds in a revision while it is being written: of cells that can't be read, and of what hangs on them, nothing. */
public final class RevisionFindings {

    /** The column that tells a file's rows apart; the record's own row needs none. */
    private static final Map<String, String> ROW_NAMES =
            Map.of("materials.csv", "material", "one-things.csv", "item", "situations.csv", "question_code");

    private RevisionFindings() {}

    /**
     * @param rows of the revision, as they are kept or typed
     * @param draft as they were read
     */
    public static List<Finding> of(Revision revision, ContentRows rows, Draft draft) {
        List<Finding> findings = revision.kind().findings(revision.key(), draft.content());
        return draft.faults().isEmpty()
                ? findings
                : findings.stream()
                        .filter(finding -> isReadable(finding, line(finding, rows), draft.faults()))
                        .toList();
    }

    private static boolean isReadable(Finding finding, int line, List<ContentFault> faults) {
        return switch (finding.rule().scope()) {
            case CELL ->
                faults.stream()
                        .filter(fault -> isIn(fault, finding, line))
                        .noneMatch(fault ->
                                fault.column().isEmpty() || fault.column().equals(finding.column()));
            case ROW -> faults.stream().noneMatch(fault -> isIn(fault, finding, line));
            case RECORD -> false;
        };
    }

    private static boolean isIn(ContentFault fault, Finding finding, int line) {
        return fault.file().equals(finding.file()) && fault.line() == line;
    }

    /** Of the row in which it stands. */
    static int line(Finding finding, ContentRows rows) {
        String column = ROW_NAMES.get(finding.file());
        List<Map<String, String>> all = rows.of(finding.file());
        for (int i = 0; column != null && i < all.size(); i++) {
            if (finding.row().equals(all.get(i).get(column))) {
                return ContentRows.FIRST_LINE + i;
            }
        }
        return ContentRows.FIRST_LINE;
    }
}
