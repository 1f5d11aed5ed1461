package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexColumn;
import city.onewindow.window.AnnexSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 汇总: annexes 2 and 3 a sheet each, all accepted tables one below the other, with whose they are in front; of annex 1 a sheet a
 * one-thing, as its lead department works with it.
 */
final class MergedBook {

    private MergedBook() {}

    /** A row, and who filed it. @param keeper name of the department */
    private record Line(String keeper, String subject, CheckedRow row) {}

    static byte[] of(Round round, List<Filing> accepted, Catalog catalog, Function<Filing, List<CheckedRow>> rows) {
        List<AnnexSheet> sheets = new ArrayList<>();
        for (Annex annex : List.of(Annex.DEPARTMENT, Annex.WINDOW)) {
            List<Line> lines = accepted.stream()
                    .filter(filing -> filing.annex() == annex)
                    .flatMap(filing -> rows.apply(filing).stream()
                            .map(row -> new Line(
                                    catalog.content().departmentName(filing.department()), filing.subjectName(), row)))
                    .toList();
            long tables =
                    accepted.stream().filter(filing -> filing.annex() == annex).count();
            sheets.add(sheet(annex, "附件" + annex.number(), annex.title() + "（汇总）", round, tables + " 份", lines));
        }
        oneThings(accepted, catalog, rows)
                .forEach((thing, lines) -> sheets.add(sheet(
                        Annex.ONE_THING,
                        thing,
                        thing + "：" + Annex.ONE_THING.title() + "（汇总）",
                        round,
                        lines.stream().map(Line::keeper).distinct().collect(Collectors.joining("、")),
                        lines)));
        return AnnexBook.write(sheets);
    }

    /** The rows of each one-thing: an item's as its own department says it, or else as who leads the one-thing does. */
    private static Map<String, List<Line>> oneThings(
            List<Filing> accepted, Catalog catalog, Function<Filing, List<CheckedRow>> rows) {
        int thing = Annex.ONE_THING.column("一件事名称");
        Map<String, Map<String, Line>> things = new TreeMap<>();
        for (Filing filing : accepted) {
            if (filing.annex() != Annex.ONE_THING) {
                continue;
            }
            String keeper = catalog.content().departmentName(filing.department());
            for (CheckedRow row : rows.apply(filing)) {
                String item = row.name(Annex.ONE_THING);
                boolean own = catalog.itemNamed(item)
                        .map(Item::department)
                        .filter(filing.department()::equals)
                        .isPresent();
                Map<String, Line> lines = things.computeIfAbsent(row.cells().get(thing), name -> new LinkedHashMap<>());
                Line line = new Line(keeper, filing.subjectName(), row);
                if (own) {
                    lines.put(item, line);
                } else {
                    lines.putIfAbsent(item, line);
                }
            }
        }
        Map<String, List<Line>> merged = new LinkedHashMap<>();
        things.forEach((name, lines) -> merged.put(name, List.copyOf(lines.values())));
        return merged;
    }

    private static AnnexSheet sheet(
            Annex annex, String name, String title, Round round, String from, List<Line> lines) {
        List<List<Object>> merged = new ArrayList<>();
        lines.forEach(line -> merged.add(cells(annex, merged.size() + 1, line)));
        return new AnnexSheet(
                name,
                title,
                List.of(
                        Map.entry("收集批次", round.name()),
                        Map.entry("已接收的表", from),
                        Map.entry("行数", String.valueOf(merged.size()))),
                Stream.concat(
                                Stream.of("序号", "填报单位", annex == Annex.WINDOW ? "窗口" : "部门"),
                                annex.headings().stream().skip(1))
                        .toList(),
                merged,
                "政务服务中心汇总");
    }

    private static List<Object> cells(Annex annex, int number, Line line) {
        List<Object> cells = new ArrayList<>(List.of(number, line.keeper(), line.subject()));
        List<AnnexColumn> columns = annex.columns();
        for (int column = 1; column < columns.size(); column++) {
            cells.add(AnnotatedCopy.cell(columns.get(column), line.row().cells().get(column)));
        }
        return cells;
    }
}
