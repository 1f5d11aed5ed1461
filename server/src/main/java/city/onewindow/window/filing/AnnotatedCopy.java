package city.onewindow.window.filing;

import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexColumn;
import city.onewindow.window.AnnexSheet;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 批注副本: the table as it was handed in, every line where it was, with a comment in each wrong cell. Mended, it can be handed in
 * again as it is.
 */
final class AnnotatedCopy {

    /** What is put behind the title, and found there if a copy comes back. */
    private static final Pattern SAID = Pattern.compile("（批注副本[^）]*）$");

    private AnnotatedCopy() {}

    /** @param rows some at least */
    static byte[] of(Filing filing, Around around, List<CheckedRow> rows) {
        List<AnnexBook.Remark> remarks = remarks(filing, rows);
        AnnexSheet sheet = new AnnexSheet(
                filing.subjectName(),
                "",
                List.of(),
                filing.annex().headings(),
                rows.stream().map(row -> cells(filing, row)).toList(),
                "批注副本，原文件是“" + filing.fileName() + "”，行号和它一致。要改的 " + remarks.size() + " 处是红底，批注里写着怎么改；改好后可以直接上传这份文件。");
        return AnnexBook.write(
                sheet,
                new AnnexBook.Places(
                        around.heading() > 0
                                ? around.heading() - 1
                                : Math.max(0, rows.get(0).line() - 2),
                        rows.stream().map(row -> row.line() - 1).toList(),
                        around.texts().stream()
                                .map(text -> remark(text.line(), text.column(), said(text, remarks.size())))
                                .toList(),
                        remarks));
    }

    /** One a cell, whatever is wrong with it. */
    private static List<AnnexBook.Remark> remarks(Filing filing, List<CheckedRow> rows) {
        Map<List<Integer>, AnnexBook.Remark> remarks = new LinkedHashMap<>();
        Stream.concat(
                        filing.headFlaws().stream().map(flaw -> remark(flaw.line(), flaw.column(), flaw.message())),
                        rows.stream()
                                .flatMap(row -> row.problems().stream()
                                        .map(flaw -> remark(row.line(), flaw.column(), flaw.message()))))
                .forEach(remark -> remarks.merge(
                        List.of(remark.line(), remark.column()),
                        remark,
                        (one, other) ->
                                new AnnexBook.Remark(one.line(), one.column(), one.text() + "\n" + other.text())));
        return List.copyOf(remarks.values());
    }

    private static AnnexBook.Remark remark(int line, int column, String text) {
        return new AnnexBook.Remark(line - 1, column, text);
    }

    /** A title tells that this is the copy; a line that people fill in stays as it is. */
    private static String said(Around.Text text, int flaws) {
        boolean isTitle = text.line() == 1 && text.column() == 0 && !text.text().matches("(?s).*[：:].*");
        return isTitle ? SAID.matcher(text.text()).replaceFirst("") + "（批注副本，要改 " + flaws + " 处）" : text.text();
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
