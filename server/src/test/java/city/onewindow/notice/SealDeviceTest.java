package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("密码设备里的签章密钥")
class SealDeviceTest extends DeviceHouseTest {

    private static Path rsa;
    private static Path p256;
    private static Path shut;

    @BeforeAll
    static void tokens() throws Exception {
        SoftTokens tokens = SoftTokens.fresh();
        rsa = tokens.token("rsa");
        tokens.key(rsa, "centre", "-keyalg", "RSA", "-keysize", "2048");
        p256 = tokens.token("p256");
        tokens.key(p256, "centre", "-keyalg", "EC", "-groupname", "secp256r1");
        tokens.key(p256, "other", "-keyalg", "EC", "-groupname", "secp256r1");
        shut = tokens.token("shut");
        tokens.key(shut, "centre", "-keyalg", "RSA", "-keysize", "2048");
        pin("pin", SoftTokens.PIN);
    }

    @DisplayName("RSA 密钥给 PDF 签章：pdfsig 说完好，qpdf 说文件没有错，核验页认得，重启后也认得；改一个字节就破；OFD 照旧用文件里的 SM2 密钥")
    @Test
    void sealsPdf() throws Exception {
        Documents documents = documents(token(rsa, ""));
        IssuedDocument document = issued(documents);
        byte[] pdf = read(documents, document, Format.PDF);

        assertThat(pdfsig(pdf)).contains("Signature is Valid.", "Total document signed", "SHA-256", "centre");
        assertThat(SoftTokens.run("qpdf", "--check", saved(pdf))).contains("No syntax or stream encoding errors found");
        assertThat(told(pdf)).contains("这个 PDF 文件由本中心出具", "完好，由本中心的证书签署", "CN=centre");
        assertThat(read(documents(token(rsa, "")), document, Format.PDF)).isEqualTo(pdf);
        assertThat(told(read(documents, document, Format.OFD))).contains("由本中心的证书签署", "CN=洛阳市政务服务中心");
        ArchivablePdfTest.mustBeArchivable(pdf);

        byte[] changed = pdf.clone();
        changed[pdf.length / 3] ^= 1;
        assertThat(told(changed)).contains("已破坏");
        byte[] added = (new String(pdf, StandardCharsets.ISO_8859_1) + "\n%").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(told(added)).contains("与本中心出具的不相同", "已破坏", document.number());
    }

    @DisplayName("PDF 由设备签章的，启动时就备好 OFD 用的密钥文件，不等到第一份文书")
    @Test
    void makesTheFileAtTheStart() throws Exception {
        Files.deleteIfExists(sealFile());
        seal(token(rsa, ""));
        assertThat(sealFile()).exists();
    }

    @DisplayName("本中心的密钥签过、却不是出具的 PDF：不说内容由本中心签章，只说数字签名是谁的")
    @Test
    void doesNotSpeakForWhatWasNeverIssued() throws Exception {
        Documents documents = documents(token(rsa, ""));
        IssuedDocument document = issued(documents);
        byte[] pdf = read(documents, document, Format.PDF);
        byte[] sheet = documents.sheet(Prototypes.acceptance("王小明"), "/documents");
        Seal seal = seal(token(rsa, ""));

        assertThat(told(seal.putOnPdf(sheet).orElseThrow().content()))
                .contains("本中心没有出具过这样的文件", "完好，由本中心的证书签署", "CN=centre");
        assertThat(told(seal.putOnPdf(pdf).orElseThrow().content()))
                .contains("与本中心出具的不相同", "完好，由本中心的证书签署", document.number());
    }

    @DisplayName("P-256 密钥也行；不止一个密钥的要写明用哪个")
    @Test
    void sealsPdfWithACurve() throws Exception {
        assertThat(device(token(p256, "")).fault().orElseThrow()).contains("“centre”", "“other”", "alias");
        Documents documents = documents(token(p256, "alias = other"));
        byte[] pdf = read(documents, issued(documents), Format.PDF);

        assertThat(pdfsig(pdf)).contains("Signature is Valid.", "other");
        assertThat(told(pdf)).contains("完好，由本中心的证书签署", "CN=other");
    }

    @DisplayName("口令错、设备不在、文件写错：说清楚是什么、在哪里、怎么办，不泄露口令")
    @Test
    void tellsWhatIsWrong() throws Exception {
        pin("wrong-pin", "111222");
        Path wrong = settings("wrong", "provider = SunPKCS11\nconfiguration = " + shut + "\npin-file = wrong-pin");
        SealDevice refused = device(wrong);
        assertThat(refused.fault().orElseThrow())
                .contains("不接受口令（PIN）", "CKR_PIN_INCORRECT", "ONEWINDOW_SEAL_DEVICE", wrong.toString())
                .doesNotContain("111222");
        pin("wrong-pin", SoftTokens.PIN);
        assertThat(refused.fault().orElseThrow()).contains("改正后重新启动");
        assertThat(new SealDevice(
                                settings("bare", "provider = SunPKCS11\nconfiguration = " + shut),
                                SoftTokens.PIN,
                                clock)
                        .fault())
                .isEmpty();

        Path gone = Files.writeString(
                folder.resolve("gone.cfg"), Files.readString(rsa).replaceAll("slot = \\d+", "slot = 77"));
        assertThat(device(token(gone, "")).fault().orElseThrow()).contains("用不了", "是否插好");
        assertThat(device(folder.resolve("nowhere")).fault().orElseThrow()).contains("没有", "nowhere", "这个文件");
        assertThat(device(settings("typo", "provder = SunPKCS11")).fault().orElseThrow())
                .contains("不认识“provder”", "pin-file");
        assertThat(device(settings("empty", "")).fault().orElseThrow()).contains("没有写 provider");
        assertThat(device(settings("unknown", "provider = com.maker.Jce"))
                        .fault()
                        .orElseThrow())
                .contains("com.maker.Jce", "jars");
    }

    @DisplayName("签 PDF 的密码设备不应答时，照样查得到文书，只是没有摘要")
    @Test
    void verifiesWithoutItsDevice() throws Exception {
        Path gone = Files.writeString(
                folder.resolve("gone.cfg"), Files.readString(rsa).replaceAll("slot = \\d+", "slot = 77"));
        Documents documents = documents(token(gone, ""));
        IssuedDocument document = issued(documents);

        assertThat(documents.digest(document)).isEmpty();
        assertThatThrownBy(() -> read(documents, document, Format.PDF)).isInstanceOf(Problem.Conflict.class);
        assertThat(documents.byVerifyCode(document.verifyCode())).contains(document);
    }

    private static Path token(Path configuration, String more) throws Exception {
        return settings(
                configuration.getFileName() + more.replaceAll("\\W", ""),
                "provider = SunPKCS11\nconfiguration = " + configuration + "\npin-file = pin\n" + more);
    }

    private static String pdfsig(byte[] pdf) throws Exception {
        return SoftTokens.run("pdfsig", "-nocert", saved(pdf));
    }

    private static String saved(byte[] pdf) throws Exception {
        return Files.write(folder.resolve("sealed.pdf"), pdf).toString();
    }
}
