package city.onewindow.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a data element must satisfy; null or empty means no such bound.
 *
 * @param min least value of a number or an amount, least length of a text ({@code min_len} too)
 * @param max greatest value of a number or an amount, greatest length of a text
 * @param len exact length
 * @param scale digits after the decimal point
 * @param unit shown after the field
 * @param regex full match
 * @param checksum gb11643, id_document (a person's, of whatever kind), id_or_uscc (a person's or an organisation's), gb32100 or gb16735
 * @param checksumWhen the checksum applies only when this holds
 * @param columns codes of a table's columns, each to be filled in in every row but those in {@code optionalColumns}
 * @param fileTypes endings of a file, with maxKb its size and minWidth, minHeight its pixels
 * @param level of a division: province, city, district
 * @param when on which side of today a date lies
 * @param notBefore code of the date beside it that a date doesn't lie before
 * @param total what the values of a table's column add up to, such as shares to 100 %
 */
public record Constraint(
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer len,
        @Nullable Integer scale,
        String unit,
        String regex,
        String checksum,
        Expression checksumWhen,
        List<String> columns,
        List<String> optionalColumns,
        int minRows,
        List<String> fileTypes,
        @Nullable Integer maxKb,
        @Nullable Integer minWidth,
        @Nullable Integer minHeight,
        String level,
        @Nullable When when,
        String notBefore,
        @Nullable BigDecimal total) {

    /** Today is on either side. */
    public enum When {
        /** It has happened: a birth, a resolution. */
        PAST,
        /** It is yet to come, or still holds. */
        FUTURE
    }

    public static final Constraint NONE = new Constraint(
            null,
            null,
            null,
            null,
            "",
            "",
            "",
            Expression.ALWAYS,
            List.of(),
            List.of(),
            0,
            List.of(),
            null,
            null,
            null,
            "",
            null,
            "",
            null);

    public Constraint {
        columns = List.copyOf(columns);
        // Editions imported before a column could be optional don't name any.
        optionalColumns = optionalColumns == null ? List.of() : List.copyOf(optionalColumns);
        fileTypes = List.copyOf(fileTypes);
        // Nor did they know of an order of dates.
        notBefore = notBefore == null ? "" : notBefore;
    }

    /** Whether every row of the table must say this. */
    public boolean demands(String column) {
        return columns.contains(column) && !optionalColumns.contains(column);
    }
}
