package city.onewindow.material;

import java.io.InputStream;

/**
 * A file with its content.
 *
 * @param content opened piece by piece as it is read
 */
public record OpenedFile(StoredFile file, InputStream content) {}
