package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Quality;
import city.onewindow.catalog.lint.Rule;
import city.onewindow.catalog.lint.Severity;
import city.onewindow.catalog.lint.UncheckedLaw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How good the catalog is, in numbers; of the findings only the open ones count.
 *
 * @param edition that was read through
 * @param items that can be applied for
 * @param oneThings that can be applied for
 * @param withoutErrors how many of both have no open finding at the level of an error
 * @param waived how many more findings somebody answers for
 * @param rules all that are looked for, those with most findings first
 * @param departments that have findings, those with most errors first
 * @param unchecked laws that are cited and that nothing was compared with, the most cited first
 */
public record QualitySummary(
        int edition,
        int items,
        int oneThings,
        int withoutErrors,
        int errors,
        int warnings,
        int hints,
        int waived,
        List<RuleLine> rules,
        List<DepartmentLine> departments,
        List<UncheckedLaw> unchecked) {

    /**
     * What is looked for.
     *
     * @param why the reason, with its source
     */
    public record RuleLine(Rule rule, Severity severity, String title, String why, int open) {}

    /** @param code of the department; empty for what belongs to none */
    public record DepartmentLine(String code, String name, int errors, int warnings, int hints) {}

    static QualitySummary of(Quality.Report report) {
        Catalog catalog = report.catalog();
        Judged judged = report.judged();
        long flawed = judged.openErrors().stream()
                .map(finding -> finding.oneThing() + finding.name())
                .distinct()
                .count();
        int items = catalog.items().size();
        int oneThings = catalog.oneThings().size();
        return new QualitySummary(
                catalog.edition(),
                items,
                oneThings,
                (int) (items + oneThings - flawed),
                count(judged.open(), Severity.ERROR),
                count(judged.open(), Severity.WARNING),
                count(judged.open(), Severity.HINT),
                judged.waived().size(),
                rules(judged.open()),
                departments(judged.open(), catalog),
                report.unchecked());
    }

    private static List<RuleLine> rules(List<Finding> open) {
        Map<Rule, Long> counts = open.stream().collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));
        return Stream.of(Rule.values())
                .map(rule -> new RuleLine(
                        rule,
                        rule.severity(),
                        rule.title(),
                        rule.why(),
                        counts.getOrDefault(rule, 0L).intValue()))
                .sorted(Comparator.comparing(RuleLine::severity)
                        .thenComparing(Comparator.comparing(RuleLine::open).reversed()))
                .toList();
    }

    private static List<DepartmentLine> departments(List<Finding> open, Catalog catalog) {
        List<DepartmentLine> lines = new ArrayList<>();
        open.stream()
                .collect(Collectors.groupingBy(Finding::department))
                .forEach((code, theirs) -> lines.add(new DepartmentLine(
                        code,
                        Named.department(code, catalog).name(),
                        count(theirs, Severity.ERROR),
                        count(theirs, Severity.WARNING),
                        count(theirs, Severity.HINT))));
        lines.sort(Comparator.comparing(DepartmentLine::errors)
                .thenComparing(DepartmentLine::warnings)
                .thenComparing(DepartmentLine::hints)
                .reversed()
                .thenComparing(DepartmentLine::code));
        return List.copyOf(lines);
    }

    private static int count(List<Finding> findings, Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
