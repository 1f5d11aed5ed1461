package city.onewindow.catalog;

import java.time.OffsetDateTime;

/**
 * What one import, or the publication of a revision, made of the content; it holds from then on.
 *
 * @param number counted from 1
 * @param importedBy the account, or "system" for the content that the program brings along
 * @param source name of the directory, or "shipped"
 * @param added how many records were new
 * @param changed how many got a new version
 */
public record Edition(
        int number, OffsetDateTime importedAt, String importedBy, String source, int added, int changed) {}
