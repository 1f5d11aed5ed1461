package city.onewindow.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The files of one PostgreSQL server under a data directory, and the commands that make, start and stop it. */
final class Cluster {

    static final String USER = "onewindow";
    static final String DATABASE = "onewindow";

    /** Nobody else may take part; nothing personal goes to the log (terse: no key values; no statements). */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=256MB",
            "log_checkpoints=off",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "logging_collector=on",
            "log_filename=postgres-%a.log",
            "log_rotation_age=1d",
            "log_truncate_on_rotation=on");

    private static final int ATTEMPTS = 20;

    private final Path data;
    private final Unprivileged user;
    private final List<String> settings;
    private @Nullable Credentials credentials;

    Cluster(Path data, List<String> settings) throws IOException, InterruptedException {
        this.data = data;
        this.user = Unprivileged.onThisMachine();
        this.settings = new ArrayList<>(SETTINGS);
        this.settings.addAll(settings);
    }

    Path directory() {
        return directory(data);
    }

    static Path directory(Path data) {
        return data.resolve("database");
    }

    Path log() {
        return directory().resolve("log");
    }

    /** Known once the server has been started or adopted. */
    Credentials credentials() {
        if (credentials == null) {
            throw new IllegalStateException("The server of " + data + " has not been started.");
        }
        return credentials;
    }

    void adopt(Postmaster running) throws IOException {
        credentials = new Credentials(Credentials.read(data).password(), running.port());
    }

    /**
     * Starts the server and returns when its process is there; a few attempts, for the children of a killed server hold
     * its memory for a moment.
     */
    void start() throws IOException, InterruptedException {
        Path programs = PostgresBinaries.under(data).resolve("bin");
        if (!Files.exists(directory())) {
            initialise(programs);
        }
        mustBeOfThisVersion();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Files.deleteIfExists(Postmaster.file(directory()));
            Process server = spawn(programs, freePort());
            while (server.isAlive()) {
                if (Postmaster.on(directory()).isPresent()) {
                    return;
                }
                server.waitFor(20, TimeUnit.MILLISECONDS);
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new StartProblem(
                "PostgreSQL 启动不了，原因见 " + startLog() + " 和 " + log(),
                "PostgreSQL does not start; its reasons are in " + startLog() + " and " + log());
    }

    void stop() throws IOException, InterruptedException {
        Path programs = PostgresBinaries.under(data).resolve("bin");
        if (Postmaster.on(directory()).isPresent()) {
            run(List.of(programs + "/pg_ctl", "stop", "-D", directory().toString(), "-m", "fast", "-w"));
        }
    }

    private Process spawn(Path programs, int port) throws IOException {
        // A session of its own: Ctrl-C at the terminal reaches the program only, which then stops the server in order.
        List<String> command = new ArrayList<>(
                List.of("setsid", programs + "/postgres", "-D", directory().toString(), "-c", "port=" + port));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(user.command(command))
                .redirectErrorStream(true)
                .redirectOutput(startLog().toFile())
                .start();
    }

    /** The remembered port; another one only while nobody has been told. */
    private int freePort() throws IOException {
        Credentials remembered = Credentials.read(data);
        if (credentials != null || isFree(remembered.port())) {
            return remembered.port();
        }
        var moved = new Credentials(remembered.password(), anyFreePort());
        moved.write(data);
        return moved.port();
    }

    private void initialise(Path programs) throws IOException, InterruptedException {
        if (!Files.exists(Credentials.file(data))) {
            Credentials.fresh(anyFreePort()).write(data);
        }
        Path unfinished = data.resolve("database.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        Path password = data.resolve("initdb.password");
        Files.deleteIfExists(password);
        Files.createFile(password, Credentials.ONLY_OWNER);
        Files.writeString(password, Credentials.read(data).password());
        user.own(unfinished);
        user.own(password);
        List<String> initdb = new ArrayList<>(List.of(
                programs + "/initdb",
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        if (settings.contains("fsync=off")) {
            initdb.add("--no-sync");
        }
        try {
            run(initdb);
        } finally {
            Files.delete(password);
        }
        run(
                List.of(programs + "/postgres", "--single", "-D", unfinished.toString(), "template1"),
                "create database " + DATABASE + "\n");
        Files.move(unfinished, directory(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void mustBeOfThisVersion() throws IOException {
        String found = Files.readString(directory().resolve("PG_VERSION")).trim();
        String major = PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.indexOf('.'));
        if (!found.equals(major)) {
            throw new StartProblem(
                    directory() + " 是 PostgreSQL " + found + " 的数据，本版一窗自带的是 " + major
                            + "。请按 docs/operations.md 的“升级”一节迁移。",
                    directory() + " was made by PostgreSQL " + found + ", this OneWindow brings " + major
                            + ". See docs/operations.md, Upgrade.");
        }
    }

    private void run(List<String> command, String... input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(user.command(command))
                .redirectErrorStream(true)
                .redirectOutput(startLog().toFile())
                .start();
        try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write(String.join("\n", input));
        }
        if (process.waitFor() != 0) {
            throw failed(command.get(0), Files.readString(startLog()).strip());
        }
    }

    /** What it said is told whole, after what to do about it: its reason isn't always in the last line. */
    private StartProblem failed(String program, String said) {
        boolean full = said.contains("No space left on device");
        return new StartProblem(
                (full ? "磁盘满了：" + data + " 没有空间建立数据库。请腾出空间（空的数据库约需 200 MB），或用 --data DIR 换一个目录，再启动。" : "建立数据库没有成功。")
                        + "PostgreSQL 的 " + program + " 的输出在下面。",
                (full
                                ? "The disk is full: no room for a database in " + data
                                        + ". Make some (an empty one takes"
                                        + " about 200 MB), or choose another directory with --data DIR, and start again. "
                                : "The database could not be made. ")
                        + "PostgreSQL's " + program + " said:\n" + said);
    }

    private Path startLog() {
        return data.resolve("postgres-start.log");
    }

    /** Below the range from which the kernel gives out ports for outgoing connections. */
    private static int anyFreePort() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port found between 15000 and 32000");
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
