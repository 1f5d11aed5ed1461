package city.onewindow.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The embedded database's password and port, kept in a file that only the owner of the data may read.
 *
 * @param port chosen once and kept, so that what an administrator has noted stays true
 */
record Credentials(String password, int port) {

    static final FileAttribute<Set<PosixFilePermission>> ONLY_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final SecureRandom RANDOM = new SecureRandom();

    static Path file(Path data) {
        return data.resolve("database.password");
    }

    static Credentials fresh(int port) {
        byte[] secret = new byte[24];
        RANDOM.nextBytes(secret);
        return new Credentials(HexFormat.of().formatHex(secret), port);
    }

    /** @throws StartProblem if the file is lost or isn't as it was written */
    static Credentials read(Path data) throws IOException {
        List<String> lines =
                Files.exists(file(data)) ? Files.readAllLines(file(data), StandardCharsets.UTF_8) : List.of();
        if (lines.size() != 2 || !lines.get(1).matches("\\d{1,5}")) {
            throw new StartProblem(
                    file(data) + " 不见了或不完整：里面应有两行，内置数据库的密码和端口，没有它进不了数据库。请把备份里的这个文件放回去，再启动。",
                    file(data)
                            + " is missing or not whole: it holds two lines, the password and the port of the embedded"
                            + " database, which nobody can enter without it. Put the one of your backup back, and start again.");
        }
        return new Credentials(lines.get(0), Integer.parseInt(lines.get(1)));
    }

    /** Half a file never counts: a lost password would lock everybody out. */
    void write(Path data) throws IOException {
        Path unfinished = Files.createTempFile(data, "password-", "", ONLY_OWNER);
        Files.writeString(unfinished, password + "\n" + port + "\n");
        Files.move(unfinished, file(data), StandardCopyOption.ATOMIC_MOVE);
    }
}
