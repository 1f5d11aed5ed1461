package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.revision.Change;
import city.onewindow.catalog.revision.ManyRevisions;
import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a filing does to the catalog: each changed row of annex 2 becomes a revision of its item, submitted at once; a new row the
 * draft of a new item. Nothing arises from annexes 1 and 3, which speak of other departments' items.
 */
@Component
class FilingRevisions {

    private final Revisions revisions;
    private final ManyRevisions many;
    private final FilingRevisionTable begun;
    private final Catalogs catalogs;
    private final Clock clock;

    FilingRevisions(
            Revisions revisions, ManyRevisions many, FilingRevisionTable begun, Catalogs catalogs, Clock clock) {
        this.revisions = revisions;
        this.many = many;
        this.begun = begun;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** The rows, with the obstacle at those that couldn't become a revision now. */
    List<CheckedRow> looked(List<CheckedRow> rows, Target target) {
        if (target.annex() != Annex.DEPARTMENT) {
            return rows;
        }
        Underway underway = underway(target, rows);
        return rows.stream()
                .map(row -> {
                    String obstacle = underway.obstacle(row);
                    return obstacle == null
                            ? row
                            : row.with(new CheckedRow.Flaw(target.annex().keys().get(0), obstacle));
                })
                .toList();
    }

    private Underway underway(Target target, List<CheckedRow> rows) {
        List<String> fresh = rows.stream()
                .filter(row -> row.state() == RowState.NEW)
                .map(row -> row.name(target.annex()))
                .toList();
        return new Underway(
                many.open(target.department()),
                begun.leftBy(target),
                many.taken(target.department(), fresh),
                clock.getZone());
    }

    /**
     * Hands in what the rows say; what an earlier filing of the round handed in, nobody has edited since and these rows no longer
     * say, is given up.
     */
    void send(Filing filing, List<CheckedRow> rows, Actor actor) {
        if (filing.annex() == Annex.DEPARTMENT) {
            new Sending(filing, underway(filing.target(), rows), actor).send(rows);
        }
    }

    /**
     * What a returned filing began goes with it, as far as nobody has edited it or agreed to it since: what is right about it comes
     * again with the table.
     */
    void takeBack(Filing returned, Actor actor) {
        if (returned.annex() == Annex.DEPARTMENT) {
            List<Revision> untouched = underway(returned.target(), List.of()).untouchedOf(returned);
            many.withdrawReturned(untouched, "随“" + returned.title() + "”退回", actor);
        }
    }

    /** One table on its way into the catalog. */
    private final class Sending {

        private final Filing filing;
        private final Underway underway;
        private final Actor actor;
        private final Catalog catalog = catalogs.current();
        private final Map<String, ContentRows> changed = new LinkedHashMap<>();
        private final Map<String, ContentRows> fresh = new LinkedHashMap<>();
        /** Saves by number of the revision. */
        private final Map<Long, Integer> left = new LinkedHashMap<>();

        Sending(Filing filing, Underway underway, Actor actor) {
            this.filing = filing;
            this.underway = underway;
            this.actor = actor;
        }

        void send(List<CheckedRow> rows) {
            for (CheckedRow row : rows) {
                String obstacle = underway.obstacle(row);
                if (obstacle != null) {
                    throw new Problem.Conflict("第" + row.line() + "行：" + obstacle);
                }
                if (!underway.isSaid(row)) {
                    take(row);
                }
            }
            many.withdraw(givenUp(), actor);
            submitted().values().forEach(id -> left.put(id, ManyRevisions.FIRST_SAVE));
            many.begin(fresh, actor).values().forEach(id -> left.put(id, ManyRevisions.FIRST_SAVE));
            begun.add(filing.id(), left);
        }

        private List<Revision> givenUp() {
            Stream<Revision> replaced =
                    changed.keySet().stream().map(underway.open()::get).filter(Objects::nonNull);
            Stream<Revision> unsaid =
                    underway.untouchedOf(filing.round()).stream().filter(before -> !left.containsKey(before.id()));
            return Stream.concat(replaced, unsaid).distinct().toList();
        }

        private void take(CheckedRow row) {
            Item item = catalog.itemNamed(row.name(filing.annex())).orElse(null);
            if (row.state() == RowState.CHANGED && item != null) {
                change(item, row);
            } else if (row.state() == RowState.NEW && item == null) {
                draft(row);
            }
        }

        private void change(Item item, CheckedRow row) {
            Map<String, String> wanted = ItemRows.wanted(row);
            if (wanted.isEmpty()) {
                return;
            }
            ContentRows published = ItemRows.of(item, Map.of(), catalog);
            ContentRows shall = ItemRows.with(published, wanted);
            if (Change.between(published, shall).isEmpty()) {
                return;
            }
            Revision before = underway.of(row);
            if (before != null
                    && before.status() == RevisionStatus.SUBMITTED
                    && Change.between(before.rows(), shall).isEmpty()) {
                left.put(before.id(), before.saves());
            } else {
                changed.put(item.name(), shall);
            }
        }

        /** It lacks what annex 2 has no column for, so its department goes on with it in the editor. */
        private void draft(CheckedRow row) {
            String name = row.name(filing.annex());
            ContentRows blank = NewItem.rows(name, "", filing.department(), catalog.content());
            ContentRows shall = ItemRows.with(blank, ItemRows.said(row));
            Revision before = underway.of(row);
            if (before == null) {
                fresh.put(name, shall);
            } else {
                Revision now = Change.between(before.rows(), shall).isEmpty()
                        ? before
                        : revisions.save(before.id(), shall.rows(), before.saves(), actor);
                left.put(now.id(), now.saves());
            }
        }

        private Map<String, Long> submitted() {
            try {
                return many.submit(changed, actor);
            } catch (Problem.InvalidInput now) {
                // The rows were right when they were checked, so the catalog has changed since.
                throw new Problem.Conflict(
                        "检查以后事项目录变了，现在不能这样报送：" + now.faults().get(0).message() + "。请重新上传这份报表，再检查一遍。");
            }
        }
    }
}
