package city.onewindow.notice;

/**
 * A document as it was printed once and for all.
 *
 * @param digest SM3 of the content, hexadecimal
 */
public record Print(byte[] content, String digest) {}
