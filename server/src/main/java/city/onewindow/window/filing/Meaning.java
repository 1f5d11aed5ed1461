package city.onewindow.window.filing;

import city.onewindow.window.AnnexColumn;
import java.util.Set;

/** What a cell of an annex means, however people write it: 20个工作日 is 20, 否 under 是否收费 is 不收费, — is nothing (but no fee: a dash may mean anything). */
final class Meaning {

    private static final Set<String> FREE = Set.of("0", "免费", "不收费", "否", "无", "没有");

    private static final String FEE = "fee";
    private static final String SPECIAL_STEPS = "special_steps";

    private Meaning() {}

    /** The same text for whatever means the same. */
    static String of(AnnexColumn column, String text) {
        return switch (column.holds()) {
            case DAYS ->
                Limits.parse(text)
                        .map(limit -> limit.days().stripTrailingZeros().toPlainString() + limit.unit())
                        .orElse(nothingIfSo(text));
            case WORDS -> words(text, "、");
            case TEXT -> text(column, text);
            default -> text;
        };
    }

    /** The words of a cell that holds several. */
    static String words(String text, String between) {
        return String.join(between, text.split("\\s*[、，,；;]\\s*"));
    }

    /** A text as the catalog keeps it. */
    static String text(AnnexColumn column, String text) {
        if (FEE.equals(column.says())) {
            return FREE.contains(text) ? "不收费" : text;
        }
        // Whoever is asked for special procedures says no.
        return SPECIAL_STEPS.equals(column.says()) && text.equals("否") ? "" : nothingIfSo(text);
    }

    /** Whether a cell of plain text says nothing. */
    static boolean isNothing(String text) {
        return nothingIfSo(text).isEmpty();
    }

    private static String nothingIfSo(String text) {
        return Limits.isNone(text) || text.equals("没有") ? "" : text;
    }
}
