package city.onewindow.window.filing;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.content.ContentFault;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What rows of annex 2 say, in the words of items.csv. */
final class ItemRows {

    static final String ITEMS = "items.csv";

    static final Annex ANNEX = Annex.DEPARTMENT;

    private static final int WINDOW = ANNEX.column("拟入窗口");
    private static final int REASON = ANNEX.column("不纳入理由");
    private static final String OUTSIDE = "outside_reason";

    private ItemRows() {}

    /** Whether no window shall take it in; a reason beside a specialist window only stays with the filing. */
    private static boolean isOutside(CheckedRow row) {
        return Meaning.isNothing(row.cells().get(WINDOW))
                && !Meaning.isNothing(row.cells().get(REASON));
    }

    /** The cells of items.csv that a changed row wants otherwise. */
    static Map<String, String> wanted(CheckedRow row) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (CheckedRow.Difference change : row.changes()) {
            put(change.column(), change.after(), wanted);
        }
        boolean isAboutIt =
                row.changes().stream().anyMatch(change -> change.column() == WINDOW || change.column() == REASON);
        if (isAboutIt && (wanted.containsKey("home_window") || isOutside(row))) {
            wanted.put(OUTSIDE, isOutside(row) ? row.cells().get(REASON) : "");
        }
        return wanted;
    }

    /** All that a new row says. */
    static Map<String, String> said(CheckedRow row) {
        Map<String, String> said = new LinkedHashMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            if (!row.cells().get(column).isEmpty()) {
                put(column, row.cells().get(column), said);
            }
        }
        if (isOutside(row)) {
            said.put(OUTSIDE, row.cells().get(REASON));
        }
        units(row).stream().findFirst().ifPresent(unit -> said.put("day_unit", unit.term()));
        return said;
    }

    /** In which its limits are counted, but for those of nought. */
    private static Set<DayUnit> units(CheckedRow row) {
        Set<DayUnit> units = EnumSet.noneOf(DayUnit.class);
        for (int column = 0; column < row.cells().size(); column++) {
            if (ANNEX.columns().get(column).holds() == AnnexColumn.Holds.DAYS) {
                Limits.parse(row.cells().get(column))
                        .filter(limit -> !limit.isOnTheSpot())
                        .ifPresent(limit -> units.add(limit.unit()));
            }
        }
        return units;
    }

    private static void put(int column, String text, Map<String, String> into) {
        AnnexColumn about = ANNEX.columns().get(column);
        String says = about.says();
        if (says != null) {
            into.put(
                    says,
                    switch (about.holds()) {
                        case DAYS -> days(text);
                        case WORDS -> Meaning.words(text, "|");
                        case TEXT -> Meaning.text(about, text);
                        default -> text;
                    });
        }
    }

    private static String days(String text) {
        return Limits.parse(text).map(limit -> limit.days().toPlainString()).orElse("");
    }

    /** The item as the row wants it. */
    static ContentRows of(Item item, Map<String, String> wanted, Catalog catalog) {
        return with(new RowWriter(catalog.content()).item(item, "annex 2"), wanted);
    }

    /** The rows with other cells in the item's own row. */
    static ContentRows with(ContentRows rows, Map<String, String> wanted) {
        Map<String, List<Map<String, String>>> changed = new HashMap<>(rows.rows());
        List<Map<String, String>> own = new ArrayList<>(rows.of(ITEMS));
        Map<String, String> cells = new LinkedHashMap<>(own.isEmpty() ? Map.of() : own.get(0));
        cells.putAll(wanted);
        if (own.isEmpty()) {
            own.add(cells);
        } else {
            own.set(0, cells);
        }
        changed.put(ITEMS, own);
        return new ContentRows(rows.source(), changed, rows.whole());
    }

    /**
     * The rows with what the catalog would refuse of the changed ones.
     *
     * @param drafts lays rows over the catalog and tells what is wrong
     */
    static List<CheckedRow> checked(List<CheckedRow> rows, Catalog catalog, Function<ContentRows, Draft> drafts) {
        List<CheckedRow> checked = new ArrayList<>(rows);
        List<ContentRows> changed = new ArrayList<>();
        Map<String, List<Integer>> owners = new HashMap<>();
        for (int at = 0; at < checked.size(); at++) {
            CheckedRow row = checked.get(at);
            if (row.state() == RowState.NEW && units(row).size() > 1) {
                checked.set(
                        at,
                        row.with(new CheckedRow.Flaw(
                                column("promised_days"), "法定时限和承诺时限一个按工作日、一个按自然日，同一事项只能用一种单位。请换算成同一种单位再填。")));
            }
            Item item = row.state() == RowState.CHANGED
                    ? catalog.itemNamed(row.name(ANNEX)).orElse(null)
                    : null;
            Map<String, String> wanted = item == null ? Map.of() : wanted(row);
            if (item == null || wanted.isEmpty()) {
                continue;
            }
            CheckedRow looked = inUnitOf(item, row);
            checked.set(at, looked);
            if (looked.state() == RowState.CHANGED) {
                int owner = at;
                ContentRows shall = of(item, wanted, catalog);
                changed.add(shall);
                shall.rows()
                        .forEach((file, list) ->
                                list.forEach(any -> owners.computeIfAbsent(file, name -> new ArrayList<>())
                                        .add(owner)));
            }
        }
        if (!changed.isEmpty()) {
            for (ContentFault fault :
                    drafts.apply(ContentRows.together("annex 2", changed)).faults()) {
                int owner = owner(fault, owners, checked);
                checked.set(owner, checked.get(owner).with(flaw(fault)));
            }
        }
        return checked;
    }

    /** Both limits of an item are counted in one unit, and a table has no column for it. */
    private static CheckedRow inUnitOf(Item item, CheckedRow row) {
        DayUnit unit = item.terms().promised().unit();
        CheckedRow looked = row;
        for (CheckedRow.Difference change : row.changes()) {
            TimeLimit limit = ANNEX.columns().get(change.column()).holds() == AnnexColumn.Holds.DAYS
                    ? Limits.parse(change.after()).orElse(null)
                    : null;
            if (limit != null && !limit.isOnTheSpot() && limit.unit() != unit) {
                looked = looked.with(new CheckedRow.Flaw(
                        change.column(),
                        unit == DayUnit.WORKING
                                ? "目录里这个事项的时限按工作日计，现为“" + change.after() + "”。请填工作日数；要改单位，请在“事项维护”里改。"
                                : "目录里这个事项的时限按自然日计，请写成“" + limit.days().toPlainString() + "日”；要改成工作日，请在“事项维护”里改。"));
            }
        }
        return looked;
    }

    private static int owner(ContentFault fault, Map<String, List<Integer>> owners, List<CheckedRow> rows) {
        List<Integer> lines = owners.getOrDefault(fault.file(), List.of());
        int at = fault.line() - ContentRows.FIRST_LINE;
        if (at >= 0 && at < lines.size()) {
            return lines.get(at);
        }
        // The catalog as a whole minds it: whoever it names is where somebody can mend it.
        List<Integer> items = Objects.requireNonNull(owners.get(ITEMS));
        return items.stream()
                .filter(row -> fault.message().contains(rows.get(row).name(ANNEX)))
                .findFirst()
                .orElse(items.get(0));
    }

    private static CheckedRow.Flaw flaw(ContentFault fault) {
        int column = fault.file().equals(ITEMS) ? column(fault.column()) : -1;
        return column >= 0
                ? new CheckedRow.Flaw(column, fault.message() + "。")
                : new CheckedRow.Flaw(ANNEX.keys().get(0), "事项目录里的 " + fault.text() + "。请先在“事项维护”里改好。");
    }

    private static int column(@Nullable String says) {
        return IntStream.range(0, ANNEX.columns().size())
                .filter(at -> Objects.equals(ANNEX.columns().get(at).says(), says))
                .findFirst()
                .orElse(-1);
    }
}
