package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Severity;
import city.onewindow.catalog.lint.Waiver;
import city.onewindow.catalog.revision.Columns;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.frame.Tone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the linter found, as the editor tells it.
 *
 * @param waiver why it is let stand and who answers for it; null while it is open
 * @param waiving where it is waived, or the waiver taken back; null if it is about something else than what is revised
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
        @Nullable String waiver,
        @Nullable String waiving,
        @Nullable String href) {

    /**
     * @param waiver null while it is open
     * @param revision in which it was found; a finding about something else says about what
     * @param shown ids of the fields that the editor has
     */
    static FindingLine of(
            Finding finding,
            @Nullable Waiver waiver,
            Revision revision,
            Map<String, List<Map<String, String>>> rows,
            Set<String> shown,
            CodeNames names) {
        boolean own = finding.name().equals(revision.key());
        String about = own ? "" : "「" + finding.name() + "」";
        String row = ChangeLine.row(finding.file(), finding.row(), names);
        return new FindingLine(
                waiver == null ? tone(finding.severity()) : Tone.IDLE,
                finding.severity().term(),
                finding.rule().title(),
                about
                        + row
                        + (about.isEmpty() && row.isEmpty() ? "" : " · ")
                        + Columns.label(finding.file(), finding.column()),
                finding.what(),
                finding.rule().why(),
                finding.fix(),
                waiver == null ? null : waiver.reason() + "（" + waiver.whoName() + "）",
                own ? "/waivers/" + finding.key() + "?revision=" + revision.id() : null,
                href(finding, rows.getOrDefault(finding.file(), List.of()), shown));
    }

    public boolean isOpen() {
        return waiver == null;
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
