package city.onewindow.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The dates of the State Council's notices in the words in which they were published. */
public final class NoticeTexts {

    private NoticeTexts() {}

    public static String of(int year) {
        try (InputStream file = NoticeTexts.class.getResourceAsStream("/calendar/notices/" + year + ".txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
