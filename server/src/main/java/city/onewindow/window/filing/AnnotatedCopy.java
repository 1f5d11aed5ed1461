package city.onewindow.window.filing;

import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexColumn;
import city.onewindow.window.AnnexSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** 批注副本: the table as it was handed in, with a comment in each wrong cell. Mended, it can be handed in again as it is. */
final class AnnotatedCopy {

    private AnnotatedCopy() {}

    static byte[] of(Filing filing, List<CheckedRow> rows) {
        int flaws = filing.headFlaws().size()
                + rows.stream().mapToInt(row -> row.problems().size()).sum();
        List<Map.Entry<String, String>> head = new ArrayList<>(List.of(
                Map.entry("报送的表", filing.title()),
                Map.entry("原文件", filing.fileName()),
                Map.entry("要改的格", flaws + " 处，红底，批注里写着怎么改")));
        List<AnnexBook.Remark> remarks = new ArrayList<>();
        filing.head().forEach((about, text) -> {
            filing.headFlaws().stream()
                    .filter(flaw -> flaw.about() == about)
                    .forEach(flaw ->
                            remarks.add(new AnnexBook.Remark(AnnexSheet.headLine(head.size()), 0, flaw.message())));
            head.add(Map.entry(about.label(), text));
        });
        AnnexSheet sheet = new AnnexSheet(
                filing.subjectName(),
                filing.annex().title() + "（批注副本）",
                head,
                filing.annex().headings(),
                rows.stream().map(row -> cells(filing, row)).toList(),
                "改好后可以直接上传这份文件。");
        for (int row = 0; row < rows.size(); row++) {
            for (CheckedRow.Flaw flaw : rows.get(row).problems()) {
                remarks.add(new AnnexBook.Remark(sheet.line(row), flaw.column(), flaw.message()));
            }
        }
        return AnnexBook.write(sheet, remarks);
    }

    private static List<Object> cells(Filing filing, CheckedRow row) {
        return IntStream.range(0, row.cells().size())
                .mapToObj(column ->
                        cell(filing.annex().columns().get(column), row.cells().get(column)))
                .toList();
    }

    /** A number again where the column counts something. */
    static Object cell(AnnexColumn column, String text) {
        return column.isNumber() && text.matches("\\d{1,9}(\\.\\d)?") ? new BigDecimal(text) : text;
    }
}
