package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexColumn;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.filing.OneThingLines.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 汇总: annexes 2 and 3 a sheet each, all accepted tables one below the other, with whose they are in front; annex 2 once more by
 * window, and annex 1 by one-thing, a sheet each, as those who lead them work with it (实施方案 二（二）1).
 */
final class MergedBook {

    /** What is the same in all rows of a one-thing stands in the head of its sheet. */
    private static final List<String> OF_ONE_THING = List.of("一件事名称", "一件事编码", "服务对象", "受理窗口", "牵头部门", "配合部门");

    private static final String OUTSIDE = "未进驻";

    private MergedBook() {}

    static byte[] of(Round round, List<Filing> accepted, Catalog catalog, Function<Filing, List<CheckedRow>> rows) {
        List<AnnexSheet> sheets = new ArrayList<>();
        for (Annex annex : List.of(Annex.DEPARTMENT, Annex.WINDOW)) {
            List<Filing> of =
                    accepted.stream().filter(filing -> filing.annex() == annex).toList();
            List<Line> lines = of.stream()
                    .flatMap(filing -> rows.apply(filing).stream().map(row -> new Line(filing, row)))
                    .toList();
            sheets.add(sheet(annex, "附件" + annex.number(), "", round, of.size() + " 份", lines, catalog));
            if (annex == Annex.DEPARTMENT) {
                byWindow(lines, catalog)
                        .forEach((window, its) -> sheets.add(
                                sheet(annex, "附件2 " + window, window + "：", round, from(its, catalog), its, catalog)));
            }
        }
        OneThingLines.of(accepted, catalog, rows).forEach((thing, lines) -> {
            sheets.add(sheet(Annex.ONE_THING, thing, thing + "：", round, from(lines, catalog), lines, catalog));
        });
        return AnnexBook.write(sheets);
    }

    /** Windows in the catalog's order, then what enters none; a window that nothing enters has no list. */
    private static Map<String, List<Line>> byWindow(List<Line> lines, Catalog catalog) {
        int window = Annex.DEPARTMENT.column("拟入窗口");
        Map<String, List<Line>> byWindow = new LinkedHashMap<>();
        catalog.windows().forEach(one -> byWindow.put(one.name(), new ArrayList<>()));
        for (Line line : lines) {
            String entered = line.row().cells().get(window);
            byWindow.computeIfAbsent(entered.isEmpty() ? OUTSIDE : entered, name -> new ArrayList<>())
                    .add(line);
        }
        byWindow.values().removeIf(List::isEmpty);
        return byWindow;
    }

    /** The departments whose tables the lines come from. */
    private static String from(List<Line> lines, Catalog catalog) {
        return lines.stream()
                .map(line -> catalog.content().departmentName(line.filing().department()))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /** @param from whose tables it is made of */
    private static AnnexSheet sheet(
            Annex annex, String name, String of, Round round, String from, List<Line> lines, Catalog catalog) {
        List<List<Object>> merged = new ArrayList<>();
        lines.forEach(line -> merged.add(cells(annex, merged.size() + 1, line, catalog)));
        return new AnnexSheet(
                name,
                of + annex.title() + "（汇总）",
                head(annex, round, from, lines),
                Stream.concat(
                                Stream.of("序号", "填报单位", annex == Annex.WINDOW ? "窗口" : "部门"),
                                annex.headings().stream().skip(1))
                        .toList(),
                merged,
                "政务服务中心汇总");
    }

    private static List<Map.Entry<String, String>> head(Annex annex, Round round, String from, List<Line> lines) {
        List<Map.Entry<String, String>> head = new ArrayList<>(List.of(
                Map.entry("收集批次", round.name()),
                Map.entry("已接收的表", from),
                Map.entry("行数", String.valueOf(lines.size()))));
        if (annex == Annex.ONE_THING) {
            List<String> first = lines.get(0).row().cells();
            OF_ONE_THING.forEach(heading -> head.add(Map.entry(heading, first.get(annex.column(heading)))));
        }
        return head;
    }

    private static List<Object> cells(Annex annex, int number, Line line, Catalog catalog) {
        Filing filing = line.filing();
        List<Object> cells = new ArrayList<>(
                List.of(number, catalog.content().departmentName(filing.department()), filing.subjectName()));
        List<AnnexColumn> columns = annex.columns();
        for (int column = 1; column < columns.size(); column++) {
            cells.add(AnnotatedCopy.cell(columns.get(column), line.row().cells().get(column)));
        }
        return cells;
    }
}
