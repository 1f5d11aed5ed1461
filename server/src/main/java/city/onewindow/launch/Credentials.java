package city.onewindow.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The embedded database's password and port, kept in a file that only the owner of the data may read.
 *
 * @param port chosen once and kept, so that what an administrator has noted stays true
 */
record Credentials(String password, int port) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Path file(Path data) {
        return data.resolve("database.password");
    }

    static Credentials fresh(int port) {
        byte[] secret = new byte[24];
        RANDOM.nextBytes(secret);
        return new Credentials(HexFormat.of().formatHex(secret), port);
    }

    static Credentials read(Path data) throws IOException {
        List<String> lines = Files.readAllLines(file(data), StandardCharsets.UTF_8);
        if (lines.size() != 2) {
            throw new IOException(file(data) + " must hold two lines, the password and the port");
        }
        return new Credentials(lines.get(0), Integer.parseInt(lines.get(1)));
    }

    /** Half a file never counts: a lost password would lock everybody out. */
    void write(Path data) throws IOException {
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path unfinished = Files.createTempFile(data, "password-", "", onlyOwner);
        Files.writeString(unfinished, password + "\n" + port + "\n");
        Files.move(unfinished, file(data), StandardCopyOption.ATOMIC_MOVE);
    }
}
