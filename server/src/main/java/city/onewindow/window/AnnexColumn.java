package city.onewindow.window;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of an annex (附件1–3).
 *
 * @param heading as the plan has it
 * @param words what may stand in it; empty for anything
 * @param says the column of the content that says the same of an item or its material; null if the catalog doesn't know it
 * @param isKey whether its cells tell which item or material the row is about
 * @param isDerived whether the catalog works it out, so that nobody can write something else into it
 * @param isFiled whether what a department filed in it is kept and written out again, as long as the catalog says nothing
 */
public record AnnexColumn(
        String heading,
        Holds holds,
        List<String> words,
        @Nullable String says,
        boolean isKey,
        boolean isDerived,
        boolean isFiled) {

    /** What its cells hold. */
    public enum Holds {
        TEXT,
        /** Digits and letters that no spreadsheet may take for a number. */
        CODE,
        /** A whole number. */
        COUNT,
        /** A time limit: a number of working days, or as people say it. */
        DAYS,
        /** One word of a list. */
        WORD,
        /** Some words of a list, with 、 between them. */
        WORDS
    }

    static AnnexColumn of(String heading, Holds holds) {
        return new AnnexColumn(heading, holds, List.of(), null, false, false, false);
    }

    static AnnexColumn text(String heading) {
        return of(heading, Holds.TEXT);
    }

    static AnnexColumn of(String heading, Holds holds, List<String> words) {
        return new AnnexColumn(heading, holds, words, null, false, false, false);
    }

    AnnexColumn says(String column) {
        return new AnnexColumn(heading, holds, words, column, isKey, isDerived, isFiled);
    }

    AnnexColumn key() {
        return new AnnexColumn(heading, holds, words, says, true, isDerived, isFiled);
    }

    AnnexColumn derived() {
        return new AnnexColumn(heading, holds, words, says, isKey, true, isFiled);
    }

    AnnexColumn filed() {
        return new AnnexColumn(heading, holds, words, says, isKey, isDerived, true);
    }

    public boolean isNumber() {
        return holds == Holds.COUNT || holds == Holds.DAYS;
    }
}
