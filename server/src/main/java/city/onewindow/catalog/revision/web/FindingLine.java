package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Severity;
import city.onewindow.catalog.revision.Columns;
import city.onewindow.frame.Tone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the linter found, as the editor tells it.
 *
 * @param href the field concerned; null if it is not in this editor
 */
public record FindingLine(
        Tone tone,
        String severity,
        String title,
        String where,
        String what,
        String why,
        String fix,
        @Nullable String href) {

    /**
     * @param record name of what is revised; a finding about something else says about what
     * @param shown ids of the fields that the editor has
     */
    static FindingLine of(
            Finding finding,
            String record,
            Map<String, List<Map<String, String>>> rows,
            Set<String> shown,
            CodeNames names) {
        String about = finding.name().equals(record) ? "" : "「" + finding.name() + "」";
        String row = ChangeLine.row(finding.file(), finding.row(), names);
        return new FindingLine(
                tone(finding.severity()),
                finding.severity().term(),
                finding.rule().title(),
                about
                        + row
                        + (about.isEmpty() && row.isEmpty() ? "" : " · ")
                        + Columns.label(finding.file(), finding.column()),
                finding.what(),
                finding.rule().why(),
                finding.fix(),
                href(finding, rows.getOrDefault(finding.file(), List.of()), shown));
    }

    private static @Nullable String href(Finding finding, List<Map<String, String>> rows, Set<String> shown) {
        return IntStream.range(0, rows.size())
                .filter(row -> finding.row().isEmpty() || rows.get(row).containsValue(finding.row()))
                .mapToObj(row -> Cells.id(finding.file(), row, finding.column()))
                .filter(shown::contains)
                .findFirst()
                .map(id -> "#" + id)
                .orElse(null);
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARN;
            case HINT -> Tone.INFO;
        };
    }
}
