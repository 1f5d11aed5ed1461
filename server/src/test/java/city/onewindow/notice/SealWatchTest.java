package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("签章的证书到期")
@ExtendWith(OutputCaptureExtension.class)
class SealWatchTest extends HouseTest {

    private static final Actor MANAGER = new Actor("manager", "中心管理岗", Set.of(Role.MANAGER), "zwfw", null);
    private static final Actor LEAD = new Actor("lead", "牵头", Set.of(Role.LEAD_DEPARTMENT), "scjg", null);
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    @TempDir
    private Path folder;

    @Autowired
    private Centre centre;

    @Autowired
    private PublicAddress address;

    @Autowired
    private Cipher cipher;

    @Autowired
    private Audit audit;

    private Path file = Path.of("");
    private Documents sealing;
    private SealWatch watch;

    @BeforeEach
    void sealedWithAFile() {
        file = folder.resolve("centre.seal");
        Seal seal = new Seal(new MockEnvironment().withProperty("onewindow.seal-file", file.toString()), centre, clock);
        sealing = new Documents(jdbc, centre, address, seal, cipher, audit, clock, "洛政务");
        watch = new SealWatch(seal, clock);
    }

    @Test
    @DisplayName("到期前六十天起，管理人员和日志都知道；在那以前不打扰")
    void beforehand(CapturedOutput log) {
        clock.forward(TEN_YEARS.minusDays(61));
        watch.log();
        assertThat(watch.told()).isEmpty();
        assertThat(log).doesNotContain("certificate of the seal");

        clock.forward(Duration.ofDays(2));
        watch.log();
        assertThat(watch.told().orElseThrow()).contains("的证书到2036年11月1日为止", "OFD 文件打不开");
        assertThat(log).contains("certificate of the seal is good until 2036-11-01");
    }

    @Test
    @DisplayName("到期以后不再盖：OFD 说清楚，PDF 照样能看，盖过的照样能看；换了新证书，不用重启接着盖")
    void afterwards(CapturedOutput log) throws Exception {
        String before = issued();
        byte[] sealed = read(before, Format.OFD);
        clock.forward(TEN_YEARS.plusDays(1));
        watch.log();
        assertThat(watch.told().orElseThrow()).contains("已于2036年11月1日到期", "OFD 文件");
        assertThat(log).contains("was good until 2036-11-01 and seals no more");

        String after = issued();
        assertThatThrownBy(() -> read(after, Format.OFD))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContainingAll("已于2036年11月1日到期", "PDF");
        assertThat(read(after, Format.PDF)).isNotEmpty();
        assertThat(read(before, Format.OFD)).isEqualTo(sealed);

        Files.writeString(file, "not a key");
        assertThatThrownBy(() -> read(after, Format.OFD)).isInstanceOf(Problem.Conflict.class);
        assertThat(log).contains("new file of the seal can't be used");

        Files.writeString(file, SelfSigned.pem("新证书", clock.instant()));
        assertThat(read(after, Format.OFD)).isNotEmpty();
        assertThat(watch.told()).isEmpty();
    }

    @Test
    @DisplayName("办件总览告诉中心管理人员，牵头部门不用知道")
    void onTheOverview() throws Exception {
        mvc.perform(get("/overview").with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(not(containsString("签章的证书"))));
        clock.forward(TEN_YEARS.multipliedBy(2));
        mvc.perform(get("/overview").with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(containsString("文书签章的证书已于")));
        mvc.perform(get("/overview").with(SignedInAs.of(LEAD)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("签章的证书"))));
    }

    private String issued() {
        FairCopy copy = sealing.fairCopy(Prototypes.acceptance("王小明"));
        jdbc.sql("select notice.issue(:copy::notice.fair_copy)")
                .param("copy", copy.row())
                .query(String.class)
                .single();
        return copy.verifyCode();
    }

    private byte[] read(String verifyCode, Format format) {
        return Objects.requireNonNull(transaction.execute(
                status -> sealing.read(verifyCode, format, "public").content()));
    }
}
