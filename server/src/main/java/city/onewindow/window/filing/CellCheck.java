package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Window;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with the cells of one row, each for itself, whatever the catalog says. */
final class CellCheck {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]*");

    private final Annex annex;
    private final Set<String> windows;

    CellCheck(Annex annex, Catalog catalog) {
        this.annex = annex;
        this.windows = catalog.windows().stream().map(Window::name).collect(Collectors.toSet());
    }

    List<CheckedRow.Flaw> flaws(GivenRow row) {
        List<CheckedRow.Flaw> flaws = new ArrayList<>();
        List<AnnexColumn> columns = annex.columns();
        for (int at = 0; at < columns.size(); at++) {
            GivenRow.Cell cell = row.cells().get(at);
            String message = !cell.flaw().isEmpty()
                    ? cell.flaw() + "。"
                    // The first column numbers the rows; nobody minds what is written in it.
                    : at == 0 ? "" : message(columns.get(at), cell);
            if (!message.isEmpty()) {
                flaws.add(new CheckedRow.Flaw(at, message));
            }
        }
        return flaws;
    }

    private String message(AnnexColumn column, GivenRow.Cell cell) {
        String text = cell.text();
        if (text.isEmpty()) {
            // Whoever needs no material leaves its cell empty.
            return column.isKey() && !column.heading().equals("申请材料") ? "没有填。请填目录里的" + column.heading() + "。" : "";
        }
        if ("home_window".equals(column.says()) && !windows.contains(text)) {
            return "没有名为“" + text + "”的窗口。请照窗口名单填全称。";
        }
        if ("phone".equals(column.says())) {
            return phone(text);
        }
        return switch (column.holds()) {
            case TEXT -> "";
            case CODE -> code(cell);
            case COUNT -> WHOLE.matcher(text).matches() ? "" : "应为整数，现为“" + text + "”。请填 0 或更大的整数，如 12，不写单位。";
            case DAYS ->
                Limits.isNone(text) || Limits.parse(text).isPresent()
                        ? ""
                        : "应为天数，如 20、20个工作日 或 当场办结，半天写 0.5，现为“" + text + "”。";
            case WORD -> column.words().contains(text) ? "" : unknown(text, column);
            case WORDS -> words(text, column);
        };
    }

    static String phone(String text) {
        return Particulars.PHONE.matcher(text).matches() ? "" : "应为电话号码，如 0379-63000000，现为“" + text + "”。";
    }

    private static String code(GivenRow.Cell cell) {
        if (cell.isNumber() && cell.text().length() > 15) {
            return "编码被存成了数字，末几位已经丢失。请把单元格改为文本格式后重填。";
        }
        return CODE.matcher(cell.text()).matches() ? "" : "编码只有数字和大写字母，现为“" + cell.text() + "”。";
    }

    private static String words(String text, AnnexColumn column) {
        return Arrays.stream(text.split("[、，,；;]"))
                .map(String::strip)
                .filter(word -> !column.words().contains(word))
                .findFirst()
                .map(word -> unknown(word, column) + "几项之间用“、”隔开。")
                .orElse("");
    }

    private static String unknown(String word, AnnexColumn column) {
        return "没有“" + word + "”这个选项，可填：" + String.join("、", column.words()) + "。";
    }
}
