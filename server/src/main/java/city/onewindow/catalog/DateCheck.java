package city.onewindow.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Whether a date lies where its data element wants it: on this side of today, and not before the date beside it. */
final class DateCheck {

    private DateCheck() {}

    static Optional<String> againstToday(LocalDate today, DataElement element, String text) {
        Constraint.When when = element.constraint().when();
        if (when == null) {
            return Optional.empty();
        }
        boolean past = when == Constraint.When.PAST;
        return day(text)
                .filter(day -> past ? day.isAfter(today) : day.isBefore(today))
                .map(day ->
                        "「" + element.name() + "」不能" + (past ? "晚" : "早") + "于今天（" + today + "），现在是 " + day + "。请核对。");
    }

    /** @param beside the other values of the form, or of the row of the table */
    static Optional<String> order(DataElement element, String text, Map<String, String> beside, Catalog catalog) {
        Optional<DataElement> first = catalog.element(element.constraint().notBefore());
        Optional<LocalDate> start = first.flatMap(one -> day(beside.getOrDefault(one.code(), "")));
        return day(text)
                .filter(end -> start.filter(end::isBefore).isPresent())
                .map(end -> "「" + element.name() + "」（" + end + "）不能早于「"
                        + first.orElseThrow().name() + "」（" + start.orElseThrow() + "）。请核对这两个日期。");
    }

    /** What is no date is told as such elsewhere. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
