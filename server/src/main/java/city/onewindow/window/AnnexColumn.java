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
 */
public record AnnexColumn(
        String heading,
        Holds holds,
        List<String> words,
        @Nullable String says,
        boolean isKey,
        boolean isDerived) {

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
        return new AnnexColumn(heading, holds, List.of(), null, false, false);
    }

    static AnnexColumn text(String heading) {
        return of(heading, Holds.TEXT);
    }

    static AnnexColumn of(String heading, Holds holds, List<String> words) {
        return new AnnexColumn(heading, holds, words, null, false, false);
    }

    AnnexColumn says(String column) {
        return new AnnexColumn(heading, holds, words, column, isKey, isDerived);
    }

    AnnexColumn key() {
        return new AnnexColumn(heading, holds, words, says, true, isDerived);
    }

    AnnexColumn derived() {
        return new AnnexColumn(heading, holds, words, says, isKey, true);
    }

    public boolean isNumber() {
        return holds == Holds.COUNT || holds == Holds.DAYS;
    }
}
