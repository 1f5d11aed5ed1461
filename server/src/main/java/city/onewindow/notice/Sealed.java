package city.onewindow.notice;

import java.security.cert.X509Certificate;

/**
 * A file with the centre's seal.
 *
 * @param by with which it was sealed, to be known ever after
 */
record Sealed(byte[] content, X509Certificate by) {}
