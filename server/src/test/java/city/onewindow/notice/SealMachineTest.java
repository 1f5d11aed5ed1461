package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.kernel.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("厂家的 SM2 密码机")
class SealMachineTest extends DeviceHouseTest {

    private static final String PIN = "739164";
    private static final Duration REST = Duration.ofSeconds(31);

    private static Path machine = Path.of("");

    @BeforeAll
    static void jars() throws Exception {
        MakersJars.putInto(folder.resolve("jars"));
    }

    @BeforeEach
    void pluggedIn() throws Exception {
        machine = Files.createTempDirectory(folder, "machine");
        Files.writeString(machine.resolve("seal.pem"), SelfSigned.pem("机器", Instant.parse("2026-01-01T00:00:00Z")));
        Files.writeString(machine.resolve("plugged"), "once");
        Files.writeString(machine.resolve("pin"), PIN);
        pin("pin", PIN);
    }

    @DisplayName("给 OFD 签章，PDF 不签，文件里的密钥用不着；厂家的本机库一个进程只能装一次，看过再用也行")
    @Test
    void sealsOfd() throws Exception {
        Path settings = reached("pin-file = pin");
        assertThat(device(settings).sealsOfd()).isTrue();
        Documents documents = documents(settings);
        IssuedDocument document = issued(documents);

        assertThat(told(read(documents, document, Format.OFD))).contains("由本中心的证书签署", "CN=机器");
        assertThat(told(read(documents, document, Format.PDF))).contains("由本中心出具", "没有找到数字签名");
        assertThat(sealFile()).doesNotExist();
    }

    @DisplayName("拔掉时：OFD 说清楚过一会儿再来，PDF 照样能看，什么也没丢；插回来，歇过半分钟接着用")
    @Test
    void outForAWhile() throws Exception {
        Documents documents = documents(reached("pin-file = pin"));
        Files.delete(machine.resolve("plugged"));
        IssuedDocument document = issued(documents);
        mustComeBack(documents, document);
        assertThat(told(read(documents, document, Format.PDF))).contains("由本中心出具");

        Files.writeString(machine.resolve("plugged"), "again");
        mustComeBack(documents, document);
        clock.forward(REST);
        assertThat(told(read(documents, document, Format.OFD))).contains("由本中心的证书签署", document.number());
    }

    @DisplayName("口令错：说是口令，改正之前不再试；没有写口令的不送空口令，机器上按了就行")
    @Test
    void pin() throws Exception {
        pin("wrong", "111222");
        SealDevice refused = device(reached("pin-file = wrong"));
        assertThat(refused.fault().orElseThrow()).contains("不接受口令（PIN）", "SDR_PARDENY");
        pin("wrong", PIN);
        assertThat(refused.fault().orElseThrow()).contains("改正后重新启动");

        Files.writeString(machine.resolve("keypad"), "typed there");
        assertThat(device(reached("")).fault()).isEmpty();
    }

    @DisplayName("口令写错了地方、口令文件别人也能读：说清楚怎么改，不把口令打印出来")
    @Test
    void keepsPinToItself() throws Exception {
        assertThat(device(reached("pin-file = 739164")).fault().orElseThrow())
                .contains("pin-file", "不是口令")
                .doesNotContain(PIN);
        assertThat(device(reached(PIN)).fault().orElseThrow())
                .contains("没有等号的一行", "pin-file")
                .doesNotContain(PIN);
        Path open = Files.setPosixFilePermissions(pin("open", PIN), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(device(reached("pin-file = open")).fault().orElseThrow())
                .contains("别人也能读", "chmod 600 '" + open + "'")
                .doesNotContain(PIN);
    }

    @DisplayName("证书过期的不用，说明有效期和今天")
    @Test
    void hasExpired() throws Exception {
        clock.forward(Duration.ofDays(4_000));
        assertThat(device(reached("pin-file = pin")).fault().orElseThrow()).contains("有效期是 2026-01-01 至", "今天是 2037-");
    }

    @DisplayName("用着用着证书过期了：不再拿过期的签，说过一会儿再来；机器里换了新证书，不用重启接着签")
    @Test
    void expiresMeanwhile() throws Exception {
        Documents documents = documents(reached("pin-file = pin"));
        read(documents, issued(documents), Format.OFD);
        clock.forward(Duration.ofDays(4_000));
        IssuedDocument document = issued(documents);
        mustComeBack(documents, document);

        Files.writeString(machine.resolve("seal.pem"), SelfSigned.pem("新证书", clock.instant()));
        clock.forward(REST);
        assertThat(told(read(documents, document, Format.OFD))).contains("由本中心的证书签署", "CN=新证书");
    }

    @DisplayName("卡住不应答时：两个人等它，别人马上被告知过一会儿再来，不占着数据库；醒过来，等着的人拿到文书")
    @Test
    void hangs() throws Exception {
        Documents documents = documents(reached("pin-file = pin"));
        read(documents, issued(documents), Format.OFD);
        Files.writeString(machine.resolve("hung"), "");
        ExecutorService readers = Executors.newCachedThreadPool();
        try {
            Future<byte[]> first = reading(readers, documents);
            Future<byte[]> second = reading(readers, documents);
            awaitAsked(2);
            assertThatThrownBy(() -> reading(readers, documents).get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(Problem.Conflict.class)
                    .hasMessageContaining("过一会儿");
            Files.delete(machine.resolve("hung"));
            assertThat(told(first.get())).contains("由本中心的证书签署");
            assertThat(told(second.get())).contains("由本中心的证书签署");
        } finally {
            Files.deleteIfExists(machine.resolve("hung"));
            readers.shutdown();
        }
    }

    @DisplayName("厂家的 jar 缺东西：说缺哪个类，看 jars 和 java.library.path")
    @Test
    void lacksAClass() throws Exception {
        MakersJars.putOwnInto(folder.resolve("lacking"));
        assertThat(device(reached("lacking", "pin-file = pin")).fault().orElseThrow())
                .contains("BouncyCastleProvider", "jars", "java.library.path");
    }

    private void mustComeBack(Documents documents, IssuedDocument document) {
        assertThatThrownBy(() -> read(documents, document, Format.OFD))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContainingAll("已经出具", "过一会儿");
    }

    private Future<byte[]> reading(ExecutorService readers, Documents documents) {
        IssuedDocument document = issued(documents);
        return readers.submit(() -> read(documents, document, Format.OFD));
    }

    /** Returns when so many wait for the machine. */
    private static void awaitAsked(int count) throws Exception {
        for (long asked = 0; asked < count; ) {
            try (var files = Files.list(machine)) {
                asked = files.filter(each -> each.getFileName().toString().startsWith("asked"))
                        .count();
            }
        }
    }

    private static Path reached(String more) throws Exception {
        return reached("jars", more);
    }

    private static Path reached(String jars, String more) throws Exception {
        return settings(
                "machine",
                "provider = city.onewindow.notice.maker.MakersMachine\nkeystore = MACHINE\njars = " + jars
                        + "\nconfiguration = " + machine + "\n" + more);
    }
}
