package city.onewindow.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Whether a date lies where its data element wants it: on this side of today, and not before the date beside it. */
final class DateCheck {

    private DateCheck() {}

    static Optional<String> againstToday(LocalDate today, DataElement element, String text, CheckWords words) {
        Constraint.When when = element.constraint().when();
        if (when == null) {
            return Optional.empty();
        }
        boolean past = when == Constraint.When.PAST;
        return day(text)
                .filter(day -> past ? day.isAfter(today) : day.isBefore(today))
                .map(day -> past ? words.notAfter(element, today, day) : words.notBefore(element, today, day));
    }

    /** @param beside the other values of the form, or of the row of the table */
    static Optional<String> order(
            DataElement element, String text, Map<String, String> beside, Catalog catalog, CheckWords words) {
        if (element.constraint().notBefore().isEmpty()) {
            return Optional.empty();
        }
        Optional<DataElement> first = catalog.element(element.constraint().notBefore());
        Optional<LocalDate> start = first.flatMap(one -> day(beside.getOrDefault(one.code(), "")));
        return day(text)
                .filter(end -> start.filter(end::isBefore).isPresent())
                .map(end -> words.wrongOrder(element, end, first.orElseThrow(), start.orElseThrow()));
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
