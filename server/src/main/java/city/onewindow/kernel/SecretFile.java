package city.onewindow.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A text that only the program's user may read, such as a key; made where there is none yet. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Two instances that make it at once end with the same text.
     *
     * @param fresh what to write, asked only if there is no such file
     */
    public static String readOrCreate(Path file, Supplier<String> fresh) {
        try {
            if (!Files.exists(file)) {
                create(file, fresh.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("密钥文件 " + file + " 读不出来。请检查该文件和所在目录的权限。", e);
        }
    }

    private static void create(Path file, String text) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                folder,
                "onewindow",
                ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // The other instance was faster: its text counts.
            return;
        } finally {
            Files.delete(fresh);
        }
    }
}
