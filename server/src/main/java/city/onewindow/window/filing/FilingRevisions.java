package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.OpenRevisions;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a filing does to the catalog: each changed row of annex 2 becomes a revision of its item, submitted at once; a new row the
 * draft of a new item. Only who keeps the items can say it, so nothing arises from what the centre files for a department, nor
 * from annexes 1 and 3, which speak of other departments' items.
 */
@Component
class FilingRevisions {

    private final Revisions revisions;
    private final OpenRevisions open;
    private final FilingTable filings;
    private final Catalogs catalogs;

    FilingRevisions(Revisions revisions, OpenRevisions open, FilingTable filings, Catalogs catalogs) {
        this.revisions = revisions;
        this.open = open;
        this.filings = filings;
        this.catalogs = catalogs;
    }

    static boolean arise(Target target, Actor actor) {
        return target.annex() == Annex.DEPARTMENT && target.isOwn(actor);
    }

    /** The rows, with the obstacle at those whose item is being revised otherwise. */
    List<CheckedRow> looked(List<CheckedRow> rows, Target target, Actor actor) {
        if (!arise(target, actor)) {
            return rows;
        }
        Underway underway = underway(target);
        return rows.stream()
                .map(row -> {
                    String obstacle = row.state() == RowState.CHANGED ? underway.obstacle(row) : null;
                    return obstacle == null
                            ? row
                            : row.with(new CheckedRow.Flaw(target.annex().keys().get(0), obstacle));
                })
                .toList();
    }

    /** @return numbers of the revisions that were begun */
    List<Long> send(Target target, List<CheckedRow> rows, Actor actor) {
        if (!arise(target, actor)) {
            return List.of();
        }
        Catalog catalog = catalogs.current();
        takeBack(underway(target), actor);
        Underway underway = underway(target);
        List<Long> begun = new ArrayList<>();
        for (CheckedRow row : rows) {
            Item item = catalog.itemNamed(row.name(target.annex())).orElse(null);
            if (row.state() == RowState.CHANGED && item != null) {
                change(item, row, underway, actor).ifPresent(begun::add);
            } else if (row.state() == RowState.NEW && item == null) {
                draft(row, target, underway, catalog, actor).ifPresent(begun::add);
            }
        }
        return begun;
    }

    /** What an earlier filing of the table handed in and nobody has agreed to yet: what still holds, this one hands in anew. */
    private void takeBack(Underway underway, Actor actor) {
        underway.open().values().stream()
                .filter(revision -> underway.earlier().contains(revision.id()))
                .filter(revision -> revision.status() == RevisionStatus.SUBMITTED)
                .forEach(revision -> revisions.withdraw(revision.id(), actor));
    }

    private Optional<Long> change(Item item, CheckedRow row, Underway underway, Actor actor) {
        Map<String, String> wanted = ItemRows.wanted(row);
        Revision before = underway.open().get(item.name());
        if (wanted.isEmpty() || before != null && says(before, wanted)) {
            return Optional.empty();
        }
        if (before != null) {
            String obstacle = underway.obstacle(row);
            if (obstacle != null) {
                throw new Problem.Conflict(obstacle);
            }
            revisions.withdraw(before.id(), actor);
        }
        Revision begun = revisions.begin(Revision.Kind.ITEM, item.name(), actor);
        ContentRows rows = ItemRows.with(begun.rows(), wanted);
        revisions.save(begun.id(), rows.rows(), begun.saves(), actor);
        return Optional.of(revisions.submit(begun.id(), actor).id());
    }

    /** It lacks what annex 2 has no column for, so its department goes on with it in the editor. */
    private Optional<Long> draft(CheckedRow row, Target target, Underway underway, Catalog catalog, Actor actor) {
        String name = row.name(target.annex());
        if (underway.open().containsKey(name)) {
            return Optional.empty();
        }
        ContentRows blank = NewItem.rows(name, "", target.department(), catalog.content());
        ContentRows rows = ItemRows.with(blank, ItemRows.said(row));
        return Optional.of(
                revisions.beginNew(Revision.Kind.ITEM, name, rows, actor).id());
    }

    private Underway underway(Target target) {
        return new Underway(open.ofItems(target.department()), filings.revisionsOf(target));
    }

    private static boolean says(Revision revision, Map<String, String> wanted) {
        List<Map<String, String>> own = revision.rows().of(ItemRows.ITEMS);
        return !own.isEmpty() && own.get(0).entrySet().containsAll(wanted.entrySet());
    }

    /**
     * What is being revised.
     *
     * @param open by name of the item
     * @param earlier numbers of the revisions that filings of the same table began: a newer one may take their place
     */
    private record Underway(Map<String, Revision> open, Set<Long> earlier) {

        /** Why the row can't become a revision now; null if it can. */
        @Nullable
        String obstacle(CheckedRow row) {
            Revision before = open.get(row.name(Annex.DEPARTMENT));
            if (before == null || says(before, ItemRows.wanted(row))) {
                return null;
            }
            if (earlier.contains(before.id()) && before.status() != RevisionStatus.APPROVED) {
                return null;
            }
            return "「" + before.key() + "」有一份修改没有办完（" + before.status().term() + "，" + before.changedByName()
                    + "）。请先在“事项维护”里办完或撤回它，再报送这一行。";
        }
    }
}
