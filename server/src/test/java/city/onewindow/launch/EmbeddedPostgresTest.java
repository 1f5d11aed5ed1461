package city.onewindow.launch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

@DisplayName("内置数据库")
class EmbeddedPostgresTest {

    private static final List<String> SETTINGS = List.of("shared_buffers=16MB", "fsync=off");
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @TempDir
    private Path data = Path.of("");

    /** Unpacked once for all: what is tried here is what comes after. */
    @BeforeEach
    void programsAreThere() throws IOException {
        Path shared = PostgresBinaries.under(Files.createDirectories(TestData.DIRECTORY));
        Files.createSymbolicLink(data.resolve(shared.getFileName()), shared.toAbsolutePath());
    }

    @AfterEach
    void programsStay() throws IOException {
        FileSystemUtils.deleteRecursively(data.resolve("postgres-" + PostgresBinaries.VERSION));
    }

    @Test
    @DisplayName("停止后再启动：数据还在，端口不变，密码只有本人可读，没有密码进不去")
    void keepsDataAcrossStops() throws SQLException, IOException {
        String url;
        try (var first = start()) {
            url = first.url();
            run(first, "create table kept (word text)", "insert into kept values ('营业执照')");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Credentials.file(data))))
                    .isEqualTo("rw-------");
            assertThat(canSignIn(first.url(), first.user(), "wrong")).isFalse();
        }
        assertThat(Postmaster.on(data.resolve("database"))).isEmpty();
        try (var second = start()) {
            assertThat(second.url()).isEqualTo(url);
            assertThat(read(second, "select word from kept")).isEqualTo("营业执照");
            assertThat(read(second, "select lower('ÄÖ') || version()"))
                    .startsWith("äöPostgreSQL " + PostgresBinaries.VERSION);
        }
    }

    @Test
    @DisplayName("数据库进程被 kill -9：几秒内自己回来，已提交的一条不少")
    void comesBackAfterTheServerWasKilled() throws Exception {
        try (var server = start()) {
            run(server, "create table kept (word text)", "insert into kept values ('已提交')");
            var killed = server.process().orElseThrow();
            killed.destroyForcibly();
            killed.onExit().get(WITHIN.toSeconds(), TimeUnit.SECONDS);
            assertThat(readWhenBack(server, "select word from kept")).isEqualTo("已提交");
            assertThat(server.process().orElseThrow().pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    @DisplayName("程序被 kill -9 而数据库还在：下次启动接管同一个进程")
    void adoptsTheServerOfAKilledProgram() throws Exception {
        Process program = anotherProgram();
        awaitReady(program);
        long pid = Postmaster.on(data.resolve("database")).orElseThrow().pid();
        program.destroyForcibly().waitFor();
        try (var server = start()) {
            assertThat(server.process().orElseThrow().pid()).isEqualTo(pid);
            assertThat(read(server, "select 'here'")).isEqualTo("here");
        }
        assertThat(Postmaster.on(data.resolve("database"))).isEmpty();
    }

    @Test
    @DisplayName("程序和数据库都被 kill -9：下次启动恢复，已提交的一条不少")
    void recoversAfterBothWereKilled() throws Exception {
        Process program = anotherProgram();
        awaitReady(program);
        var killed = Postmaster.on(data.resolve("database")).orElseThrow();
        program.destroyForcibly().waitFor();
        ProcessHandle.of(killed.pid()).ifPresent(ProcessHandle::destroyForcibly);
        while (killed.alive()) {
            Thread.onSpinWait();
        }
        try (var server = start()) {
            assertThat(read(server, "select word from kept")).isEqualTo("另一个程序写的");
        }
    }

    @Test
    @DisplayName("第二个程序共用第一个的数据库，退出时不把它停掉；第一个走后由它接手")
    void aSecondProgramIsAGuest() throws Exception {
        Process owner = anotherProgram();
        awaitReady(owner);
        try (var guest = start()) {
            assertThat(read(guest, "select word from kept")).isEqualTo("另一个程序写的");
        }
        assertThat(Postmaster.on(data.resolve("database"))).isPresent();
        try (var heir = start()) {
            requireNonNull(owner.getOutputStream()).close();
            assertThat(owner.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(readWhenBack(heir, "select word from kept")).isEqualTo("另一个程序写的");
        }
        assertThat(Postmaster.on(data.resolve("database"))).isEmpty();
    }

    @Test
    @DisplayName("建库没有成功：说出 initdb 的输出；交给它的密码只有本人可读，不留下来")
    void databaseCannotBeMade() throws IOException {
        programsStay();
        Path programs = Files.createDirectories(data.resolve("postgres-" + PostgresBinaries.VERSION + "/bin"));
        Path initdb = Files.writeString(programs.resolve("initdb"), """
                        #!/bin/sh
                        for word; do
                          case $word in --pwfile=*) echo "pwfile $(stat -c %a "${word#--pwfile=}")" ;; esac
                        done
                        exit 1
                        """);
        Files.setPosixFilePermissions(initdb, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(this::start)
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("建立数据库没有成功")
                .hasMessageEndingWith("pwfile 600");
        assertThat(data).isDirectoryNotContaining("glob:**initdb.password");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, SETTINGS);
    }

    private Process anotherProgram() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherProgram.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitReady(Process program) throws IOException {
        try (var reader = program.inputReader()) {
            assertThat(reader.readLine()).isEqualTo("ready");
        }
    }

    /** Starts the server, writes one row and lives until its input ends. */
    static final class AnotherProgram {
        public static void main(String[] args) throws Exception {
            try (var server = EmbeddedPostgres.start(Path.of(args[0]), SETTINGS)) {
                run(server, "create table kept (word text)", "insert into kept values ('另一个程序写的')");
                System.out.println("ready");
                while (System.in.read() >= 0) {
                    continue;
                }
            }
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    private static void run(EmbeddedPostgres server, String... statements) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String read(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }

    private static String readWhenBack(EmbeddedPostgres server, String sql) throws SQLException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (true) {
            try {
                return read(server, sql);
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static boolean canSignIn(String url, String user, String password) {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
