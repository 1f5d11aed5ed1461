package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Item;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexColumn;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the windows' lists (附件3) say of items otherwise than the departments do. Who keeps items is shown what the lists of the last
 * round say otherwise than his annex 2 of that round, or, where that says nothing, than the catalog as it stands now, for he alone can
 * say which is right. Everybody may read what the lists that were distributed last say otherwise than the guides.
 */
@Service
public class Differences {

    private static final Set<String> OF_MATERIALS = Set.of("required", "form", "review_points");

    private final RoundTable rounds;
    private final FilingTable filings;
    private final FilingRowTable rows;
    private final Catalogs catalogs;

    /** Neither what was filed nor an edition ever changes, and to read and compare all rows takes longer than a reader waits. */
    private final Cache<Compared, List<Difference>> known =
            Caffeine.newBuilder().maximumSize(2).build();

    private record Compared(List<Long> filings, int edition) {}

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
        return lists(last.get(), catalog).stream()
                .flatMap(filing -> of(
                        filing,
                        rows.about(filing.id(), Annex.WINDOW.keys().get(0), items),
                        items::contains,
                        own,
                        catalog))
                .toList();
    }

    /**
     * Of all windows' lists of a round, accepted or not yet, against the catalog as it stands now; for the centre and the auditors.
     */
    @Transactional(readOnly = true)
    public List<Difference> of(Round round) {
        Catalog catalog = catalogs.current();
        return against(catalog, lists(round, catalog));
    }

    /**
     * What is published of them: the lists as they were distributed last.
     *
     * @param round in which; null if none was distributed
     * @param catalog they are compared with
     * @param lists how many
     * @param differences where they differ, by window
     */
    public record Published(@Nullable Round round, Catalog catalog, int lists, List<Difference> differences) {}

    /** 线上线下同一口径: everybody may read where the windows' lists say something else than the guides. */
    @Transactional(readOnly = true)
    public Published published() {
        Catalog catalog = catalogs.current();
        Round round = rounds.distributed().orElse(null);
        if (round == null) {
            return new Published(null, catalog, 0, List.of());
        }
        List<Filing> lists = lists(round, catalog);
        return new Published(round, catalog, lists.size(), against(catalog, lists));
    }

    private List<Difference> against(Catalog catalog, List<Filing> lists) {
        Compared compared = new Compared(lists.stream().map(Filing::id).toList(), catalog.edition());
        return known.get(
                compared,
                key -> lists.stream()
                        .flatMap(filing -> of(filing, rows.all(filing.id()), any -> true, Map.of(), catalog))
                        .toList());
    }

    private List<Filing> lists(Round round, Catalog catalog) {
        Set<Target> asked = Set.copyOf(Target.all(catalog));
        return filings.standing(round.id()).stream()
                .filter(filing -> filing.status() != FilingStatus.RETURNED)
                .filter(filing -> filing.annex() == Annex.WINDOW && asked.contains(filing.target()))
                .toList();
    }

    private Stream<Difference> of(
            Filing filing,
            List<CheckedRow> read,
            Predicate<String> isAsked,
            Map<String, CheckedRow> own,
            Catalog catalog) {
        List<GivenRow> kept = read.stream().map(GivenRow::of).toList();
        TableCheck.Checked checked = TableCheck.check(filing.target(), catalog, FiledFacts.NONE, kept);
        Set<String> known = checked.known().stream().map(key -> key.get(0)).collect(Collectors.toSet());
        Set<String> had =
                checked.rows().stream().map(row -> row.name(Annex.WINDOW)).collect(Collectors.toSet());
        Stream<Difference> listed = checked.rows().stream().flatMap(row -> {
            List<String> key =
                    Annex.WINDOW.keys().stream().map(row.cells()::get).toList();
            if (!checked.known().contains(key)) {
                return Stream.of(surplus(filing, key, known, Difference.Kind.UNKNOWN));
            }
            CheckedRow filed = own.get(key.get(0));
            return Stream.of(
                            // A list has a row for each material, and repeats the item in all of them.
                            otherwise(filing, List.of(key.get(0), ""), cells(row, filed, false)),
                            otherwise(filing, key, cells(row, filed, true)))
                    .flatMap(Optional::stream);
        });
        Stream<Difference> missing = checked.absent().stream()
                .filter(key -> isAsked.test(key.get(0)))
                .map(key -> surplus(filing, key, had, Difference.Kind.MISSING));
        return Stream.concat(listed, missing)
                .collect(Collectors.toMap(
                        one -> List.of(one.kind(), one.item(), one.material()),
                        one -> one,
                        Difference::and,
                        LinkedHashMap::new))
                .values()
                .stream();
    }

    /** What only one side has. @param other the items that the other side has: one that it lacks altogether is told once */
    private static Difference surplus(Filing filing, List<String> key, Set<String> other, Difference.Kind kind) {
        return difference(filing, other.contains(key.get(0)) ? key : List.of(key.get(0), ""), kind, List.of());
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
