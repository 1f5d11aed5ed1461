package city.onewindow.notice;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.Problem;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("密码设备里的签章密钥")
class SealDeviceTest extends HouseTest {

    @TempDir
    private static Path folder;

    private static Path rsa;
    private static Path p256;
    private static Path shut;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Centre centre;

    @Autowired
    private PublicAddress address;

    @Autowired
    private Cipher cipher;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    static void tokens() throws Exception {
        ArchivablePdfTest.judge();
        SoftTokens tokens = SoftTokens.fresh();
        rsa = tokens.token("rsa");
        tokens.key(rsa, "centre", "-keyalg", "RSA", "-keysize", "2048");
        p256 = tokens.token("p256");
        tokens.key(p256, "centre", "-keyalg", "EC", "-groupname", "secp256r1");
        tokens.key(p256, "other", "-keyalg", "EC", "-groupname", "secp256r1");
        shut = tokens.token("shut");
        tokens.key(shut, "centre", "-keyalg", "RSA", "-keysize", "2048");
        Files.writeString(folder.resolve("pin"), SoftTokens.PIN + "\n");
    }

    @DisplayName("RSA 密钥给 PDF 签章：pdfsig 说完好，核验页认得，重启后也认得；改一个字节就破；OFD 照旧用文件里的 SM2 密钥")
    @Test
    void sealsPdf() throws Exception {
        Documents documents = documents(token(rsa, ""));
        IssuedDocument document = issued(documents);
        byte[] pdf = read(documents, document, Format.PDF);

        assertThat(pdfsig(pdf)).contains("Signature is Valid.", "Total document signed", "SHA-256", "centre");
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
        Files.writeString(folder.resolve("wrong-pin"), "111222");
        Path wrong = settings("wrong", "provider = SunPKCS11\nconfiguration = " + shut + "\npin-file = wrong-pin");
        SealDevice refused = device(wrong);
        assertThat(refused.fault().orElseThrow())
                .contains("不接受口令（PIN）", "CKR_PIN_INCORRECT", "ONEWINDOW_SEAL_DEVICE", wrong.toString())
                .doesNotContain("111222");
        Files.writeString(folder.resolve("wrong-pin"), SoftTokens.PIN);
        assertThat(refused.fault().orElseThrow()).contains("改正后重新启动");
        assertThat(new SealDevice(settings("bare", "provider = SunPKCS11\nconfiguration = " + shut), SoftTokens.PIN)
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

    @DisplayName("厂家的 SM2 密码机给 OFD 签章，PDF 不签；拔掉时说清楚，什么也没丢，插回来接着用")
    @Test
    void sealsOfdByItsMakersProvider() throws Exception {
        Path settings = machine();
        Documents documents = documents(settings);
        assertThat(device(settings).sealsOfd()).isTrue();
        IssuedDocument first = issued(documents);
        assertThat(told(read(documents, first, Format.OFD))).contains("由本中心的证书签署", "CN=机器");
        assertThat(told(read(documents, first, Format.PDF))).contains("由本中心出具", "这个 PDF 没有数字签名");

        Files.delete(folder.resolve("plugged"));
        IssuedDocument second = issued(documents);
        assertThatThrownBy(() -> read(documents, second, Format.OFD))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContainingAll("已经出具", "过一会儿");
        Files.writeString(folder.resolve("plugged"), "again");
        assertThat(told(read(documents, second, Format.OFD))).contains("由本中心的证书签署", second.number());
    }

    @DisplayName("签 PDF 的密码设备不应答时，核验页照样说文书是真的，只是没有摘要")
    @Test
    void verifiesWithoutItsDevice() throws Exception {
        Path gone = Files.writeString(
                folder.resolve("gone.cfg"), Files.readString(rsa).replaceAll("slot = \\d+", "slot = 77"));
        Documents documents = documents(token(gone, ""));
        IssuedDocument document = issued(documents);

        assertThat(documents.digest(document)).isEmpty();
        assertThatThrownBy(() -> read(documents, document, Format.PDF)).isInstanceOf(Problem.Conflict.class);
        assertThat(mvc.perform(get("/documents/" + document.verifyCode()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    /** Its maker's jars bring along what they need. */
    private static Path machine() throws Exception {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        try (var jar = new JarOutputStream(Files.newOutputStream(jars.resolve("maker.jar")))) {
            Path classes = Path.of(SealDeviceTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.list(classes.resolve("city/onewindow/notice/maker"))) {
                for (Path each : files.toList()) {
                    jar.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                    copy(each, jar);
                }
            }
        }
        Path library = Path.of(BouncyCastleProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(library, jars.resolve("library.jar"));
        Files.writeString(folder.resolve("seal.pem"), SelfSigned.pem("机器", Instant.parse("2026-01-01T00:00:00Z")));
        Files.writeString(folder.resolve("plugged"), "once");
        Files.writeString(folder.resolve("pin"), SoftTokens.PIN);
        return settings(
                "machine",
                "provider = city.onewindow.notice.maker.MakersMachine\njars = jars\nkeystore = MACHINE\nconfiguration = "
                        + folder + "\npin-file = pin");
    }

    private static void copy(Path file, OutputStream out) throws Exception {
        out.write(Files.readAllBytes(file));
    }

    private static Path token(Path configuration, String more) throws Exception {
        return settings(
                configuration.getFileName() + more.replaceAll("\\W", ""),
                "provider = SunPKCS11\nconfiguration = " + configuration + "\npin-file = pin\n" + more);
    }

    private static Path settings(String name, String says) throws Exception {
        return Files.writeString(folder.resolve(name + ".properties"), says);
    }

    private static SealDevice device(Path settings) {
        return new SealDevice(settings, "");
    }

    /** As after a start with these settings. */
    private Documents documents(Path device) {
        var settings = new MockEnvironment()
                .withProperty(
                        "onewindow.seal-file", folder.resolve("onewindow.seal").toString())
                .withProperty("onewindow.seal-device", device.toString());
        return new Documents(database, centre, address, new Seal(settings, centre, clock), cipher, audit, clock, "洛政务");
    }

    private IssuedDocument issued(Documents documents) {
        FairCopy copy = documents.fairCopy(Prototypes.acceptance("王小明"));
        jdbc.sql("select notice.issue(:copy::notice.fair_copy)")
                .param("copy", copy.row())
                .query(String.class)
                .single();
        return documents.byVerifyCode(copy.verifyCode()).orElseThrow();
    }

    private byte[] read(Documents documents, IssuedDocument document, Format format) {
        return Objects.requireNonNull(transaction.execute(status ->
                documents.read(document.verifyCode(), format, "public").content()));
    }

    /** What the house's own page says of a file; it has no device. */
    private String told(byte[] file) throws Exception {
        return mvc.perform(multipart("/documents/check")
                        .file(new MockMultipartFile("file", file))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String pdfsig(byte[] pdf) throws Exception {
        return SoftTokens.run(
                "pdfsig",
                "-nocert",
                Files.write(folder.resolve("sealed.pdf"), pdf).toString());
    }
}
