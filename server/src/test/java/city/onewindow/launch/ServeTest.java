package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.notice.MakersJars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("onewindow serve")
@ExtendWith(OutputCaptureExtension.class)
class ServeTest extends CommandHouseTest {

    @Test
    @DisplayName("自己的数据库没有配公众网址：不启动，说出变量名和写法，没有堆栈")
    void databaseWithoutAddress() {
        assertThat(run("serve", "--port", "0")).isEqualTo(1);
        assertThat(err.toString())
                .contains("ONEWINDOW_BASE_URL", "https://", "--demo")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("自己的数据库缺几个设置：一次全说出来，不用一次次再启动")
    void everythingMissingAtOnce() {
        assertThat(run(Map.of("ONEWINDOW_KEY", ""), "serve", "--port", "0")).isEqualTo(1);
        assertThat(err.toString())
                .contains("ONEWINDOW_KEY", "ONEWINDOW_SEAL_FILE", "ONEWINDOW_BASE_URL")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("密钥写得不成样子：不启动，说出应是什么，没有堆栈，也不写出它")
    void noKey() {
        assertThat(run(Map.of("ONEWINDOW_KEY", "0123456789abcde"), "serve", "--port", "0", "--demo"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("ONEWINDOW_KEY", "openssl rand -hex 32")
                .doesNotContain("0123456789")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("密钥不是加密时的那一个：端口打开之前就不启动，说出怎么办，免得新来的又用另一个密钥加密")
    void anotherKey(CapturedOutput output) throws Exception {
        System.setProperty("onewindow.key", "ff".repeat(16));
        try (var visitor = new EarlyVisitor()) {
            assertThat(run("serve", "--port", visitor.port(), "--demo")).isEqualTo(78);
            assertThat(visitor.wasAnswered()).isFalse();
        } finally {
            System.clearProperty("onewindow.key");
        }
        assertThat(err.toString())
                .contains("ONEWINDOW_KEY", "onewindow.key", "right one back")
                .doesNotContain("\tat ");
        assertThat(out.toString()).doesNotContain("is ready");
        assertThat(output).doesNotContain("BeanCreationException");
    }

    @Test
    @DisplayName("密钥不是加密时的那一个：别的命令也不执行，它们也会加密")
    void anotherKeyForAnErrand() {
        System.setProperty("onewindow.key", "ff".repeat(16));
        try {
            assertThat(run("simulate", "--demo", "--cases", "1")).isEqualTo(78);
        } finally {
            System.clearProperty("onewindow.key");
        }
        assertThat(err.toString()).contains("right one back").doesNotContain("\tat ");
    }

    @Test
    @DisplayName("自己的数据库没有配文书签章文件：不启动，说出变量名和里面该有什么")
    void databaseWithoutSeal() {
        assertThat(run(Map.of("ONEWINDOW_BASE_URL", "https://zwfw.example.gov.cn"), "serve", "--port", "0"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("ONEWINDOW_SEAL_FILE", "SM2", "PEM", "--demo")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("给的文书签章文件不成样子：不启动，说出应是什么，不等到第一份文书")
    void malformedSeal(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("centre.seal"), "not a key");
        Map<String, String> named =
                Map.of("ONEWINDOW_BASE_URL", "https://zwfw.example.gov.cn", "ONEWINDOW_SEAL_FILE", file.toString());
        assertThat(run(named, "serve", "--port", "0")).isEqualTo(1);
        assertThat(err.toString())
                .contains("ONEWINDOW_SEAL_FILE", "没有私钥", "BEGIN CERTIFICATE")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("签章用的密码设备打不开：不启动，说出是什么、在哪里、怎么办，不说口令")
    void deviceThatIsNotThere(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("token.cfg"), "name = token\nlibrary = " + folder.resolve("nothing.so"));
        Path file = Files.writeString(
                folder.resolve("device.properties"), "provider = SunPKCS11\nconfiguration = token.cfg");
        Map<String, String> named = Map.of(
                "ONEWINDOW_BASE_URL",
                "https://zwfw.example.gov.cn",
                "ONEWINDOW_SEAL_DEVICE",
                file.toString(),
                "ONEWINDOW_SEAL_PIN",
                "739164");
        assertThat(run(named, "serve", "--port", "0")).isEqualTo(1);
        assertThat(err.toString())
                .contains("ONEWINDOW_SEAL_DEVICE", file.toString(), "nothing.so", "是否插好", "plugged in")
                .doesNotContain("739164")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("密码设备不接受口令：退出状态 78，看着服务的不会自己再试，锁不死设备")
    void deviceThatRefusesItsPin(@TempDir Path folder) throws Exception {
        MakersJars.putInto(folder);
        Files.writeString(folder.resolve("plugged"), "once");
        Files.writeString(folder.resolve("pin"), "739164");
        Path file = Files.writeString(
                folder.resolve("device.properties"),
                "provider = city.onewindow.notice.maker.MakersMachine\nkeystore = MACHINE\njars = .\nconfiguration = .");
        Map<String, String> named = Map.of(
                "ONEWINDOW_BASE_URL",
                "https://zwfw.example.gov.cn",
                "ONEWINDOW_SEAL_DEVICE",
                file.toString(),
                "ONEWINDOW_SEAL_PIN",
                "111222");
        assertThat(run(named, "serve", "--port", "0")).isEqualTo(78);
        assertThat(err.toString()).contains("不接受口令（PIN）", "locks").doesNotContain("111222");
    }
}
