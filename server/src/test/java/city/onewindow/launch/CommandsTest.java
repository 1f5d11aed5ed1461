package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.TestData;
import city.onewindow.kernel.KeyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayName("命令行")
class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Who has just got the repository asks before anything is built, so the script tells it from a file; {@code -Dhelp.write=true} writes it. */
    @Test
    @DisplayName("--help 列出子命令；./onewindow --help 没有构建也答得出，说的一样")
    void help() throws IOException {
        String told = line().setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(120)
                .getUsageMessage()
                .replaceAll(" +\n", "\n");
        Path file = Path.of("../scripts/help.txt");
        if (Boolean.getBoolean("help.write")) {
            Files.writeString(file, told);
        }
        assertThat(told).contains("serve", "import", "ONEWINDOW_DB_URL");
        assertThat(file).hasContent(told);
    }

    @Test
    @DisplayName("只写选项就是 serve")
    void optionsAloneServe() {
        assertThat(run("--port", "70000")).isEqualTo(2);
        assertThat(err.toString())
                .contains("70000", "65535", "onewindow serve --help")
                .doesNotContain("Exception");
    }

    @Test
    @DisplayName("不认识的选项、子命令：一句话说清，退出码 2，没有堆栈")
    void unknownWords() {
        assertThat(run("serve", "--prot", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("不认识", "--prot", "serve --help").doesNotContain("\tat ");
        assertThat(run("serv")).isEqualTo(2);
        assertThat(err.toString()).contains("不认识", "serv", "--help");
        assertThat(run("serve", "--data")).isEqualTo(2);
        assertThat(err.toString()).contains("缺少 --data DIR");
        assertThat(run("import")).isEqualTo(2);
        assertThat(err.toString()).contains("缺少 DIR");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("选项的值不对、没有写：用两种语言说应该怎么写")
    @CsvSource({
        "serve --port abc, --port 不能是“abc”，应为整数 / must be a whole number",
        "lint --level HIGH, --level 不能是“HIGH”，可以是 / must be one of: ERROR",
        "serve --port, 缺少 --port PORT / missing: --port PORT",
        "serve --prot 1, 不认识“--prot 1” / no such command or option: --prot 1"
    })
    void wrongValues(String line, String told) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(told).doesNotContain("Invalid", "not an int", "\tat ");
    }

    @Test
    @DisplayName("端口被占用：说出端口和办法，退出码 1，没有堆栈")
    void portInUse() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThat(run("serve", "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .contains(Integer.toString(taken.getLocalPort()), "--port")
                    .doesNotContain("首次启动")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    @DisplayName("给定的数据库连不上：说出变量名，不说密码")
    void databaseUnreachable(@TempDir Path data) {
        var environment = Map.of(
                "ONEWINDOW_DB_URL", "jdbc:postgresql://127.0.0.1:1/onewindow",
                "ONEWINDOW_DB_PASSWORD", "s3cret",
                "ONEWINDOW_KEY", "00112233445566778899aabbccddeeff");
        Assertions.assertThatThrownBy(() -> Database.open(data, environment))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("ONEWINDOW_DB_URL")
                .hasMessageNotContaining("s3cret");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    @DisplayName("给定的数据库没有配密钥：不启动，说出怎么生成")
    void databaseWithoutKey(@TempDir Path data) {
        var environment = Map.of("ONEWINDOW_DB_URL", "jdbc:postgresql://127.0.0.1:1/onewindow");
        Assertions.assertThatThrownBy(() -> Database.open(data, environment))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("ONEWINDOW_KEY")
                .hasMessageContaining("openssl rand -hex 32");
    }

    @Test
    @DisplayName("数据目录不能用：说出目录和办法")
    void dataDirectoryUnusable(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        Assertions.assertThatThrownBy(() -> Database.open(file, Map.of()))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }

    @Test
    @DisplayName("密钥文件残缺：数据库还没动就不启动，退出状态 78，说出哪个文件和办法，不写出它，也不改它")
    void keyFileCutOff(@TempDir Path data) throws IOException {
        Path file = Files.writeString(data.resolve("onewindow.key"), "0123456789abcde");
        Assertions.assertThatThrownBy(() -> Database.open(data, Map.of()))
                .isInstanceOfSatisfying(
                        StartProblem.class,
                        problem -> assertThat(problem.exit()).isEqualTo(78))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("备份")
                .hasMessageNotContaining("0123456789");
        assertThat(data).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**database*");
        assertThat(file).hasContent("0123456789abcde");
    }

    @Test
    @DisplayName("数据库在而密钥文件不见了：退出状态 78，说出哪个文件和办法，不另生成一个")
    void keyFileLost(@TempDir Path data) throws IOException {
        Files.createDirectories(data.resolve("database"));
        Assertions.assertThatThrownBy(() -> Database.open(data, Map.of()))
                .isInstanceOfSatisfying(
                        StartProblem.class,
                        problem -> assertThat(problem.exit()).isEqualTo(78))
                .hasMessageContaining(data.resolve("onewindow.key").toString())
                .hasMessageContaining("备份")
                .hasMessageContaining("ONEWINDOW_KEY");
        assertThat(data).isDirectoryNotContaining("glob:**onewindow.key");
    }

    @Test
    @DisplayName("内置数据库的密码文件没有随备份恢复：说出是哪个文件，放回去")
    void passwordFileLost(@TempDir Path data) throws IOException {
        KeyFile.readOrCreate(data.resolve("onewindow.key"));
        Path database = Files.createDirectories(data.resolve("database"));
        Files.writeString(database.resolve("PG_VERSION"), PostgresBinaries.VERSION.replaceFirst("\\..*", "") + "\n");
        Path shared = PostgresBinaries.under(Files.createDirectories(TestData.DIRECTORY));
        Path programs = Files.createSymbolicLink(data.resolve(shared.getFileName()), shared.toAbsolutePath());
        Assertions.assertThatThrownBy(() -> Database.open(data, Map.of()))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining(data.resolve("database.password").toString())
                .hasMessageContaining("备份");
        Files.delete(programs);
    }

    private int run(String... args) {
        return line().setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Commands.withDefault(args));
    }

    private static CommandLine line() {
        return Commands.line(new House(CommandsTest.class), Map.of());
    }
}
