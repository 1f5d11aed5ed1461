package city.onewindow.catalog.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings, parted into those that are open and those that somebody answers for. */
public record Judged(List<Finding> open, List<Waived> waived) {

    /** A finding and why it is let stand. */
    public record Waived(Finding finding, Waiver waiver) {}

    public Judged {
        open = List.copyOf(open);
        waived = List.copyOf(waived);
    }

    /** Both in the order of the findings; a waiver of what is no longer found plays no part. */
    public static Judged of(List<Finding> findings, List<Waiver> waivers) {
        Map<String, Waiver> byFinding = new HashMap<>();
        waivers.forEach(waiver -> byFinding.put(waiver.finding(), waiver));
        List<Finding> open = new ArrayList<>();
        List<Waived> waived = new ArrayList<>();
        for (Finding finding : findings) {
            Waiver waiver = byFinding.get(finding.key());
            if (waiver == null) {
                open.add(finding);
            } else {
                waived.add(new Waived(finding, waiver));
            }
        }
        return new Judged(open, waived);
    }

    public List<Finding> openErrors() {
        return open.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
