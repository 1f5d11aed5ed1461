package city.onewindow.launch;

import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.SpringApplication;

/**
 * The database that a command works on.
 *
 * @param data the data directory
 * @param embedded whether OneWindow runs the server itself, in its data directory
 */
record Database(String url, String user, String password, Path data, boolean embedded) {

    private static final String URL = "ONEWINDOW_DB_URL";
    private static final String USER = "ONEWINDOW_DB_USER";
    private static final String PASSWORD = "ONEWINDOW_DB_PASSWORD";
    private static final String KEY = "ONEWINDOW_KEY";
    static final String KEY_FILE = "onewindow.key";
    private static final int LOGIN_SECONDS = 10;

    /** The server named in the environment if there is one, else the embedded one, started now and stopped with the program. */
    static Database open(Path data, Map<String, String> environment) {
        StartProblem.refuse(keyFault(environment).stream().toList());
        if (isGiven(environment)) {
            String url = environment.getOrDefault(URL, "");
            var given = new Database(
                    url, environment.getOrDefault(USER, ""), environment.getOrDefault(PASSWORD, ""), data, false);
            given.mustAnswer();
            return given;
        }
        if (environment.getOrDefault(KEY, "").isBlank()) {
            keepKey(data);
        }
        var server = EmbeddedPostgres.start(data, List.of());
        // After the house is closed: what it still has to write needs the database.
        SpringApplication.getShutdownHandlers().add(server::close);
        return new Database(server.url(), server.user(), server.password(), data, true);
    }

    static boolean isGiven(Map<String, String> environment) {
        return !environment.getOrDefault(URL, "").isBlank();
    }

    /** For the terminal; never with the password. */
    String description() {
        return embedded
                ? "数据库 / database: 内置 PostgreSQL " + PostgresBinaries.VERSION + "，数据在 / data in " + data
                : "数据库 / database: " + url;
    }

    /** Several instances share a given database: a key made and kept on one machine would lock the others out. */
    static Optional<StartProblem> keyFault(Map<String, String> environment) {
        String key = environment.getOrDefault(KEY, "");
        if (key.isBlank()) {
            return isGiven(environment) ? Optional.of(missingKey()) : Optional.empty();
        }
        return Cipher.isKey(key)
                ? Optional.empty()
                : Optional.of(new StartProblem(
                        KEY
                                + " 不是密钥：应为 32 位以上的十六进制数字，或 base64，例如 openssl rand -hex 32 生成的。以前用过别的值的，请填原来的值，也看看是否少复制了几位。",
                        KEY
                                + " is no key: it needs 32 hexadecimal digits or more, or base64, as made by openssl rand -hex"
                                + " 32. If another value was used before, give that one; maybe it was cut off."));
    }

    /**
     * Made before its database, so that a database without one has lost it, however early the first start ended. One that was lost, cut
     * off or overwritten isn't made anew: what the right one sealed would be lost.
     */
    private static void keepKey(Path data) {
        Path file = data.resolve(KEY_FILE);
        if (Files.exists(file)) {
            mustHoldKey(file);
        } else if (Files.exists(Cluster.directory(data))) {
            throw lostKey(file, Cluster.directory(data));
        } else {
            try {
                KeyFile.readOrCreate(file);
            } catch (UncheckedIOException e) {
                throw EmbeddedPostgres.unusable(data, Objects.requireNonNull(e.getCause()));
            }
        }
    }

    private static StartProblem lostKey(Path file, Path database) {
        return new StartProblem(
                file + " 不见了，而 " + database + " 里已经有数据库，所以没有启动：里面的敏感数据是用这个密钥加密的，另生成一个打不开。请把备份的 " + KEY_FILE
                        + " 复制回来；原来设了 " + KEY + " 的，设成原来的值。然后再启动。如果还没有用过（第一次启动没有完成），删除 " + database + " 再启动。",
                file + " is missing beside the database in " + database
                        + ", so nothing was started: it sealed the personal data there, and another one would open"
                        + " nothing of it. Copy the " + KEY_FILE + " that you kept to its place or, if " + KEY
                        + " was set before, set it to what it was. Then start again. If nothing was ever entered, for the first start was"
                        + " broken off, remove " + database + " and start again.",
                StartProblem.NOT_AGAIN);
    }

    private static void mustHoldKey(Path file) {
        if (holdsKey(file)) {
            return;
        }
        throw new StartProblem(
                file + " 里读不出密钥，所以没有启动：文件残缺、被改过，或者运行本程序的用户没有读它的权限。请检查权限，或把备份的 " + KEY_FILE
                        + " 复制回来；不要删掉它另生成一个，那样以前加密的数据就打不开了。",
                file
                        + " holds no key that can be read, so nothing was started: it was cut off or changed, or the program's user may"
                        + " not read it. Look at its permissions, or copy the one that you kept over it; don't delete it to"
                        + " have another made, as that opens nothing of what was sealed before.",
                StartProblem.NOT_AGAIN);
    }

    private static boolean holdsKey(Path file) {
        try {
            return Cipher.isKey(Files.readString(file));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static StartProblem missingKey() {
        return new StartProblem(
                "使用自己的数据库时必须设置 " + KEY + "：敏感数据用它加密，所有实例用同一个。可用 openssl rand -hex 32 生成，并妥善备份：丢了它，已加密的数据就打不开了。",
                "With a database of your own " + KEY
                        + " must be set: personal data is sealed with it, by every instance"
                        + " with the same one. Make one with: openssl rand -hex 32, and keep a copy: what it sealed"
                        + " can't be opened without it.");
    }

    private void mustAnswer() {
        DriverManager.setLoginTimeout(LOGIN_SECONDS);
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("show server_encoding")) {
            if (answer.next() && !"UTF8".equals(answer.getString(1))) {
                throw new StartProblem(
                        "数据库的编码是 " + answer.getString(1) + "，一窗需要 UTF8。请用 create database … encoding 'UTF8' 另建一个库。",
                        "The database is encoded in " + answer.getString(1)
                                + "; OneWindow needs UTF8. Create one with: create database … encoding 'UTF8'.");
            }
        } catch (SQLException e) {
            throw new StartProblem(
                    "连不上 " + URL + " 指定的数据库 " + url + "：" + e.getMessage() + "\n请检查该服务器是否在运行，以及 " + URL + "、" + USER
                            + "、" + PASSWORD + " 是否正确；不设 " + URL + " 则使用内置数据库。",
                    "The database of " + URL
                            + " can't be reached. Check that its server runs and that the three variables are"
                            + " right; without " + URL + " OneWindow starts its own database.");
        }
    }
}
