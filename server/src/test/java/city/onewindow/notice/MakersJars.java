package city.onewindow.notice;

import city.onewindow.notice.maker.MakersMachine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What comes with a {@link MakersMachine}. */
public final class MakersJars {

    private MakersJars() {}

    /** All of them: its own, and the one that it needs. */
    public static void putInto(Path directory) throws IOException {
        putOwnInto(directory);
        Files.copy(source(BouncyCastleProvider.class), directory.resolve("library.jar"));
    }

    static void putOwnInto(Path directory) throws IOException {
        Path classes = source(MakersMachine.class);
        try (var jar = new JarOutputStream(
                        Files.newOutputStream(Files.createDirectories(directory).resolve("maker.jar")));
                var files = Files.list(classes.resolve("city/onewindow/notice/maker"))) {
            for (Path each : files.toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                jar.write(Files.readAllBytes(each));
            }
        }
    }

    private static Path source(Class<?> of) {
        return Path.of(URI.create(
                of.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
