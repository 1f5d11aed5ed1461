package city.onewindow.catalog;

import city.onewindow.kernel.DayWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What {@link FormCheck} says of what is wrong, and what to do about it: in Chinese, unless a reader asks otherwise. */
public class CheckWords {

    public static final CheckWords CHINESE = new CheckWords();

    CheckWords() {}

    /** The same in English, which only pages speak. */
    public static CheckWords english() {
        return new EnglishCheckWords();
    }

    /** A reason of one of the methods below as a sentence about its element, with an example of what is right. */
    String about(DataElement element, String reason) {
        String example = element.example().isEmpty() ? "" : "，例如 " + element.example();
        return named(element) + reason + (reason.endsWith("。") ? "" : example + "。");
    }

    // ---- of one value

    String tooLong(int most, int now) {
        return "最多" + most + "个字，现在是" + now + "个";
    }

    String tooShort(int least, int now) {
        return "至少" + least + "个字，现在是" + now + "个";
    }

    String wrongLength(int right, int now) {
        return "应为" + right + "位，现在是" + now + "位";
    }

    String wrongForm() {
        return "格式不对";
    }

    String noEmail() {
        return "应为电子邮箱地址";
    }

    String noAddress() {
        return "应写到路和门牌号，或者村、组；境外的地址写到街道和门牌号";
    }

    String noNumber() {
        return "应为数字，不带单位和逗号";
    }

    String tooFine(int scale) {
        return scale == 0 ? "应为整数" : "最多" + scale + "位小数";
    }

    String tooSmall(BigDecimal least, String unit) {
        return "不能小于" + least.toPlainString() + unit;
    }

    String tooLarge(BigDecimal most, String unit) {
        return "不能大于" + most.toPlainString() + unit;
    }

    String noDate() {
        return "应为一个存在的日期，写成 年-月-日";
    }

    String wrongYear() {
        return "的年份不对";
    }

    /** @param choices those that there are, with their codes */
    String noChoice(String text, String choices) {
        return "没有「" + text + "」这一项，可选：" + choices;
    }

    String chosenTwice() {
        return "有一项选了两次";
    }

    String noRegion() {
        return "应为6位行政区划代码";
    }

    String needsRows() {
        return "应为表格，一行一项";
    }

    /** @param refusal why it is no such number, in Chinese, as a whole sentence */
    String noSuchNumber(String refusal) {
        return refusal;
    }

    String notAfter(DataElement element, LocalDate today, LocalDate day) {
        return named(element) + "不能晚于今天（" + DayWords.of(today) + "），现在是" + DayWords.of(day) + "。请核对。";
    }

    String notBefore(DataElement element, LocalDate today, LocalDate day) {
        return named(element) + "不能早于今天（" + DayWords.of(today) + "），现在是" + DayWords.of(day) + "。请核对。";
    }

    // ---- of a file

    /** What a file must be; empty if anything goes. */
    public String file(Constraint limits) {
        List<String> demands = new ArrayList<>();
        if (!limits.fileTypes().isEmpty()) {
            demands.add(ofTypes(limits.fileTypes()));
        }
        if (limits.maxKb() != null) {
            demands.add(noLarger(limits.maxKb()));
        }
        if (limits.minWidth() != null && limits.minHeight() != null) {
            demands.add(noSmaller(limits.minWidth(), limits.minHeight()));
        }
        return String.join(comma(), demands);
    }

    String ofTypes(List<String> endings) {
        return String.join("、", endings) + " 格式";
    }

    String noLarger(int kilobytes) {
        return "不超过 " + kilobytes + " KB";
    }

    String noSmaller(int width, int height) {
        return "至少 " + width + "×" + height + " 像素";
    }

    String comma() {
        return "，";
    }

    // ---- of the form

    String missing(DataElement element) {
        return named(element) + "还没有填写。";
    }

    String unknown(String code) {
        return "这张表上没有「" + code + "」这一栏，或者它的值由前面的回答决定。请去掉它。";
    }

    String noTable(DataElement element) {
        return named(element) + "不是表格，请只填一个值。";
    }

    String tooFewRows(DataElement table, int least) {
        return named(table) + "至少填" + least + "行。";
    }

    String noColumn(DataElement table, String column) {
        return named(table) + "没有「" + column + "」这一列。";
    }

    String missingCell(DataElement table, int row, DataElement column) {
        return named(table) + "第" + row + "行的" + named(column) + "还没有填写。";
    }

    String wrongTotal(DataElement table, DataElement column, BigDecimal sum, BigDecimal right) {
        String unit = column.constraint().unit();
        return named(table) + "各行的" + named(column) + "加起来是 " + sum.toPlainString() + unit + "，应为 "
                + right.toPlainString() + unit + "。请核对每一行。";
    }

    String wrongOrder(DataElement last, LocalDate end, DataElement first, LocalDate start) {
        return named(last) + "（" + DayWords.of(end) + "）不能早于" + named(first) + "（" + DayWords.of(start) + "）。请核对这两个日期。";
    }

    private static String named(DataElement element) {
        return "「" + element.name() + "」";
    }
}
