package city.onewindow.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The same in English. */
final class EnglishCheckWords extends CheckWords {

    @Override
    String about(DataElement element, String reason) {
        boolean hasExample =
                !element.example().isEmpty() && element.example().codePoints().noneMatch(Character::isIdeographic);
        return named(element) + " " + reason + (hasExample ? ", such as " + element.example() : "") + ".";
    }

    @Override
    String tooLong(int most, int now) {
        return "may have " + most + " characters at most and has " + now;
    }

    @Override
    String tooShort(int least, int now) {
        return "needs " + least + " characters at least and has " + now;
    }

    @Override
    String wrongLength(int right, int now) {
        return "has " + right + " characters, not " + now;
    }

    @Override
    String wrongForm() {
        return "is not written as it should be";
    }

    @Override
    String noEmail() {
        return "must be an e-mail address";
    }

    @Override
    String noAddress() {
        return "needs the street and house number, or the village and group; abroad the street and house number";
    }

    @Override
    String noNumber() {
        return "must be a number, without unit and commas";
    }

    @Override
    String tooFine(int scale) {
        return scale == 0 ? "must be a whole number" : "may have " + scale + " decimal places at most";
    }

    @Override
    String tooSmall(BigDecimal least, String unit) {
        return "may not be less than " + least.toPlainString();
    }

    @Override
    String tooLarge(BigDecimal most, String unit) {
        return "may not be more than " + most.toPlainString();
    }

    @Override
    String noDate() {
        return "must be a date that exists, written as year-month-day";
    }

    @Override
    String wrongYear() {
        return "has a year that can't be right";
    }

    @Override
    String noChoice(String text, String choices) {
        return "has no such choice; please take one of those offered";
    }

    @Override
    String chosenTwice() {
        return "has one choice twice";
    }

    @Override
    String noRegion() {
        return "must be a division code of 6 digits";
    }

    @Override
    String needsRows() {
        return "must be a table, one row each";
    }

    @Override
    String noSuchNumber(String refusal) {
        return "is not a number that exists; please compare it with the document, character by character";
    }

    @Override
    String notAfter(DataElement element, LocalDate today, LocalDate day) {
        return named(element) + " may not be later than today (" + today + ") and is " + day + ". Please check it.";
    }

    @Override
    String notBefore(DataElement element, LocalDate today, LocalDate day) {
        return named(element) + " may not be earlier than today (" + today + ") and is " + day + ". Please check it.";
    }

    @Override
    String ofTypes(List<String> endings) {
        return String.join(", ", endings) + " files";
    }

    @Override
    String noLarger(int kilobytes) {
        return "at most " + kilobytes + " KB";
    }

    @Override
    String noSmaller(int width, int height) {
        return "at least " + width + " × " + height + " pixels";
    }

    @Override
    String comma() {
        return ", ";
    }

    @Override
    String missing(DataElement element) {
        return named(element) + " is not filled in yet.";
    }

    @Override
    String unknown(String code) {
        return "The form has no field “" + code + "”, or your answers decide its value. Please take it away.";
    }

    @Override
    String noTable(DataElement element) {
        return named(element) + " is no table; please fill in one value.";
    }

    @Override
    String tooFewRows(DataElement table, int least) {
        return named(table) + " needs " + least + (least == 1 ? " row at least." : " rows at least.");
    }

    @Override
    String noColumn(DataElement table, String column) {
        return named(table) + " has no column “" + column + "”.";
    }

    @Override
    String missingCell(DataElement table, int row, DataElement column) {
        return named(table) + ", row " + row + ": " + named(column) + " is not filled in yet.";
    }

    @Override
    String wrongTotal(DataElement table, DataElement column, BigDecimal sum, BigDecimal right) {
        return named(table) + ": " + named(column) + " adds up to " + sum.toPlainString() + " and should be "
                + right.toPlainString() + ". Please check each row.";
    }

    @Override
    String wrongOrder(DataElement last, LocalDate end, DataElement first, LocalDate start) {
        return named(last) + " (" + end + ") may not be earlier than " + named(first) + " (" + start
                + "). Please check both dates.";
    }

    private static String named(DataElement element) {
        return "“" + (element.nameEn().isEmpty() ? element.name() : element.nameEn()) + "”";
    }
}
