package city.onewindow.approval.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.approval.SampleCases;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("网址里的姓名")
class SealedNameTest {

    private final SealedName sealed = new SealedName(new Cipher(new byte[32]));

    @Test
    @DisplayName("谁查找的谁能再打开；网址给了别人，或者少了几个字，都打不开")
    void opensForWhoLooked() {
        String address = sealed.seal("王小明", SampleCases.CLERK);
        assertThat(address).doesNotContain("王小明");
        assertThat(sealed.open(address, SampleCases.CLERK)).isEqualTo("王小明");
        assertThatThrownBy(() -> sealed.open(address, SampleCases.ISSUER)).isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> sealed.open(address.substring(4), SampleCases.CLERK))
                .isInstanceOf(Problem.InvalidInput.class);
    }
}
