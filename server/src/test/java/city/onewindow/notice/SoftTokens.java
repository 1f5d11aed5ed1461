package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tokens of SoftHSM, made by its own tool and by Java's keytool. The library reads its configuration from the environment and its
 * tokens once, when this JVM first asks: so one class uses it, and makes all of them before.
 */
final class SoftTokens {

    static final String PIN = "739164";

    /** Where Debian and others put it. */
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
            Path.of("/usr/lib64/softhsm/libsofthsm2.so"));

    private final Path folder;
    private final Path library;

    private SoftTokens(Path folder, Path library) {
        this.folder = folder;
        this.library = library;
    }

    static SoftTokens fresh() throws IOException {
        String settings = System.getenv("SOFTHSM2_CONF");
        assumeTrue(
                settings != null && isCommand("softhsm2-util") && isCommand("pdfsig") && isCommand("qpdf"),
                "Skipped: no SoftHSM, pdfsig or qpdf (apt-get install softhsm2 poppler-utils qpdf), or no SOFTHSM2_CONF, which the build"
                        + " sets");
        Path library = LIBRARIES.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("softhsm2-util is there, but its library is at none of "
                        + LIBRARIES + ". Maybe this system has it elsewhere: add that place."));
        Path folder = Files.createDirectories(Path.of(settings).getParent());
        Path tokens = Files.createTempDirectory(folder, "tokens");
        Files.writeString(Path.of(settings), "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
        return new SoftTokens(folder, library);
    }

    /** As {@code verify} looks for them. */
    private static boolean isCommand(String name) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, name)));
    }

    /** @return a configuration of SunPKCS11 for a token with nothing in it */
    Path token(String label) throws Exception {
        String made = run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", PIN, "--pin", PIN);
        String slot = made.replaceAll("(?s).*slot (\\d+).*", "$1");
        return Files.writeString(
                folder.resolve(label + ".cfg"),
                "name = " + label + "\nlibrary = " + library + "\nslot = " + slot + "\n");
    }

    void key(Path token, String alias, String... kind) throws Exception {
        run(Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-providerClass",
                                "sun.security.pkcs11.SunPKCS11",
                                "-providerArg",
                                token.toString(),
                                "-keystore",
                                "NONE",
                                "-storetype",
                                "PKCS11",
                                "-storepass",
                                PIN,
                                "-alias",
                                alias,
                                "-dname",
                                "CN=" + alias + ", O=Luoyang, C=CN",
                                // By the tests' clock, not by the machine's.
                                "-startdate",
                                "2026/01/01 00:00:00",
                                "-validity",
                                "3650"),
                        Stream.of(kind))
                .toArray(String[]::new));
    }

    /** @return what it wrote */
    static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(written).isZero();
        return written;
    }
}
