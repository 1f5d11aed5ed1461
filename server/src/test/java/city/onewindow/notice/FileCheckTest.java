package city.onewindow.notice;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.kernel.Codes;
import city.onewindow.kernel.Digests;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;
import org.springframework.mock.web.MockMultipartFile;

@DisplayName("核验收到的文件")
class FileCheckTest extends HouseTest {

    private static final String PAGE = "/Doc_0/Pages/Page_0/Content.xml";

    private IssuedDocument document;
    private byte[] pdf;
    private byte[] ofd;

    @BeforeEach
    void issue() {
        FairCopy copy = documents.fairCopy(Prototypes.acceptance("王小明"));
        jdbc.sql("select notice.issue(:copy::notice.fair_copy)")
                .param("copy", copy.row())
                .query(String.class)
                .single();
        document = documents.byVerifyCode(copy.verifyCode()).orElseThrow();
        pdf = documents.read(copy.verifyCode(), Format.PDF, "public").content();
        ofd = documents.read(copy.verifyCode(), Format.OFD, "public").content();
    }

    @DisplayName("OFD 也能下载，以后每次都是同一个文件，库里看不到原文")
    @Test
    void keepsTheOfd() throws Exception {
        mvc.perform(get("/documents/" + document.verifyCode() + "/ofd"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/ofd"))
                .andExpect(content().bytes(ofd))
                .andExpect(answer -> assertThat(ContentDisposition.parse(
                                        String.valueOf(answer.getResponse().getHeader("Content-Disposition")))
                                .getFilename())
                        .matches("受理通知书-\\p{L}+\\d{4}-\\d+\\.ofd"));
        mvc.perform(get("/api/documents/" + document.verifyCode()))
                .andExpect(jsonPath("$.ofd").value("/api/documents/" + document.verifyCode() + "/ofd"));
        mvc.perform(get("/api/documents/" + document.verifyCode() + "/ofd"))
                .andExpect(content().bytes(ofd));
        mvc.perform(get("/documents/" + Codes.verify() + "/ofd")).andExpect(status().isNotFound());
        assertThat(jdbc.sql(
                                "select count(*) from notice.print where number = :number and position(:zip in content) = 1")
                        .param("number", document.number())
                        .param("zip", "PK".getBytes(StandardCharsets.US_ASCII))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @DisplayName("原样的 PDF 和 OFD：说是哪一份、谁出具的，签章完好")
    @Test
    void issued() throws Exception {
        assertThat(check(pdf))
                .isEqualTo(new Verification(
                        Verification.Verdict.ISSUED,
                        Format.PDF,
                        Digests.sm3(pdf),
                        Optional.of(document),
                        Signed.UNCHECKED,
                        null));
        Verification sealed = check(ofd);
        assertThat(sealed.verdict()).isEqualTo(Verification.Verdict.ISSUED);
        assertThat(sealed.document()).contains(document);
        assertThat(sealed.signed().state()).isEqualTo(Signed.State.BY_CENTRE);

        assertThat(page(pdf, 200))
                .contains("这个 PDF 文件由本中心出具，与出具时逐字节相同", document.number(), "王*明", Digests.sm3(pdf))
                .doesNotContain("王小明");
        assertThat(page(ofd, 200)).contains("这个 OFD 文件由本中心出具", "完好，由本中心的证书签署", "CN=洛阳市政务服务中心");
    }

    @DisplayName("改过的文件：说它自称是哪一份，与出具的不同")
    @Test
    void differs() throws Exception {
        byte[] added = (new String(pdf, StandardCharsets.ISO_8859_1) + "\n%").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(check(added).verdict()).isEqualTo(Verification.Verdict.DIFFERS);
        assertThat(check(added).document()).contains(document);

        OfdParts parts = OfdParts.of(ofd);
        byte[] changed =
                parts.with(PAGE, parts.text(PAGE).replace("王小明", "李小明")).packed();
        Verification forged = check(changed);
        assertThat(forged.verdict()).isEqualTo(Verification.Verdict.DIFFERS);
        assertThat(forged.signed().state()).isEqualTo(Signed.State.BROKEN);
        assertThat(page(changed, 200)).contains("与本中心出具的不相同", "已破坏", document.number());
    }

    @DisplayName("只是重新打包的 OFD：内容没改，但不是原样")
    @Test
    void repacked() throws Exception {
        assertThat(check(OfdParts.of(ofd).packed()).verdict()).isEqualTo(Verification.Verdict.REPACKED);
        assertThat(page(OfdParts.of(ofd).packed(), 200)).contains("签章后没有改动", "不是逐字节相同");
    }

    @DisplayName("证书到期以后盖的章：文件是真的，照直说盖章时证书已经到期，别的阅读器可能不认；重新打包的也说")
    @Test
    void sealedLate() throws Exception {
        assertThat(page(ofd, 200)).doesNotContain("到期");
        jdbc.sql("update notice.print set printed_at = '2050-01-01' where number = :number")
                .param("number", document.number())
                .update();
        Instant until = Objects.requireNonNull(check(ofd).signed().until());
        String lastDay = LocalDate.ofInstant(until, clock.getZone()).toString();
        assertThat(check(ofd).verdict()).isEqualTo(Verification.Verdict.ISSUED);
        assertThat(page(ofd, 200)).contains("完好，由本中心的证书签署", "签署时证书已经到期（有效期至 " + lastDay + "）");
        assertThat(page(OfdParts.of(ofd).packed(), 200)).contains("签章后没有改动", "签署时证书已经到期");
        assertThat(page(pdf, 200)).doesNotContain("到期");
        mvc.perform(multipart("/api/documents/check").file(handed(ofd)))
                .andExpect(jsonPath("$.lateAfter").value(lastDay));
    }

    @DisplayName("不认识的 PDF 和 OFD：照直说没有出具过；编造的验证码也没用")
    @Test
    void unknown() throws Exception {
        assertThat(page("%PDF-1.7 别处的".getBytes(StandardCharsets.UTF_8), 200)).contains("本中心没有出具过这样的文件");
        byte[] madeUp = ("%PDF-1.7 https://x/documents/" + Codes.verify()).getBytes(StandardCharsets.UTF_8);
        assertThat(check(madeUp).verdict()).isEqualTo(Verification.Verdict.UNKNOWN);
        byte[] bare = packed(Map.of(OfdPackage.ENTRY, "<OFD/>".getBytes(StandardCharsets.UTF_8)));
        assertThat(check(bare).verdict()).isEqualTo(Verification.Verdict.UNKNOWN);
        assertThat(check(bare).signed().state()).isEqualTo(Signed.State.UNSIGNED);
    }

    @DisplayName("空的、别的格式的、坏的、太大的、压缩炸弹：说清楚为什么不核验")
    @Test
    void refused() throws Exception {
        assertThat(page(new byte[0], 422)).contains("文件是空的");
        assertThat(page("abcdefg".getBytes(StandardCharsets.US_ASCII), 422)).contains("这不是 PDF 也不是 OFD 文件");
        assertThat(page(new byte[10 * 1024 * 1024 + 1], 422)).contains("文件超过了 10 MB");
        assertThat(page(Arrays.copyOf(ofd, ofd.length / 2), 422)).contains("文件已经损坏");
        assertThat(page(packed(Map.of("/a.txt", new byte[1])), 422)).contains("不是 OFD 文件");
        assertThat(page(packed(Map.of("/../OFD.xml", new byte[1])), 422)).contains("路径不对");
        assertThat(page(packed(Map.of(OfdPackage.ENTRY, new byte[41 * 1024 * 1024])), 422))
                .contains("文件解开后超过 40 MB");
        byte[] large = new byte[5 * 1024 * 1024];
        new Random(1).nextBytes(large);
        assertThat(page(packed(Map.of(OfdPackage.ENTRY, large)), 422)).contains("OFD 文件超过了 4 MB");
        Map<String, byte[]> many = new TreeMap<>();
        for (int n = 0; n <= 500; n++) {
            many.put("/" + n, new byte[0]);
        }
        assertThat(page(packed(many), 422)).contains("501 个部件");
    }

    @DisplayName("很多人同时核验：每个人都得到自己文件的结论")
    @Test
    void manyAtOnce() throws Exception {
        byte[] strange = "%PDF-1.7 别处的".getBytes(StandardCharsets.UTF_8);
        var people = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Verification.Verdict>> asked = IntStream.range(0, 48)
                    .<Callable<Verification.Verdict>>mapToObj(n -> () ->
                            check(n % 3 == 0 ? strange : n % 3 == 1 ? ofd : pdf).verdict())
                    .toList();
            var told = people.invokeAll(asked);
            for (int n = 0; n < told.size(); n++) {
                assertThat(told.get(n).get())
                        .isEqualTo(n % 3 == 0 ? Verification.Verdict.UNKNOWN : Verification.Verdict.ISSUED);
            }
        } finally {
            people.shutdownNow();
        }
    }

    @DisplayName("程序也能核验；读不了的是 422，没有 CSRF 的页面请求不受理")
    @Test
    void programs() throws Exception {
        mvc.perform(multipart("/api/documents/check").file(handed(ofd)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.verdict").value("ISSUED"))
                .andExpect(jsonPath("$.format").value("OFD"))
                .andExpect(jsonPath("$.signature").value("BY_CENTRE"))
                .andExpect(jsonPath("$.document.number").value(document.number()))
                .andExpect(jsonPath("$.document.verification").value("/api/documents/" + document.verifyCode()));
        mvc.perform(multipart("/api/documents/check").file(handed(new byte[] {1, 2})))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/file"));
        mvc.perform(multipart("/documents/check").file(handed(ofd))).andExpect(status().isForbidden());
    }

    private String page(byte[] file, int answered) throws Exception {
        return mvc.perform(multipart("/documents/check").file(handed(file)).with(csrf()))
                .andExpect(status().is(answered))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockMultipartFile handed(byte[] file) {
        return new MockMultipartFile("file", "收到的文件", "application/octet-stream", file);
    }

    private Verification check(byte[] file) {
        return documents.check(new ByteArrayInputStream(file));
    }

    private static byte[] packed(Map<String, byte[]> parts) {
        return new OfdParts(parts).packed();
    }
}
