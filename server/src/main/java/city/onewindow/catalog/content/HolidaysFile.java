package city.onewindow.catalog.content;

import city.onewindow.calendar.Holiday;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** holidays.csv: a row is a day off, or a weekend day that is worked instead (调休). */
final class HolidaysFile {

    static final String NAME = "holidays.csv";
    static final List<String> COLUMNS = List.of("date", "kind", "name", "notice_year");

    private HolidaysFile() {}

    /** @param published the named days that stand already; a year's rows replace that year as a whole */
    static List<Holiday> read(List<Row> rows, List<Holiday> published) {
        Map<Holiday, Row> days = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            Holiday.Kind kind = row.choice(
                    "kind", List.of("holiday", "workday"), List.of(Holiday.Kind.HOLIDAY, Holiday.Kind.WORKDAY));
            String name = row.text("name");
            int noticeYear = row.integer("notice_year", 1949, 2200);
            String text = row.text("date");
            try {
                LocalDate date = LocalDate.parse(text);
                checkYear(row, date, noticeYear);
                if (keys.add(row, "date", text)) {
                    days.put(new Holiday(date, kind, name, noticeYear), row);
                }
            } catch (DateTimeParseException wrong) {
                if (!text.isEmpty()) {
                    row.fault("date", "“" + text + "”不是日期，可填：年-月-日，如 2026-10-01");
                }
            }
        }
        checkAgainst(published, days);
        return new ArrayList<>(days.keySet());
    }

    private static void checkYear(Row row, LocalDate date, int noticeYear) {
        // A notice settles its own year, and the days of New Year that reach into the years beside it.
        if (Math.abs(date.getYear() - noticeYear) > 1
                && !row.optional("notice_year").isEmpty()) {
            row.fault("notice_year", date + " 不会在 " + noticeYear + " 年的通知里，可填：该日期所在的年份，或它的前后一年");
        }
    }

    private static void checkAgainst(List<Holiday> published, Map<Holiday, Row> days) {
        Map<LocalDate, Holiday> standing =
                published.stream().collect(Collectors.toMap(Holiday::date, Function.identity()));
        Map<Integer, Row> years = new LinkedHashMap<>();
        days.forEach((day, row) -> years.putIfAbsent(day.noticeYear(), row));
        days.forEach((day, row) -> {
            Holiday other = standing.get(day.date());
            if (other != null && !years.containsKey(other.noticeYear())) {
                row.fault(
                        "notice_year",
                        day.date() + " 已按 " + other.noticeYear() + " 年的通知载入(" + other.name() + ")，可填："
                                + other.noticeYear() + "，并给出那一年的全部日期");
            }
        });
        years.forEach((year, row) -> {
            long before =
                    published.stream().filter(day -> day.noticeYear() == year).count();
            long now = days.keySet().stream()
                    .filter(day -> day.noticeYear() == year)
                    .count();
            if (now < before) {
                row.notice("notice_year", year + " 年的通知原有 " + before + " 天，本目录只有 " + now + " 天，其余的不再有效");
            }
        });
    }
}
