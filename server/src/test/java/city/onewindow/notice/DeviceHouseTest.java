package city.onewindow.notice;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockMultipartFile;

/** Documents as after a start with a device of the seal. The page that verifies them is the house's own, which has none. */
abstract class DeviceHouseTest extends HouseTest {

    @TempDir
    static Path folder;

    @Autowired
    private Centre centre;

    @Autowired
    private PublicAddress address;

    @Autowired
    private Cipher cipher;

    @Autowired
    private Audit audit;

    static Path settings(String name, String says) throws Exception {
        return Files.writeString(folder.resolve(name + ".properties"), says);
    }

    /** Which its user alone may read. */
    static Path pin(String name, String pin) throws Exception {
        Path file = Files.writeString(folder.resolve(name), pin + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    SealDevice device(Path settings) {
        return new SealDevice(settings, "", clock);
    }

    Seal seal(Path device) {
        var settings = new MockEnvironment()
                .withProperty("onewindow.seal-file", sealFile().toString())
                .withProperty("onewindow.seal-device", device.toString());
        return new Seal(settings, centre, clock);
    }

    /** The seal's other key, made where there is none. */
    static Path sealFile() {
        return folder.resolve("onewindow.seal");
    }

    /** As after a start with this device. */
    Documents documents(Path device) {
        return new Documents(jdbc, centre, address, seal(device), cipher, audit, clock, "洛政务");
    }

    IssuedDocument issued(Documents documents) {
        FairCopy copy = documents.fairCopy(Prototypes.acceptance("王小明"));
        jdbc.sql("select notice.issue(:copy::notice.fair_copy)")
                .param("copy", copy.row())
                .query(String.class)
                .single();
        return documents.byVerifyCode(copy.verifyCode()).orElseThrow();
    }

    byte[] read(Documents documents, IssuedDocument document, Format format) {
        return Objects.requireNonNull(transaction.execute(status ->
                documents.read(document.verifyCode(), format, "public").content()));
    }

    /** What the page says of a file. */
    String told(byte[] file) throws Exception {
        return mvc.perform(multipart("/documents/check")
                        .file(new MockMultipartFile("file", file))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
