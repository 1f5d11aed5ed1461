package city.onewindow.notice;

import java.time.LocalDateTime;

/**
 * A wording as it was published.
 *
 * @param version from 1, of its document
 * @param reason why it was changed
 * @param publishedBy account; of what the program brings along {@code system}
 */
public record WordingVersion(
        WordedDocument document,
        int version,
        String text,
        String reason,
        String publishedBy,
        LocalDateTime publishedAt) {}
