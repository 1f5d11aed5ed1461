package city.onewindow.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The State Council's notices of 2019 to 2026, frozen for the tests. */
final class Notices {

    static final List<Holiday> PUBLISHED = read();

    private Notices() {}

    private static List<Holiday> read() {
        try (var file = Notices.class.getResourceAsStream("/calendar/holidays.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Notices::holiday)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Holiday holiday(String line) {
        String[] cells = line.split(",", -1);
        return new Holiday(
                LocalDate.parse(cells[0]),
                Holiday.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                cells[2],
                Integer.parseInt(cells[3]));
    }
}
