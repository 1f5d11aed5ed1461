package city.onewindow.catalog.content;

import city.onewindow.calendar.Holiday;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** holidays.csv: a row is a day off, or a weekend day that is worked instead (调休). */
final class HolidaysFile {

    static final String NAME = "holidays.csv";
    static final List<String> COLUMNS = List.of("date", "kind", "name", "notice_year");

    private HolidaysFile() {}

    static List<Holiday> read(List<Row> rows) {
        List<Holiday> days = new ArrayList<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            Holiday.Kind kind = row.choice(
                    "kind", List.of("holiday", "workday"), List.of(Holiday.Kind.HOLIDAY, Holiday.Kind.WORKDAY));
            String name = row.text("name");
            int noticeYear = row.integer("notice_year", 1949, 2200);
            String text = row.text("date");
            try {
                LocalDate date = LocalDate.parse(text);
                if (keys.add(row, "date", text)) {
                    days.add(new Holiday(date, kind, name, noticeYear));
                }
            } catch (DateTimeParseException wrong) {
                row.fault("date", "“" + text + "”不是日期，可填：年-月-日，如 2026-10-01");
            }
        }
        return days;
    }
}
