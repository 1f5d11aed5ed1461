package city.onewindow.window.filing;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Window;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexColumn;
import city.onewindow.window.AnnexSheet;
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
import org.jspecify.annotations.Nullable;

/**
 * Compares a table with the catalog: each row is wrong, new, changed, or says what the catalog says. The measure is the annex as
 * it goes out, so what comes back untouched is the same.
 */
final class TableCheck {

    /** Under a fee they leave open how much. */
    private static final Set<String> FEE_UNSAID = Set.of("是", "—", "-");

    private final Target target;
    private final Annex annex;
    private final Catalog catalog;
    private final CellCheck cells;
    private final Map<List<String>, Expected> expected = new LinkedHashMap<>();
    private final Map<List<String>, Integer> seen = new HashMap<>();

    /**
     * @param rows in the order of the file
     * @param known the keys of what the catalog has
     * @param absent those of them that the table hasn't
     */
    record Checked(List<CheckedRow> rows, Set<List<String>> known, List<List<String>> absent) {}

    /**
     * A row of the annex as it went out.
     *
     * @param own the cells that the catalog filled in
     * @param all the same, with what was filed last where those are empty
     */
    private record Expected(List<String> own, List<String> all) {}

    private TableCheck(Target target, Catalog catalog, FiledFacts facts) {
        this.target = target;
        this.annex = target.annex();
        this.catalog = catalog;
        this.cells = new CellCheck(annex, catalog);
        // The day stands in the head only.
        AnnexSheet own = target.sheet(catalog, LocalDate.EPOCH);
        AnnexSheet all = facts.completed(annex, own);
        for (int row = 0; row < own.rows().size(); row++) {
            List<String> texts = texts(own.rows().get(row));
            expected.put(key(texts), new Expected(texts, texts(all.rows().get(row))));
        }
    }

    /** @param facts {@link FiledFacts#NONE} to compare with the catalog alone */
    static Checked check(Target target, Catalog catalog, FiledFacts facts, List<GivenRow> rows) {
        TableCheck check = new TableCheck(target, catalog, facts);
        List<CheckedRow> checked = rows.stream().map(check::row).toList();
        List<List<String>> absent = check.expected.keySet().stream()
                .filter(key -> !check.seen.containsKey(key))
                .toList();
        return new Checked(checked, check.expected.keySet(), absent);
    }

