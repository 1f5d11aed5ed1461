package city.onewindow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class CipherTest {

    private static final byte[] KEY = HexFormat.of().parseHex("0123456789abcdeffedcba98765432100123456789abcdef");
    private static final Cipher CIPHER = new Cipher(KEY);

    @DisplayName("SM3 与标准示例一致（GB/T 32905）")
    @Test
    void digestsTheStandardVectors() {
        assertThat(Digests.sm3("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Digests.sm3("abcd".repeat(16)))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @DisplayName("SM4 与标准示例一致（GB/T 32907）")
    @Test
    void encryptsTheStandardVector() {
        byte[] block = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(block));
        byte[] out = new byte[16];
        engine.processBlock(block, 0, out, 0);

        assertThat(HexFormat.of().formatHex(out)).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Label("封了再开，一字不差")
    @Property(tries = 200)
    void opensWhatItSealed(@ForAll byte[] plain) {
        assertThat(CIPHER.open(CIPHER.seal(plain))).isEqualTo(plain);
    }

    @Label("密文动一个字节就打不开")
    @Property(tries = 200)
    void noticesAnyChange(@ForAll @Size(max = 40) byte[] plain, @ForAll int at, @ForAll byte with) {
        byte[] sealed = CIPHER.seal(plain);
        int place = Math.floorMod(at, sealed.length);
        Assume.that(sealed[place] != with);
        sealed[place] = with;

        assertThatThrownBy(() -> CIPHER.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @DisplayName("为一处封的，换到别处打不开")
    @Test
    void opensInItsPlaceOnly() {
        byte[] sealed = CIPHER.seal(new byte[] {1, 2, 3}, "here");

        assertThat(CIPHER.open(sealed, "here")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> CIPHER.open(sealed, "there")).isInstanceOf(IllegalStateException.class);
    }

    @DisplayName("同样的内容每次封出来都不同，指纹却相同")
    @Test
    void hidesEqualityButCanFind() {
        assertThat(CIPHER.seal("洛阳")).isNotEqualTo(CIPHER.seal("洛阳"));
        assertThat(CIPHER.openText(CIPHER.seal("洛阳𠮷"))).isEqualTo("洛阳𠮷");
        assertThat(CIPHER.fingerprint("410311199001010005"))
                .isEqualTo(new Cipher(KEY).fingerprint("410311199001010005"))
                .isNotEqualTo(CIPHER.fingerprint("410311199001010006"))
                .isNotEqualTo(new Cipher(new byte[16]).fingerprint("410311199001010005"));
    }

    @DisplayName("换了密钥打不开，并说明可能的原因")
    @Test
    void doesNotOpenWithAnotherKey() {
        byte[] sealed = CIPHER.seal("x");

        assertThatThrownBy(() -> new Cipher(new byte[32]).open(sealed)).hasMessageContaining("ONEWINDOW_KEY");
    }

    @DisplayName("没有配置密钥时生成一个只有本用户可读的文件，以后都用它")
    @Test
    void keepsAGeneratedKey(@TempDir Path data) throws Exception {
        Path file = data.resolve("new/onewindow.key");
        MockEnvironment settings = new MockEnvironment().withProperty("onewindow.key-file", file.toString());
        byte[] sealed = new KernelConfiguration().cipher(settings).seal("洛阳");

        assertThat(new KernelConfiguration().cipher(settings).openText(sealed)).isEqualTo("洛阳");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @DisplayName("配置的密钥可写成十六进制或 base64；写错时说怎么办")
    @Test
    void readsTheConfiguredKey() {
        assertThat(KeyFile.decode(" 0123456789abcdef0123456789ABCDEF ")).hasSize(16);
        assertThat(KeyFile.decode("AAECAwQFBgcICQoLDA0ODw==")).hasSize(16);
        assertThatThrownBy(() -> KeyFile.decode("密钥")).hasMessageContaining("openssl rand");
    }
}
