package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Item;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the windows' lists (附件3) of the last round say of a department's items otherwise than the department does: otherwise than its
 * annex 2 of that round, or, where that says nothing, than the catalog as it stands now. Shown to who keeps the items, for he alone can
 * say which is right.
 */
@Service
public class Differences {

    private static final Set<String> OF_MATERIALS = Set.of("required", "form", "review_points");

    private final RoundTable rounds;
    private final FilingTable filings;
    private final FilingRowTable rows;
    private final Catalogs catalogs;

    Differences(RoundTable rounds, FilingTable filings, FilingRowTable rows, Catalogs catalogs) {
        this.rounds = rounds;
        this.filings = filings;
        this.rows = rows;
        this.catalogs = catalogs;
    }

    /** Of the items that the actor keeps, by window; nothing for those who keep none. */
    @Transactional(readOnly = true)
    public List<Difference> concerning(Actor actor) {
        Catalog catalog = catalogs.current();
        Set<String> items = catalog.items().stream()
                .filter(item -> item.department().equals(actor.department()))
                .map(Item::name)
                .collect(Collectors.toSet());
        Optional<Round> last = rounds.list(Long.MAX_VALUE, 1).stream().findFirst();
        if (!actor.has(Role.LIAISON) || items.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        List<Filing> standing = filings.standing(last.get().id()).stream()
                .filter(filing -> filing.status() != FilingStatus.RETURNED)
                .toList();
        Map<String, CheckedRow> own = standing.stream()
                .filter(filing -> filing.annex() == Annex.DEPARTMENT
                        && filing.department().equals(actor.department()))
                .flatMap(filing ->
                        rows.about(filing.id(), Annex.DEPARTMENT.keys().get(0), items).stream())
                .collect(Collectors.toMap(
                        row -> row.name(Annex.DEPARTMENT), row -> row, (one, same) -> one, HashMap::new));
        Set<Target> lists = Set.copyOf(Target.all(catalog));
        return standing.stream()
                .filter(filing -> filing.annex() == Annex.WINDOW && lists.contains(filing.target()))
                .flatMap(filing -> of(filing, items, own, catalog))
                .toList();
    }

    private Stream<Difference> of(Filing filing, Set<String> items, Map<String, CheckedRow> own, Catalog catalog) {
        List<GivenRow> kept = rows.about(filing.id(), Annex.WINDOW.keys().get(0), items).stream()
                .map(GivenRow::of)
                .toList();
        TableCheck.Checked checked = TableCheck.check(filing.target(), catalog, FiledFacts.NONE, kept);
        Stream<Difference> listed = checked.rows().stream()
                .flatMap(row -> {
                    List<String> key =
                            Annex.WINDOW.keys().stream().map(row.cells()::get).toList();
                    if (!checked.known().contains(key)) {
                        return Stream.of(difference(filing, key, Difference.Kind.UNKNOWN, List.of()));
                    }
                    CheckedRow filed = own.get(key.get(0));
                    return Stream.of(
                                    // A list has a row for each material, and repeats the item in all of them.
                                    otherwise(filing, List.of(key.get(0), ""), cells(row, filed, false)),
                                    otherwise(filing, key, cells(row, filed, true)))
                            .flatMap(Optional::stream);
                })
                .distinct();
        Stream<Difference> missing = checked.absent().stream()
                .filter(key -> items.contains(key.get(0)))
                .map(key -> difference(filing, key, Difference.Kind.MISSING, List.of()));
        return Stream.concat(listed, missing);
    }

    private static Optional<Difference> otherwise(Filing filing, List<String> key, List<Difference.Cell> cells) {
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of(difference(filing, key, Difference.Kind.OTHERWISE, cells));
    }

    private static Difference difference(
            Filing filing, List<String> key, Difference.Kind kind, List<Difference.Cell> cells) {
        return new Difference(
                filing.id(), filing.subjectName(), filing.department(), key.get(0), key.get(1), kind, cells);
    }

    /**
     * @param filed the row of the department's own annex 2; null if it filed none
     * @param ofMaterial whether of the columns about the material; else of those about the item
     */
    private static List<Difference.Cell> cells(CheckedRow row, @Nullable CheckedRow filed, boolean ofMaterial) {
        Map<Integer, String> published = row.changes().stream()
                .collect(Collectors.toMap(CheckedRow.Difference::column, CheckedRow.Difference::before));
        List<Difference.Cell> cells = new ArrayList<>();
        List<AnnexColumn> columns = Annex.WINDOW.columns();
        for (int column = 0; column < columns.size(); column++) {
            AnnexColumn about = columns.get(column);
            if (about.says() == null || OF_MATERIALS.contains(about.says()) != ofMaterial) {
                continue;
            }
            String listed = row.cells().get(column);
            String catalog = published.getOrDefault(column, listed);
            String said = filed == null ? catalog : filed(about, filed).orElse(catalog);
            if (!isSame(about, said, listed)) {
                cells.add(new Difference.Cell(about.heading(), said, !isSame(about, said, catalog), listed));
            }
        }
        return cells;
    }

    /** What annex 2 says of the same. */
    private static Optional<String> filed(AnnexColumn about, CheckedRow filed) {
        List<AnnexColumn> columns = Annex.DEPARTMENT.columns();
        return IntStream.range(0, columns.size())
                .filter(column -> about.says() != null
                        && about.says().equals(columns.get(column).says()))
                .mapToObj(column -> filed.cells().get(column))
                .findFirst();
    }

    /** 5 and 5个工作日 are the same. */
    private static boolean isSame(AnnexColumn about, String one, String other) {
        return one.equals(other)
                || about.holds() == AnnexColumn.Holds.DAYS
                        && Limits.parse(one).isPresent()
                        && Limits.parse(one).equals(Limits.parse(other));
    }
}
