package city.onewindow.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.kernel.Codes;
import city.onewindow.kernel.Digests;
import city.onewindow.kernel.FileType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class FilesTest extends HouseTest {

    @Autowired
    private Files files;

    private final String subject = "test-" + Codes.verify();

    @DisplayName("交来的文件一字节不差地取得出来，大文件也一样")
    @Test
    void givesBackWhatItKept() throws Exception {
        byte[] content = pdf(1_300_000);

        StoredFile file = files.keep(new Upload("C:\\证照\\王小明 营业执照.PDF", content), subject, "clerk", key());

        assertThat(file.name()).isEqualTo("王小明 营业执照.PDF");
        assertThat(file.type()).isEqualTo(FileType.PDF);
        assertThat(file.digest()).isEqualTo(Digests.sm3(content));
        OpenedFile opened = files.open(file.id(), file.subject(), "reviewer");
        assertThat(opened.file()).isEqualTo(file);
        assertThat(opened.content().readAllBytes()).isEqualTo(content);
        assertThat(files.describe(List.of("nothing", file.id()))).containsOnly(Map.entry(file.id(), file));
    }

    @DisplayName("认得出文件是什么")
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void knowsTypes(String name, byte[] content, FileType type) {
        assertThat(files.keep(new Upload(name, content), subject, "clerk", key())
                        .type())
                .isEqualTo(type);
    }

    static Stream<Arguments> knowsTypes() throws IOException {
        return Stream.of(
                Arguments.of("a.pdf", pdf(10), FileType.PDF),
                Arguments.of("a.jpg", jpeg(), FileType.JPEG),
                Arguments.of("a.JPEG", jpeg(), FileType.JPEG),
                Arguments.of("a.png", HexFormat.of().parseHex("89504e470d0a1a0a00"), FileType.PNG),
                Arguments.of("a.ofd", zip("OFD.xml"), FileType.OFD));
    }

    @DisplayName("不能收的文件说清楚为什么")
    @ParameterizedTest(name = "{0} {2}")
    @MethodSource
    void refuses(String name, byte[] content, String reason) {
        assertThatThrownBy(() -> files.keep(new Upload(name, content), subject, "clerk", key()))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining(reason);
        assertThat(files.bySubject(subject)).isEmpty();
    }

    static Stream<Arguments> refuses() throws IOException {
        return Stream.of(
                Arguments.of("a.pdf", new byte[0], "空的"),
                Arguments.of("a.pdf", pdf(20 * 1024 * 1024), "超过了 20 MB"),
                Arguments.of("a.exe", "MZ程序".getBytes(StandardCharsets.UTF_8), "不是 PDF"),
                Arguments.of("a.svg", "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8), "不是 PDF"),
                Arguments.of("a.ofd", zip("word/document.xml"), "不是 PDF"),
                Arguments.of("a.ofd", new byte[] {'P', 'K', 3, 4, 0}, "不是 PDF"),
                Arguments.of("a.pdf", jpeg(), "内容是JPEG 图片"),
                Arguments.of("a.pdf.exe", pdf(10), "内容是PDF 文件"),
                Arguments.of("pdf", pdf(10), "内容是PDF 文件"));
    }

    @DisplayName("同一申请里同样的内容只存一份，别的申请另存")
    @Test
    void keepsTheSameContentOnce() {
        byte[] content = pdf(100);
        StoredFile first = files.keep(new Upload("a.pdf", content), subject, "clerk", key());

        assertThat(files.keep(new Upload("b.pdf", content), subject, "clerk", key()))
                .isEqualTo(first);
        assertThat(files.bySubject(subject)).containsExactly(first);
        assertThat(files.keep(new Upload("a.pdf", content), subject + "-2", "clerk", key())
                        .id())
                .isNotEqualTo(first.id());
    }

    @DisplayName("网络慢重复上传只算一次，同一标识换了文件会被拒")
    @Test
    void takesTheSameSubmissionOnce() {
        IdempotencyKey key = key();
        StoredFile first = files.keep(new Upload("a.pdf", pdf(100)), subject, "clerk", key);

        assertThat(files.keep(new Upload("a.pdf", pdf(100)), subject, "clerk", key))
                .isEqualTo(first);
        assertThatThrownBy(() -> files.keep(new Upload("a.pdf", pdf(101)), subject, "clerk", key))
                .isInstanceOf(Problem.Conflict.class);
        // Another account may have chosen the same.
        assertThat(files.keep(new Upload("a.pdf", pdf(101)), subject, "clerk-ssdj", key))
                .isNotEqualTo(first);
    }

    @DisplayName("同时上传同一个文件也只存一份")
    @Test
    void keepsOnceSideBySide() throws Exception {
        byte[] content = pdf(700_000);
        var desks = Executors.newFixedThreadPool(4);
        try {
            Callable<StoredFile> act = () -> files.keep(new Upload("a.pdf", content), subject, "clerk", key());
            for (var kept : desks.invokeAll(List.of(act, act, act, act))) {
                assertThat(files.open(kept.get().id(), kept.get().subject(), "clerk")
                                .content()
                                .readAllBytes())
                        .isEqualTo(content);
            }
        } finally {
            desks.shutdownNow();
        }
        assertThat(files.bySubject(subject)).hasSize(1);
    }

    @DisplayName("库里看不到文件名和内容，密文换了位置打不开")
    @Test
    void sealsWhatIsPersonal() {
        StoredFile one = files.keep(new Upload("王小明.pdf", pdf(600_000)), subject, "clerk", key());

        String rows =
                jdbc.sql("""
                        select string_agg(concat(file.name, substr(piece.content, 1, 100)), ' ')
                        from material.file join material.piece on piece.file = file.id
                        where subject = :subject
                        """).param("subject", subject).query(String.class).single();
        assertThat(rows)
                .doesNotContain(HexFormat.of().formatHex("王小明".getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(HexFormat.of().formatHex("%PDF".getBytes(StandardCharsets.UTF_8)));

        jdbc.sql("update material.piece set number = 1 - number + 10 where file = :id")
                .param("id", one.id())
                .update();
        jdbc.sql("update material.piece set number = number - 10 where file = :id")
                .param("id", one.id())
                .update();
        assertThatThrownBy(() ->
                        files.open(one.id(), one.subject(), "clerk").content().readAllBytes())
                .hasMessageContaining("doesn't open");
    }

    @DisplayName("每次打开都记入审计日志")
    @Test
    void auditsOpenings() {
        StoredFile file = files.keep(new Upload("a.pdf", pdf(100)), subject, "clerk", key());
        files.open(file.id(), file.subject(), "reviewer");

        assertThat(jdbc.sql("select concat(who, ' ', act) from audit.entry where object = :id order by id")
                        .param("id", file.id())
                        .query(String.class)
                        .list())
                .containsExactly("clerk file.keep", "reviewer file.open");
        assertThatThrownBy(() -> files.open("nothing", "nowhere", "reviewer")).isInstanceOf(Problem.NotFound.class);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(Codes.verify());
    }

    private static byte[] pdf(int more) {
        byte[] content = new byte[5 + more];
        new Random(more).nextBytes(content);
        System.arraycopy("%PDF-".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 5);
        return content;
    }

    private static byte[] jpeg() {
        return Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, 20);
    }

    private static byte[] zip(String entry) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
