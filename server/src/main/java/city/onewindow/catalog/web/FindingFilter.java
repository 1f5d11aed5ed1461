package city.onewindow.catalog.web;

import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Quality;
import city.onewindow.catalog.lint.Rule;
import city.onewindow.catalog.lint.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a list shows; what isn't given doesn't narrow it.
 *
 * @param department code of the department that can mend it
 * @param waived true: those that somebody answers for; else those that are open
 */
public record FindingFilter(
        @Nullable String department,
        @Nullable Rule rule,
        @Nullable Severity severity,
        @Nullable Boolean waived) {

    boolean showsWaived() {
        return Boolean.TRUE.equals(waived);
    }

    List<FindingLine> read(Quality.Report report) {
        Judged judged = report.judged();
        return showsWaived()
                ? judged.waived().stream()
                        .filter(one -> fits(one.finding()))
                        .map(one -> FindingLine.of(one, report.catalog()))
                        .toList()
                : judged.open().stream()
                        .filter(this::fits)
                        .map(one -> FindingLine.of(one, report.catalog()))
                        .toList();
    }

    private boolean fits(Finding finding) {
        return (department == null
                        || department.isEmpty()
                        || finding.department().equals(department))
                && (rule == null || finding.rule() == rule)
                && (severity == null || finding.severity() == severity);
    }
}
