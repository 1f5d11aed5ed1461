package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Rule;
import city.onewindow.catalog.lint.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding in a list.
 *
 * @param code of the item or one-thing; its guide tells the rest
 * @param department code of the department that can mend it
 * @param row what the row is about, such as a material's name; empty for the record's own row
 * @param waiver why it is let stand; null while it is open
 */
public record FindingLine(
        String key,
        Rule rule,
        Severity severity,
        String title,
        boolean oneThing,
        String code,
        String name,
        String department,
        String file,
        String row,
        String column,
        String what,
        String fix,
        @Nullable Reason waiver) {

    /**
     * Why a finding is let stand.
     *
     * @param who the name of the person who answers for it
     */
    public record Reason(String reason, String who, Instant at) {}

    static FindingLine of(Finding finding, Catalog catalog) {
        return of(finding, null, catalog);
    }

    static FindingLine of(Judged.Waived waived, Catalog catalog) {
        Reason reason = new Reason(
                waived.waiver().reason(),
                waived.waiver().whoName(),
                waived.waiver().at());
        return of(waived.finding(), reason, catalog);
    }

    private static FindingLine of(Finding finding, @Nullable Reason waiver, Catalog catalog) {
        return new FindingLine(
                finding.key(),
                finding.rule(),
                finding.severity(),
                finding.rule().title(),
                finding.oneThing(),
                code(finding, catalog),
                finding.name(),
                finding.department(),
                finding.file(),
                finding.row(),
                finding.column(),
                finding.what(),
                finding.fix(),
                waiver);
    }

    private static String code(Finding finding, Catalog catalog) {
        return finding.oneThing()
                ? catalog.oneThingNamed(finding.name()).map(OneThing::code).orElse("")
                : catalog.itemNamed(finding.name()).map(Item::code).orElse("");
    }

    /** Address of the item's or one-thing's guide. */
    public String address() {
        return (oneThing ? "/things/" : "/items/") + code;
    }
}
