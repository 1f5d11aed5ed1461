package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionAct;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Link;
import city.onewindow.frame.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A revision as its page shows it.
 *
 * @param editable whether the reader writes in it
 * @param faults what is wrong in it
 * @param examples whether a one-thing's examples come out as they are written
 * @param mine where what was typed differs from what somebody else saved meanwhile; empty unless both wrote at once
 * @param elements and {@code items}: what may stand in their fields, code or name and what it is
 * @param graph of a one-thing's items; null for an item
 */
public record RevisionSheet(
        Revision revision,
        boolean editable,
        List<Fact> facts,
        List<Section> sections,
        List<FaultLine> faults,
        List<FindingLine> findings,
        List<ExampleLine> examples,
        List<ChangeLine> mine,
        List<ChangeLine> changes,
        List<ChangeLine> meanwhile,
        List<HistoryLine> history,
        List<RevisionAct> next,
        List<Choice> elements,
        List<Choice> items,
        @Nullable DesignGraph graph) {

    /** What is wrong, each leading to its field if it has one. */
    public List<Link> errors() {
        return faults.stream().map(FaultLine::link).toList();
    }

    /** How many faults lie in a section. */
    public long faultsIn(Section section) {
        Set<String> ids = section.ids();
        return faults.stream()
                .filter(fault -> ids.contains(fault.href().substring(1)))
                .count();
    }

    public Tone tone() {
        return tone(revision.status());
    }

    static Tone tone(RevisionStatus status) {
        return switch (status) {
            case DRAFT -> Tone.INFO;
            case SUBMITTED -> Tone.WARN;
            case RETURNED -> Tone.BAD;
            case APPROVED, PUBLISHED -> Tone.GOOD;
            case WITHDRAWN -> Tone.IDLE;
        };
    }

    public String address() {
        return "/revisions/" + revision.id();
    }

    public boolean may(RevisionAct act) {
        return next.contains(act);
    }

    /** Of the kind, as the bundle's keys have it. */
    public String kind() {
        return revision.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether there is a guide to be looked at. */
    public boolean hasGuide() {
        return revision.kind() != Revision.Kind.WINDOW;
    }

    public boolean isOneThing() {
        return revision.kind() == Revision.Kind.ONE_THING;
    }

    /** Whether two wrote at once: then nothing is saved by itself until the reader has looked. */
    public boolean isContested() {
        return !mine.isEmpty();
    }

    /** Whether edges are drawn in the graph: not while two versions of them stand on the page. */
    public boolean isDesigned() {
        return editable && !isContested();
    }

    /** What was kept of the items' rows, by id of the field: what a new item brings along isn't on the page yet. */
    public Map<String, String> memberCells() {
        Map<String, String> cells = new LinkedHashMap<>();
        List<Map<String, String>> members = revision.rows().of(Sections.MEMBERS);
        for (int row = 0; row < members.size(); row++) {
            for (String column : Sections.MEMBER_COLUMNS) {
                String value = members.get(row).getOrDefault(column, "");
                if (!value.isEmpty()) {
                    cells.put(Cells.id(Sections.MEMBERS, row, column), value);
                }
            }
        }
        return cells;
    }

    /** Why it came back; null unless it has been returned and waits to be mended. */
    public @Nullable HistoryLine returned() {
        return revision.status() == RevisionStatus.RETURNED
                ? history.stream()
                        .filter(line -> line.act().equals(RevisionAct.RETURN.term()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** How many findings nobody has waived. */
    public long open() {
        return findings.stream().filter(FindingLine::isOpen).count();
    }

    /** Whether the reader has a use for waiving: who writes it, or is to publish it. */
    public boolean isWaiving() {
        return editable || may(RevisionAct.PUBLISH);
    }

    /** How many findings stand in the way of publication. */
    public long severe() {
        return findings.stream().filter(finding -> finding.tone() == Tone.BAD).count();
    }
}
