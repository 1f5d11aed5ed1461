package city.onewindow.material;

import city.onewindow.kernel.FileType;
import java.time.LocalDateTime;

/**
 * A file that is kept; its content never changes.
 *
 * @param id random, so that it can't be guessed
 * @param subject number of the application that it was handed in for
 * @param name without path; personal data, for applicants name files after themselves
 * @param size in bytes
 * @param digest SM3 of the content, hexadecimal
 * @param uploadedBy account, or "public"
 */
public record StoredFile(
        String id,
        String subject,
        String name,
        FileType type,
        long size,
        String digest,
        String uploadedBy,
        LocalDateTime uploadedAt) {}
