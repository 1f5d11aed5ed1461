package city.onewindow.window.filing;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Compares a table with the catalog: each row is wrong, new, changed, or says what the catalog says. The measure is the annex as
 * the catalog itself fills it in, so what went out and comes back untouched is the same.
 */
final class TableCheck {

    private final Target target;
    private final Annex annex;
    private final Catalog catalog;
    private final CellCheck cells;
    private final Map<List<String>, List<String>> expected = new LinkedHashMap<>();
    private final Map<List<String>, Integer> seen = new HashMap<>();

    /**
     * @param rows in the order of the file
     * @param known the keys of what the catalog has
     * @param absent those of them that the table hasn't
     */
    record Checked(List<CheckedRow> rows, Set<List<String>> known, List<List<String>> absent) {}

    private TableCheck(Target target, Catalog catalog) {
        this.target = target;
        this.annex = target.annex();
        this.catalog = catalog;
        this.cells = new CellCheck(annex, catalog);
        // The day stands in the head only.
        for (List<Object> row : target.sheet(catalog, LocalDate.EPOCH).rows()) {
            List<String> texts = row.stream().map(TableCheck::text).toList();
            expected.put(key(texts), texts);
        }
    }

    static Checked check(Target target, Catalog catalog, List<GivenRow> rows) {
        TableCheck check = new TableCheck(target, catalog);
        List<CheckedRow> checked = rows.stream().map(check::row).toList();
        List<List<String>> absent = check.expected.keySet().stream()
                .filter(key -> !check.seen.containsKey(key))
                .toList();
        return new Checked(checked, check.expected.keySet(), absent);
    }

    private static String text(Object cell) {
        return cell instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : cell.toString().strip().replace("\r\n", "\n");
    }

    private List<String> key(List<String> texts) {
        return annex.keys().stream().map(texts::get).toList();
    }

    private CheckedRow row(GivenRow given) {
        List<String> texts = given.texts();
        List<CheckedRow.Flaw> flaws = new ArrayList<>(cells.flaws(given));
        List<String> key = key(texts);
        Integer before = seen.putIfAbsent(key, given.line());
        if (before != null) {
            flaws.add(new CheckedRow.Flaw(annex.keys().get(0), "与第" + before + "行重复。请删去一行。"));
        }
        List<String> known = expected.get(key);
        List<CheckedRow.Difference> changes = known == null ? List.of() : changes(known, texts);
        if (flaws.isEmpty()) {
            flaws.addAll(known == null ? strangers(texts) : derived(changes));
            promises(texts).ifPresent(flaws::add);
        }
        RowState state = !flaws.isEmpty()
                ? RowState.WRONG
                : known == null ? RowState.NEW : changes.isEmpty() ? RowState.SAME : RowState.CHANGED;
        return new CheckedRow(given.line(), state, texts, flaws, changes);
    }

    private List<CheckedRow.Difference> changes(List<String> known, List<String> given) {
        return IntStream.range(1, known.size())
                .filter(column -> !known.get(column).equals(given.get(column)))
                .mapToObj(column -> new CheckedRow.Difference(column, known.get(column), given.get(column)))
                .toList();
    }

    /** What the catalog works out is changed there, not in a table. */
    private List<CheckedRow.Flaw> derived(List<CheckedRow.Difference> changes) {
        return changes.stream()
                .filter(change -> annex.columns().get(change.column()).isDerived())
                .map(change -> new CheckedRow.Flaw(
                        change.column(), "目录里是“" + change.before() + "”，这一栏由目录得出，不在表里改。请照目录填；目录不对的，先在“事项维护”里改。"))
                .toList();
    }

    /** A row that isn't in the annex as the catalog has it: is its item somebody else's, or not offered? */
    private List<CheckedRow.Flaw> strangers(List<String> texts) {
        int column = annex.keys().get(0);
        String name = texts.get(column);
        Optional<Item> item = catalog.itemNamed(name);
        if (annex != Annex.DEPARTMENT || item.isEmpty()) {
            return List.of();
        }
        String keeper = item.get().department();
        String message = keeper.equals(target.code())
                ? "「" + name + "」在目录里已经暂停或取消。要恢复，请先在“事项维护”里改状态。"
                : "「" + name + "」是"
                        + catalog.department(keeper).map(found -> found.name()).orElse(keeper) + "的事项，由该部门报送。请删去这一行。";
        return List.of(new CheckedRow.Flaw(column, message));
    }

    /** What is promised is never longer than what the law allows. */
    private Optional<CheckedRow.Flaw> promises(List<String> texts) {
        Optional<TimeLimit> statutory = limit("法定时限", texts);
        Optional<TimeLimit> promised = limit("承诺时限", texts);
        if (statutory.isEmpty()
                || promised.isEmpty()
                || statutory.get().unit() != promised.get().unit()
                || promised.get().days().compareTo(statutory.get().days()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new CheckedRow.Flaw(
                column("承诺时限"),
                "承诺时限 " + promised.get().inWords() + "，长于法定时限 "
                        + statutory.get().inWords() + "。请核对后改短。"));
    }

    private Optional<TimeLimit> limit(String heading, List<String> texts) {
        int column = column(heading);
        return column < 0 ? Optional.empty() : Limits.parse(texts.get(column));
    }

    private int column(String heading) {
        List<AnnexColumn> columns = annex.columns();
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).heading().startsWith(heading))
                .findFirst()
                .orElse(-1);
    }
}
