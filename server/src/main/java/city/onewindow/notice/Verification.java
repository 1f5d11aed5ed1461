package city.onewindow.notice;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a file that somebody was handed.
 *
 * @param verdict how its bytes stand to what the centre issued
 * @param digest SM3 of the file, hexadecimal
 * @param document the one that it is, or that it says it is; empty if it names none of this centre
 * @param lateAfter the last day of the centre's certificate that it was sealed with, if it was sealed after that; null if not
 */
public record Verification(
        Verdict verdict,
        Format format,
        String digest,
        Optional<IssuedDocument> document,
        Signed signed,
        @Nullable LocalDate lateAfter) {

    /** Told by the digest of the whole file first, by its signature only where that is not known. */
    public enum Verdict {
        /** Byte for byte what the centre issued. */
        ISSUED,
        /** An OFD: the centre sealed every part of it, but the file as a whole was packed anew. */
        REPACKED,
        /** It names a document of the centre, and is not what was issued. */
        DIFFERS,
        /** Nothing that the centre issued. */
        UNKNOWN
    }
}