    private static List<String> texts(List<Object> cells) {
        return cells.stream().map(TableCheck::text).toList();
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
            flaws.add(new CheckedRow.Flaw(annex.item(), "与第" + before + "行重复。请删去一行。"));
        }
        Expected known = expected.get(key);
        List<CheckedRow.Difference> changes = known == null ? List.of() : changes(known.all(), texts);
        if (flaws.isEmpty()) {
            flaws.addAll(known == null ? strangers(texts) : derived(known.own(), changes));
            promises(texts).ifPresent(flaws::add);
            reason(texts).ifPresent(flaws::add);
            fee(known, texts).ifPresent(flaws::add);
        }
        RowState state = !flaws.isEmpty()
                ? RowState.WRONG
                : known == null ? RowState.NEW : changes.isEmpty() ? RowState.SAME : RowState.CHANGED;
        return new CheckedRow(given.line(), state, texts, flaws, changes);
    }

    private List<CheckedRow.Difference> changes(List<String> known, List<String> given) {
        return IntStream.range(1, known.size())
                .filter(column -> !meaning(column, known).equals(meaning(column, given)))
                .mapToObj(column -> new CheckedRow.Difference(column, known.get(column), given.get(column)))
                .toList();
    }

    private String meaning(int column, List<String> texts) {
        return Meaning.of(annex.columns().get(column), texts.get(column));
    }

    /** What the catalog works out is changed there, not in a table; what it doesn't know yet may be filed. */
    private List<CheckedRow.Flaw> derived(List<String> own, List<CheckedRow.Difference> changes) {
        return changes.stream()
                .filter(change -> {
                    AnnexColumn about = annex.columns().get(change.column());
                    return about.isDerived()
                            && !(about.isFiled() && own.get(change.column()).isEmpty());
                })
                .map(change -> new CheckedRow.Flaw(
                        change.column(),
                        (own.get(change.column()).isEmpty() ? "目录里是空的" : "目录里是“" + own.get(change.column()) + "”")
                                + "，这一栏由目录得出，不在表里改。请照目录填；目录不对的，先在“事项维护”里改。"))
                .toList();
    }

    /** A row that isn't in the annex as the catalog has it: is its item somebody else's, or not offered? */
    private List<CheckedRow.Flaw> strangers(List<String> texts) {
        Optional<CheckedRow.Flaw> flaw = switch (annex) {
            case ONE_THING -> strangeOneThing(texts);
            case DEPARTMENT -> strangeItem(texts.get(annex.item()));
            case WINDOW -> unknownItem(texts.get(annex.item()));
        };
        return flaw.stream().toList();
    }

    /** Whose item a window shall take in, its own department begins. */
    private Optional<CheckedRow.Flaw> unknownItem(String name) {
        return catalog.itemNamed(name).isPresent()
                ? Optional.empty()
                : Optional.of(new CheckedRow.Flaw(annex.item(), "目录里没有名为“" + name + "”的事项。请照目录填全称；新事项由它的部门用附件2 报送。"));
    }

    /** A department may say that an item of its own belongs to a one-thing; a one-thing is drawn up by who leads it. */
    private Optional<CheckedRow.Flaw> strangeOneThing(List<String> texts) {
        int column = annex.column("一件事名称");
        OneThing thing = catalog.oneThingNamed(texts.get(column)).orElse(null);
        if (thing == null || !thing.isOffered()) {
            return Optional.of(new CheckedRow.Flaw(
                    column, "目录里没有名为“" + texts.get(column) + "”的一件事。请照目录填全称；要新设一件事，请牵头部门先在“事项维护”里起草。"));
        }
        boolean leads = catalog.window(thing.window())
                .filter(window -> window.leadDepartment().equals(target.code()))
                .isPresent();
        return leads ? Optional.empty() : strangeItem(texts.get(annex.item()));
    }

    private Optional<CheckedRow.Flaw> strangeItem(String name) {
        Item item = catalog.itemNamed(name).orElse(null);
        if (item == null || annex == Annex.ONE_THING && item.department().equals(target.code())) {
            return Optional.empty();
        }
        String message = item.department().equals(target.code())
                ? "「" + name + "」在目录里已经暂停或取消。要恢复，请先在“事项维护”里改状态。"
                : "「" + name + "」是"
                        + catalog.department(item.department())
                                .map(Department::name)
                                .orElse(item.department())
                        + "的事项，由该部门报送。请删去这一行。";
        return Optional.of(new CheckedRow.Flaw(annex.item(), message));
    }

    /** Why an item stays out of the comprehensive windows (不纳入理由) is said of those only that do. */
    private Optional<CheckedRow.Flaw> reason(List<String> texts) {
        if (annex != Annex.DEPARTMENT) {
            return Optional.empty();
        }
        int column = annex.column("不纳入理由");
        String entered = texts.get(annex.column("拟入窗口"));
        if (Meaning.isNothing(entered)) {
            return Meaning.isNothing(texts.get(column)) && expected.containsKey(key(texts))
                    ? Optional.of(new CheckedRow.Flaw(
                            annex.column("拟入窗口"), "没有填。请填窗口的全称；没有窗口受理、由部门自己办的，空着这一格，在“不纳入理由”里写明为什么。"))
                    : Optional.empty();
        }
        boolean isIn = catalog.windows().stream()
                .anyMatch(window -> window.kind() == Window.Kind.COMPREHENSIVE
                        && window.name().equals(entered));
        return isIn && !Meaning.isNothing(texts.get(column))
                ? Optional.of(new CheckedRow.Flaw(column, "拟入的“" + entered + "”是综合窗口，已经纳入，不用写理由。请清空这一格，或者改正拟入窗口。"))
                : Optional.empty();
    }

    /** Whoever changes a fee says how much it is; what the catalog itself has goes out and comes back as it is. */
    private Optional<CheckedRow.Flaw> fee(@Nullable Expected known, List<String> texts) {
        return IntStream.range(0, texts.size())
                .filter(column -> "fee".equals(annex.columns().get(column).says()))
                .filter(column -> FEE_UNSAID.contains(texts.get(column)))
                .filter(column -> known == null || !known.all().get(column).equals(texts.get(column)))
                .mapToObj(column -> new CheckedRow.Flaw(column, "请写明收多少，如 每证10元；不收费的填 不收费。"))
                .findFirst();
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

    /** Of the column whose heading so begins; -1 if there is none. */
    private int column(String heading) {
        List<AnnexColumn> columns = annex.columns();
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).heading().startsWith(heading))
                .findFirst()
                .orElse(-1);
    }
}
