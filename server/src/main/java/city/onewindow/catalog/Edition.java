package city.onewindow.catalog;

import java.time.OffsetDateTime;

/**
 * What one import made of the content.
 *
 * @param number counted from 1
 * @param importedBy the account, or "system" for the content that the program brings along
 * @param source name of the directory, or "shipped"
 * @param added how many records were new
 * @param changed how many got a new version
 */
public record Edition(
        int number, OffsetDateTime importedAt, String importedBy, String source, int added, int changed) {}
