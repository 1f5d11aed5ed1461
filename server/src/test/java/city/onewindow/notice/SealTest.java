package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.kernel.Centre;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("本中心的文书签章")
class SealTest {

    private static final String PAGE = "/Doc_0/Pages/Page_0/Content.xml";
    private static final String SIGNATURE = "/Doc_0/Signs/Sign_0/Signature.xml";
    private static final String VALUE = "/Doc_0/Signs/Sign_0/SignedValue.dat";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private static Seal centres;
    private static Seal others;
    private static byte[] unsealed;

    @BeforeAll
    static void print() {
        centres = seal(folder.resolve("centre/onewindow.seal"), "洛阳市政务服务中心");
        others = seal(folder.resolve("other.seal"), "洛阳市政务服务中心");
        Draft draft = Prototypes.acceptance("张三");
        Press press = new Press("洛阳市政务服务中心");
        byte[] pdf = press.print(Prototypes.issued(draft), draft, Prototypes.ADDRESS);
        unsealed = press.printOfd(Prototypes.issued(draft), Prototypes.ADDRESS, pdf);
    }

    @DisplayName("盖了章的完好，认得出是谁盖的；没盖的说没盖；同名的另一家不算本中心")
    @Test
    void tellsWhoSealed() {
        assertThat(of(centres.putOnOfd(unsealed).content()).state()).isEqualTo(Signed.State.BY_CENTRE);
        assertThat(of(centres.putOnOfd(unsealed).content()).signer()).contains("洛阳市政务服务中心");
        assertThat(of(unsealed).state()).isEqualTo(Signed.State.UNSIGNED);
        assertThat(of(others.putOnOfd(unsealed).content()).state()).isEqualTo(Signed.State.BY_OTHER);
    }

    @DisplayName("改一个字、添一个部件、少一个部件，章就破了")
    @Test
    void breaksWithEveryChange() {
        OfdParts sealed = OfdParts.of(centres.putOnOfd(unsealed).content());

        assertThat(state(sealed)).isEqualTo(Signed.State.BY_CENTRE);
        assertThat(state(sealed.with(PAGE, sealed.text(PAGE).replace("张三", "李四"))))
                .isEqualTo(Signed.State.BROKEN);
        assertThat(state(sealed.with("/Doc_0/Annots/Annotations.xml", "<a/>"))).isEqualTo(Signed.State.BROKEN);
        assertThat(state(sealed.without("/Doc_0/Res/NotoSerifSC-Bold.ttf"))).isEqualTo(Signed.State.BROKEN);
    }

    @DisplayName("把摘要也改过来没有用；换上别人的签名就是别人签的；签名读不懂的照直说")
    @Test
    void forgesNothing() {
        OfdParts sealed = OfdParts.of(centres.putOnOfd(unsealed).content());
        OfdParts forged = sealed.with(PAGE, sealed.text(PAGE).replace("张三", "李四"));
        OfdParts bare = forged.without("/Doc_0/Signs/")
                .with(
                        OfdPackage.ENTRY,
                        forged.text(OfdPackage.ENTRY).replaceFirst("<ofd:Signatures>.*</ofd:Signatures>", ""));
        OfdParts others = OfdParts.of(SealTest.others.putOnOfd(bare.packed()).content());

        OfdParts redone = forged.with(SIGNATURE, others.get(SIGNATURE));
        assertThat(state(redone)).isEqualTo(Signed.State.BROKEN);
        assertThat(state(redone.with(VALUE, others.get(VALUE)))).isEqualTo(Signed.State.BY_OTHER);
        assertThat(state(sealed.with(VALUE, new byte[] {0x30, 3, 1, 2, 3}))).isEqualTo(Signed.State.UNREADABLE);
        String typed = "<!DOCTYPE a [<!ENTITY b 'c'>]>" + sealed.text(SIGNATURE).replaceFirst("<\\?.*?\\?>", "");
        assertThat(state(sealed.with(SIGNATURE, typed))).isEqualTo(Signed.State.UNREADABLE);
    }

    @DisplayName("第一次启动时生成密钥文件，只有本用户可读，以后都用它")
    @Test
    void keepsItsKey() throws Exception {
        Path file = folder.resolve("centre/onewindow.seal");

        assertThat(certificate(seal(file, "改了名的中心"))).isEqualTo(certificate(centres));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(certificate(centres).getNotBefore().toInstant()).isEqualTo(CLOCK.instant());
    }

    @DisplayName("给的文件不是 SM2 私钥和它的证书：说缺什么，怎么写")
    @Test
    void refusesOtherKeys() throws Exception {
        String own = SelfSigned.pem("甲", CLOCK.instant());
        String other = SelfSigned.pem("乙", CLOCK.instant());
        String key = own.substring(0, own.indexOf("-----BEGIN CERTIFICATE"));

        assertThat(SealKey.read(own).certificate().getSubjectX500Principal().getName())
                .contains("甲");
        assertThatThrownBy(() -> SealKey.read(key)).hasMessageContainingAll("没有证书", "ONEWINDOW_SEAL_FILE", "PKCS#8");
        assertThatThrownBy(() -> SealKey.read(own.substring(key.length()))).hasMessageContaining("没有私钥");
        assertThatThrownBy(() -> SealKey.read(key + other.substring(other.indexOf("-----BEGIN CERTIFICATE"))))
                .hasMessageContaining("不是一对");
        assertThatThrownBy(() -> SealKey.read(key.replace("M", "N") + own)).hasMessageContaining("读不出来");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        StringWriter rsa = new StringWriter();
        try (PemWriter writer = new PemWriter(rsa)) {
            writer.writeObject(new PemObject(
                    "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded()));
        }
        assertThatThrownBy(() -> SealKey.read(rsa + own.substring(key.length())))
                .hasMessageContaining("读不出来");
    }

    private static Seal seal(Path file, String centre) {
        return new Seal(
                new MockEnvironment().withProperty("onewindow.seal-file", file.toString()),
                new Centre("410300", centre, "Luoyang", ""),
                CLOCK);
    }

    private static Signed of(byte[] ofd) {
        return OfdSignature.of(OfdPackage.open(ofd), certificate(centres)::equals);
    }

    private static X509Certificate certificate(Seal seal) {
        return seal.putOnOfd(unsealed).by();
    }

    private static Signed.State state(OfdParts parts) {
        return of(parts.packed()).state();
    }
}
