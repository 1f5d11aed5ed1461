package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("启动时的密钥")
@ExtendWith(OutputCaptureExtension.class)
class KeyCheckTest extends HouseTest {

    private static final String ELSEWHERE = "990001";
    private static final Cipher FORMER = key(1);
    private static final Cipher PRESENT = key(2);
    private static final Cipher ANOTHER = key(3);

    @AfterEach
    void leaveNothing() {
        jdbc.sql("delete from intake.sealing_key where region = ?")
                .param(ELSEWHERE)
                .update();
        jdbc.sql("delete from intake.application where region = ?")
                .param(ELSEWHERE)
                .update();
    }

    @Test
    @DisplayName("第一次启动就记下，还没有申请时换了密钥也不启动")
    void fromTheFirstStart() {
        start(PRESENT);
        start(PRESENT);
        refuses(ANOTHER);
    }

    @Test
    @DisplayName("升级前已有的数据：打得开的密钥记下，打不开的不启动、也不记下")
    void whatWasSealedBeforeTells() {
        sealed("1", PRESENT);
        refuses(ANOTHER);
        start(PRESENT);
        refuses(ANOTHER);
    }

    @Test
    @DisplayName("先后用过两个密钥：哪一个都能启动，日志里说哪些打得开、哪些打不开，两个都打不开的不启动")
    void twoKeys(CapturedOutput log) {
        sealed("1", FORMER);
        sealed("2", PRESENT);
        refuses(ANOTHER);
        start(PRESENT);
        assertThat(log).contains("opens the newest application, 2, but not the oldest one, 1");
        start(FORMER);
        assertThat(log).contains("opens the oldest application, 1, but not the newest one, 2");
    }

    private void start(Cipher key) {
        new KeyCheck(jdbc, key, centre()).afterPropertiesSet();
    }

    private void refuses(Cipher key) {
        assertThatThrownBy(() -> start(key)).isInstanceOf(KeyCheck.WrongKey.class);
    }

    private void sealed(String number, Cipher key) {
        jdbc.sql("""
                insert into intake.application (region, number, query_code, status, items, answers, title, edition,
                    window_code, applicant, applicant_fingerprint, sealed, created_by, created_at, updated_at, idempotency_key)
                values (?, ?, '', 'WITHDRAWN', '{}', '{}', '', 1, '', '', '', ?, 'test', now(), now(), ?)""").params(ELSEWHERE, number, key.seal("张三"), number).update();
    }

    private static Centre centre() {
        return new Centre(ELSEWHERE, "", "", "");
    }

    private static Cipher key(int of) {
        byte[] key = new byte[16];
        Arrays.fill(key, (byte) of);
        return new Cipher(key);
    }
}
