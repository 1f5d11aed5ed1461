package city.onewindow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("密码")
class PasswordsTest {

    private static final Passwords PASSWORDS = new Passwords();

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"", "abc-1", "aaaaaaaaaa-1", "abcdefghijkl", "1234567890", "LiMin-2026-11", "limin-2026-11"})
    @DisplayName("弱密码不收")
    void weak(String password) {
        assertThat(PASSWORDS.faults(password, "limin")).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"onewindow-demo", "牡丹花下一窗通办2026", "Ab3-xyz-987"})
    @DisplayName("好密码都收")
    void good(String password) {
        assertThat(PASSWORDS.faults(password, "limin")).isEmpty();
    }

    @Test
    @DisplayName("临时密码自己就合规，次次不同")
    void temporary() {
        String first = PASSWORDS.temporary();
        assertThat(PASSWORDS.faults(first, "limin")).isEmpty();
        assertThat(first).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}").isNotEqualTo(PASSWORDS.temporary());
    }

    @Test
    @DisplayName("公开的演示密码核对得快；同一个密码由人自己设，照样要慢算")
    void published() {
        String quick = PASSWORDS.hashOfPublished("onewindow-demo");
        assertThat(quick).contains("$m=8,t=1,p=1$");
        assertThat(PASSWORDS.matches("onewindow-demo", quick)).isTrue();
        assertThat(PASSWORDS.matches("onewindow-dem0", quick)).isFalse();
        assertThat(PASSWORDS.hash("onewindow-demo")).contains("$m=19456,t=2,p=1$");
    }
}
