package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexColumn;
import city.onewindow.window.AnnexSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** 汇总: a sheet an annex, all accepted tables one below the other, with whose they are in front. */
final class MergedBook {

    private MergedBook() {}

    static byte[] of(Round round, List<Filing> accepted, Catalog catalog, Function<Filing, List<CheckedRow>> rows) {
        List<AnnexSheet> sheets = new ArrayList<>();
        for (Annex annex : Annex.values()) {
            List<Filing> of =
                    accepted.stream().filter(filing -> filing.annex() == annex).toList();
            List<List<Object>> merged = new ArrayList<>();
            for (Filing filing : of) {
                String keeper = catalog.content().departmentName(filing.department());
                for (CheckedRow row : rows.apply(filing)) {
                    merged.add(line(annex, merged.size() + 1, keeper, filing.subjectName(), row));
                }
            }
            sheets.add(new AnnexSheet(
                    "附件" + annex.number(),
                    annex.title() + "（汇总）",
                    List.of(
                            Map.entry("收集批次", round.name()),
                            Map.entry("已接收的表", String.valueOf(of.size())),
                            Map.entry("行数", String.valueOf(merged.size()))),
                    Stream.concat(
                                    Stream.of("序号", "填报单位", subject(annex)),
                                    annex.headings().stream().skip(1))
                            .toList(),
                    merged,
                    "政务服务中心汇总"));
        }
        return AnnexBook.write(sheets);
    }

    private static String subject(Annex annex) {
        return switch (annex) {
            case ONE_THING -> "一件事";
            case DEPARTMENT -> "部门";
            case WINDOW -> "窗口";
        };
    }

    private static List<Object> line(Annex annex, int number, String keeper, String subject, CheckedRow row) {
        List<Object> line = new ArrayList<>(List.of(number, keeper, subject));
        List<AnnexColumn> columns = annex.columns();
        for (int column = 1; column < columns.size(); column++) {
            line.add(AnnotatedCopy.cell(columns.get(column), row.cells().get(column)));
        }
        return line;
    }
}
