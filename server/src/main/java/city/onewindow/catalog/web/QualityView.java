package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.lint.Quality;
import city.onewindow.catalog.lint.Rule;
import city.onewindow.catalog.lint.Severity;
import city.onewindow.frame.Tone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The report on the quality of the catalog, with one page of the list of findings.
 *
 * @param lines of this page
 * @param number of the page, from 1
 * @param total how many findings the filter lets through
 */
public record QualityView(
        Catalog catalog,
        QualitySummary summary,
        FindingFilter filter,
        List<FindingLine> lines,
        int number,
        int size,
        int total,
        ZoneId zone) {

    /** @param number of the page; what lies beyond the last page shows the last */
    static QualityView of(Quality.Report report, FindingFilter filter, int number, int size, ZoneId zone) {
        List<FindingLine> found = filter.read(report);
        int last = Math.max(1, (found.size() + size - 1) / size);
        int page = Math.max(1, Math.min(number, last));
        List<FindingLine> shown =
                found.stream().skip((long) (page - 1) * size).limit(size).toList();
        return new QualityView(
                report.catalog(), QualitySummary.of(report), filter, shown, page, size, found.size(), zone);
    }

    public boolean showsWaived() {
        return filter.showsWaived();
    }

    public boolean isOf(String department) {
        return department.equals(filter.department());
    }

    public boolean isOf(Rule rule) {
        return rule == filter.rule();
    }

    public boolean isOf(Severity severity) {
        return severity == filter.severity();
    }

    public int open() {
        return summary.errors() + summary.warnings() + summary.hints();
    }

    public int records() {
        return summary.items() + summary.oneThings();
    }

    public Severity[] severities() {
        return Severity.values();
    }

    public Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARN;
            case HINT -> Tone.INFO;
        };
    }

    public LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }
}
