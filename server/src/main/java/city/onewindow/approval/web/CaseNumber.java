package city.onewindow.approval.web;

import java.util.regex.Pattern;

/** A case number as people type it. */
final class CaseNumber {

    private static final Pattern WITHOUT_HYPHENS = Pattern.compile("(\\d{6})(\\d{8})(\\d{6})");

    private CaseNumber() {}

    /** Blanks around it and missing hyphens are forgiven. */
    static String typed(String text) {
        return WITHOUT_HYPHENS.matcher(text.strip()).replaceFirst("$1-$2-$3");
    }
}
