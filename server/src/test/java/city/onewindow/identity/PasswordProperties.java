package city.onewindow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

@Label("密码的核对")
class PasswordProperties {

    private static final Passwords PASSWORDS = new Passwords();

    @Property(tries = 5)
    @Label("只有原来的密码对得上，长短、文字不限")
    void matching(@ForAll @StringLength(min = 1, max = 140) String password) {
        String hash = PASSWORDS.hash(password.length() > 128 ? password.substring(0, 128) : password);
        assertThat(PASSWORDS.matches(password, hash)).isEqualTo(password.length() <= 128);
        assertThat(PASSWORDS.matches(password + "x", hash)).isFalse();
        assertThat(PASSWORDS.matches(password, null)).isFalse();
        assertThat(PASSWORDS.matches("", PASSWORDS.hash("")))
                .as("no password is no password")
                .isFalse();
    }
}
