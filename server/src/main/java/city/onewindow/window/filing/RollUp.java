package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Window;
import city.onewindow.window.Annex;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 汇总核对: whether the tables of a round add up with each other, and what the one-things save.
 *
 * @param checks a table against another, those first that don't add up
 * @param gains what was before the reform and is now, of the rows that say both
 * @param items in annex 2 of all departments
 * @param entered how many of them are to be taken in at comprehensive windows
 */
public record RollUp(List<Check> checks, List<Gain> gains, int items, int entered) {

    private static final int NAMED = 10;

    /** What annex 1 says twice, before and after. */
    private enum Saved {
        MATERIALS("申请材料", "份", "改革前材料份数", "改革后材料份数"),
        DAYS("承诺时限", "个工作日", "原承诺时限（工作日）", "承诺时限（工作日）"),
        STEPS("办理环节", "个", "原环节数", "现环节数"),
        VISITS("跑动次数", "次", "原跑动次数", "现跑动次数");

        private final String what;
        private final String unit;
        private final String before;
        private final String after;

        Saved(String what, String unit, String before, String after) {
            this.what = what;
            this.unit = unit;
            this.before = before;
            this.after = after;
        }
    }

    /**
     * Two tables that speak of the same items.
     *
     * @param about name of the department or window
     * @param compared how many items either has, in words
     * @param said what doesn't add up; empty if all does
     */
    public record Check(String about, String compared, List<String> said) {
        public boolean addsUp() {
            return said.isEmpty();
        }
    }

    /** @param rows that say both, and so are in the sums */
    public record Gain(String what, String unit, BigDecimal before, BigDecimal after, int rows) {}

    /** @param filings those that stand in the round, accepted or waiting to be */
    static RollUp of(List<Filing> filings, Catalog catalog, Function<Filing, List<CheckedRow>> rows) {
        return new Adding(filings, catalog, filings.stream().collect(Collectors.toMap(filing -> filing, rows))).up();
    }

    private record Adding(List<Filing> filings, Catalog catalog, Map<Filing, List<CheckedRow>> rows) {

        RollUp up() {
            List<Check> checks = new ArrayList<>();
            for (Filing filing : filings) {
                if (filing.annex() == Annex.DEPARTMENT) {
                    department(filing).ifPresent(checks::add);
                } else if (filing.annex() == Annex.WINDOW) {
                    window(filing).ifPresent(checks::add);
                }
            }
            checks.sort((one, other) -> Boolean.compare(one.addsUp(), other.addsUp()));
            List<CheckedRow> two = all(Annex.DEPARTMENT);
            int entered =
                    (int) two.stream().filter(row -> enters(row).isPresent()).count();
            return new RollUp(checks, gains(), two.size(), entered);
        }

        /** The department's items in annex 1 are those of its annex 2; what enters no comprehensive window has a reason. */
        private Optional<Check> department(Filing two) {
            Set<String> listed = items(two);
            Optional<Filing> one = filings.stream()
                    .filter(filing -> filing.annex() == Annex.ONE_THING
                            && filing.department().equals(two.department()))
                    .findFirst();
            Set<String> inThings = one.map(this::items).orElse(Set.of()).stream()
                    .filter(item -> catalog.itemNamed(item)
                            .map(Item::department)
                            .filter(keeper -> !keeper.equals(two.department()))
                            .isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            List<String> said = new ArrayList<>();
            if (one.isPresent()) {
                missing("附件2 有、附件1 没有归入一件事的", listed, inThings).ifPresent(said::add);
                missing("附件1 有、附件2 没有的", inThings, listed).ifPresent(said::add);
            }
            int reason = Annex.DEPARTMENT.column("不纳入理由");
            Set<String> unexplained = rowsOf(two).stream()
                    .filter(row ->
                            enters(row).isEmpty() && row.cells().get(reason).isEmpty())
                    .map(row -> row.name(Annex.DEPARTMENT))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            missing("不纳入综合窗口、没有写理由的", unexplained, Set.of()).ifPresent(said::add);
            String first = one.isPresent() ? "附件1 有 " + inThings.size() + " 项" : "附件1 还没有报";
            return one.isEmpty() && said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Check(two.subjectName(), first + "，附件2 有 " + listed.size() + " 项", said));
        }

        /** What departments want taken in at a window is on its list. */
        private Optional<Check> window(Filing three) {
            int entering = Annex.DEPARTMENT.column("拟入窗口");
            Set<String> wanted = all(Annex.DEPARTMENT).stream()
                    .filter(row -> row.cells().get(entering).equals(three.subjectName()))
                    .map(row -> row.name(Annex.DEPARTMENT))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<String> listed = items(three);
            List<String> said =
                    missing("附件2 拟入本窗口、附件3 没有的", wanted, listed).stream().toList();
            return wanted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Check(
                            three.subjectName(), "附件2 拟入 " + wanted.size() + " 项，附件3 有 " + listed.size() + " 项", said));
        }

        /** The comprehensive window that a row of annex 2 enters. */
        private Optional<Window> enters(CheckedRow row) {
            String name = row.cells().get(Annex.DEPARTMENT.column("拟入窗口"));
            return catalog.windows().stream()
                    .filter(window -> window.kind() == Window.Kind.COMPREHENSIVE
                            && window.name().equals(name))
                    .findFirst();
        }

        private List<Gain> gains() {
            List<CheckedRow> lines = OneThingLines.of(filings, catalog, this::rowsOf).values().stream()
                    .flatMap(List::stream)
                    .map(OneThingLines.Line::row)
                    .toList();
            List<Gain> gains = new ArrayList<>();
            for (Saved saved : Saved.values()) {
                BigDecimal before = BigDecimal.ZERO;
                BigDecimal after = BigDecimal.ZERO;
                int both = 0;
                for (CheckedRow line : lines) {
                    Optional<BigDecimal> was = number(line, saved.before);
                    Optional<BigDecimal> is = number(line, saved.after);
                    if (was.isPresent() && is.isPresent()) {
                        before = before.add(was.get());
                        after = after.add(is.get());
                        both++;
                    }
                }
                if (both > 0) {
                    gains.add(new Gain(saved.what, saved.unit, before, after, both));
                }
            }
            return gains;
        }

        /** Only working days add up. */
        private static Optional<BigDecimal> number(CheckedRow row, String heading) {
            String text = row.cells().get(Annex.ONE_THING.column(heading));
            return text.matches("\\d{1,9}(\\.\\d)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
        }

        private List<CheckedRow> rowsOf(Filing filing) {
            return rows.getOrDefault(filing, List.of());
        }

        private List<CheckedRow> all(Annex annex) {
            return filings.stream()
                    .filter(filing -> filing.annex() == annex)
                    .flatMap(filing -> rowsOf(filing).stream())
                    .toList();
        }

        private Set<String> items(Filing filing) {
            return rowsOf(filing).stream()
                    .map(row -> row.name(filing.annex()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private static Optional<String> missing(String what, Set<String> here, Set<String> there) {
            List<String> only =
                    here.stream().filter(item -> !there.contains(item)).toList();
            String named = only.stream().limit(NAMED).collect(Collectors.joining("、"));
            return only.isEmpty()
                    ? Optional.empty()
                    : Optional.of(what + " " + only.size() + " 项：" + named + (only.size() > NAMED ? " 等" : "") + "。");
        }
    }
}
