package city.onewindow.window.filing;

import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.window.Annex;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a department's items is being revised, and so may stand in the way of a row.
 *
 * @param open by name of the item
 * @param left how filings of the same table left the revisions that they began, by their number
 * @param taken why a new item can't have a name, by name
 */
record Underway(
        Map<String, Revision> open, Map<Long, FilingRevisionTable.Left> left, Map<String, String> taken, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private static final String AGAIN = "请照它改这一行，或者先在“事项维护”里办完或撤回它，再报送。";

    @Nullable
    Revision of(CheckedRow row) {
        return open.get(row.name(Annex.DEPARTMENT));
    }

    /** Whether a filing began it, nobody has edited it since and nobody has agreed to it: a newer filing may change it. */
    boolean isUntouched(Revision revision) {
        FilingRevisionTable.Left by = left.get(revision.id());
        return by != null && by.saves() == revision.saves() && revision.status() != RevisionStatus.APPROVED;
    }

    /** What filings of the round have changed of published items, as far as it is untouched. */
    List<Revision> untouchedOf(long round) {
        return open.values().stream()
                .filter(revision -> !revision.isNew() && isUntouched(revision))
                .filter(revision ->
                        Objects.requireNonNull(left.get(revision.id())).round() == round)
                .toList();
    }

    /** What a filing has begun or taken over, as far as it is untouched. */
    List<Revision> untouchedOf(Filing filing) {
        Set<Long> its = Set.copyOf(filing.revisions());
        return open.values().stream()
                .filter(revision -> its.contains(revision.id()) && isUntouched(revision))
                .toList();
    }

    /** Whether there is nothing to be done for the row: somebody's revision says what it says. */
    boolean isSaid(CheckedRow row) {
        Revision before = of(row);
        if (before == null || isUntouched(before)) {
            return false;
        }
        List<Map<String, String>> own = before.rows().of(ItemRows.ITEMS);
        return !own.isEmpty() && own.get(0).entrySet().containsAll(says(row).entrySet());
    }

    private static Map<String, String> says(CheckedRow row) {
        return row.state() == RowState.NEW ? ItemRows.said(row) : ItemRows.wanted(row);
    }

    /** Why the row can't become a revision now; null if it can. */
    @Nullable
    String obstacle(CheckedRow row) {
        boolean fresh = row.state() == RowState.NEW;
        if (!fresh && row.state() != RowState.CHANGED) {
            return null;
        }
        String name = row.name(Annex.DEPARTMENT);
        if (fresh && taken.containsKey(name)) {
            return taken.get(name);
        }
        Revision before = open.get(name);
        if (before == null || says(row).isEmpty() || isSaid(row)) {
            return null;
        }
        if (isUntouched(before) && (!fresh || before.status().isEditable())) {
            return null;
        }
        return left.containsKey(before.id()) && before.status() != RevisionStatus.APPROVED
                ? "「" + name + "」上次报送时建的" + (fresh ? "草稿" : "修改") + "（"
                        + before.status().term() + "），"
                        + before.changedByName() + "在 "
                        + TIME.format(before.changedAt().atZone(zone))
                        + " 改过，没有覆盖。" + AGAIN
                : "「" + name + "」有一份修改没有办完（" + before.status().term() + "，" + before.changedByName() + "）。" + AGAIN;
    }
}
