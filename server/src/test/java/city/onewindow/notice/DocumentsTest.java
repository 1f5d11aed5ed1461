package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.kernel.Codes;
import city.onewindow.kernel.Digests;
import city.onewindow.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ContentDisposition;

class DocumentsTest extends HouseTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    private final String subject = "test-" + Codes.verify();

    @DisplayName("每一种文书都能编号出具")
    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void issuesEveryKind(DocumentKind kind) {
        IssuedDocument document = issued(draft(kind, DATE));

        assertThat(document.number()).matches("洛政务.{1,2}字〔2026〕\\d{5}号");
        boolean letter = kind.isBetweenDepartments();
        boolean toOthers = kind.isToOthers();
        assertThat(documents.bySubject(subject)).isEqualTo(letter || toOthers ? List.of() : List.of(document));
        assertThat(documents.lettersOf(subject)).isEqualTo(letter ? List.of(document) : List.of());
        assertThat(documents.toOthers(subject)).isEqualTo(toOthers ? List.of(document) : List.of());
        assertThat(documents.byVerifyCode(document.verifyCodeInGroups().toLowerCase(Locale.ROOT)))
                .contains(document);
    }

    @DisplayName("编号每年从一号重新开始，彼此不重")
    @Test
    void numbersBeginAnewEachYear() {
        LocalDate date = LocalDate.of(2099, 1, 4);

        assertThat(issued(draft(DocumentKind.GRANT, date)).number()).endsWith("〔" + date.getYear() + "〕00001号");
        assertThat(issued(draft(DocumentKind.GRANT, date)).number()).endsWith("〔" + date.getYear() + "〕00002号");
    }

    @DisplayName("许多窗口同时出具，有的没成：文号不重；没成的退回文号，下一份文书接着用，不空号")
    @Test
    void numbersWithoutGaps() throws Exception {
        LocalDate date = LocalDate.of(2098, 1, 6);
        var desks = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> acts = new ArrayList<>();
            for (int i = 0; i < 252; i++) {
                boolean fails = i % 3 == 0;
                acts.add(() -> Objects.requireNonNull(transaction.execute(status -> {
                    String number = issued(draft(DocumentKind.ACCEPTANCE, date)).number();
                    if (fails) {
                        status.setRollbackOnly();
                    }
                    return fails ? "" : number;
                })));
            }
            var numbers = new TreeSet<String>();
            for (var act : desks.invokeAll(acts)) {
                numbers.add(act.get());
            }
            numbers.remove("");
            assertThat(numbers).hasSize(168);
            // Of eight at once no more than seven numbers were passed over.
            for (int i = 0; i < 8; i++) {
                numbers.add(issued(draft(DocumentKind.ACCEPTANCE, date)).number());
            }
            assertThat(numbers).hasSize(176);
            assertThat(numbers.first()).endsWith("〔2098〕00001号");
            assertThat(numbers.last()).endsWith("〔2098〕00176号");
        } finally {
            desks.shutdownNow();
        }
    }

    @DisplayName("出具到一半没成，文号就是下一份的")
    @Test
    void givenBack() {
        LocalDate date = LocalDate.of(2097, 1, 7);
        transaction.executeWithoutResult(status -> {
            issued(draft(DocumentKind.DENIAL, date));
            status.setRollbackOnly();
        });
        assertThat(issued(draft(DocumentKind.DENIAL, date)).number()).endsWith("〔2097〕00001号");
    }

    @DisplayName("一份出具得很久，别的已经又排过两回一百个号：它没成，文号还是下一份的；之后照常往下排")
    @Test
    void givenBackLate() throws Exception {
        LocalDate date = LocalDate.of(2096, 1, 9);
        assertThat(issued(draft(DocumentKind.DENIAL, date)).number()).endsWith("〔2096〕00001号");
        var desk = Executors.newSingleThreadExecutor();
        var taken = new CompletableFuture<String>().orTimeout(1, TimeUnit.MINUTES);
        var others = new CompletableFuture<String>().orTimeout(1, TimeUnit.MINUTES);
        try {
            var slow = desk.submit(() -> transaction.execute(status -> {
                taken.complete(issued(draft(DocumentKind.DENIAL, date)).number());
                status.setRollbackOnly();
                return others.join();
            }));
            assertThat(taken.join()).endsWith("〔2096〕00002号");
            for (int i = 3; i <= 230; i++) {
                assertThat(issued(draft(DocumentKind.DENIAL, date)).number()).endsWith("%05d号".formatted(i));
            }
            others.complete("");
            slow.get();
        } finally {
            desk.shutdownNow();
        }
        assertThat(issued(draft(DocumentKind.DENIAL, date)).number()).endsWith("〔2096〕00002号");
        assertThat(issued(draft(DocumentKind.DENIAL, date)).number()).endsWith("〔2096〕00231号");
    }

    @DisplayName("受理没成，文书也就没有")
    @Test
    void vanishesWithItsTransaction() {
        transaction.executeWithoutResult(status -> {
            issued(draft(DocumentKind.ACCEPTANCE, DATE));
            status.setRollbackOnly();
        });

        assertThat(documents.bySubject(subject)).isEmpty();
    }

    @DisplayName("文书印一次，以后永远是同一份")
    @Test
    void printsOnce() throws Exception {
        IssuedDocument document = issued(draft(DocumentKind.ACCEPTANCE, DATE));

        Print first = documents.read(document.verifyCode(), Format.PDF, "clerk");
        Print second = documents.read(document.verifyCode(), Format.PDF, "public");

        assertThat(second.content()).isEqualTo(first.content());
        assertThat(first.digest()).isEqualTo(Digests.sm3(first.content())).isEqualTo(documents.digest(document));
        try (var pdf = Loader.loadPDF(first.content())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("王小明", document.number());
        }
    }

    @DisplayName("库里看不到受送达人的姓名，也看不到原文")
    @Test
    void sealsWhatIsPersonal() {
        IssuedDocument document = issued(draft(DocumentKind.ACCEPTANCE, DATE));
        documents.digest(document);

        String row = jdbc.sql("""
                        select concat(document, print) from notice.document join notice.print using (region, number)
                        where number = :number
                        """)
                .param("number", document.number())
                .query(String.class)
                .single();
        assertThat(row)
                .contains("王*明")
                .doesNotContain("王小明")
                .doesNotContain(HexFormat.of().formatHex("王小明".getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(HexFormat.of().formatHex("%PDF".getBytes(StandardCharsets.UTF_8)));
    }

    @DisplayName("谁读过原文，审计日志里有")
    @Test
    void auditsReaders() {
        IssuedDocument document = issued(draft(DocumentKind.ACCEPTANCE, DATE));
        documents.read(document.verifyCode(), Format.PDF, "public");

        assertThat(jdbc.sql("select who from audit.entry where act = 'document.read' and object = :number")
                        .param("number", document.number())
                        .query(String.class)
                        .list())
                .containsExactly("public");
    }

    @DisplayName("扫码不用登录就能核验，姓名掩码，原文可以打开")
    @Test
    void anybodyMayVerify() throws Exception {
        IssuedDocument document = issued(draft(DocumentKind.ACCEPTANCE, DATE));
        String page = "/documents/" + document.verifyCode();

        String html = mvc.perform(get(page))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html)
                .contains("确由本中心出具", document.number(), "王*明", documents.digest(document))
                .doesNotContain("王小明");
        mvc.perform(get(page + "/pdf"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(answer -> assertThat(ContentDisposition.parse(
                                        String.valueOf(answer.getResponse().getHeader("Content-Disposition")))
                                .getFilename())
                        .matches("受理通知书-\\p{L}+\\d{4}-\\d+\\.pdf"))
                .andExpect(content()
                        .bytes(documents
                                .read(document.verifyCode(), Format.PDF, "public")
                                .content()));
        mvc.perform(get("/api" + page))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(document.number()))
                .andExpect(jsonPath("$.addressee").value("王*明"))
                .andExpect(jsonPath("$.digest").value(documents.digest(document)));
    }

    @DisplayName("验证码不对时说清楚怎么办")
    @Test
    void tellsThatACodeIsUnknown() throws Exception {
        String unknown = Codes.verify();

        mvc.perform(get("/documents").param("code", " " + unknown + " "))
                .andExpect(redirectedUrl("/documents/" + unknown));
        String html = mvc.perform(get("/documents/" + unknown))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).contains("没有查到使用这个验证码的文书", unknown);
        mvc.perform(get("/documents/" + unknown + "/pdf")).andExpect(status().isNotFound());
        mvc.perform(get("/api/documents/" + unknown))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"));
        assertThatThrownBy(() -> documents.read(unknown, Format.PDF, "public")).isInstanceOf(Problem.NotFound.class);
    }

    @DisplayName("填成文书编号的：说这不是验证码，不说谨防伪造；整个网址贴进来的也认")
    @Test
    void takesNoNumberForACode() throws Exception {
        String html = mvc.perform(get("/documents/洛政务受字〔2026〕00002号"))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).contains("这不是验证码").doesNotContain("谨防伪造");
        for (String end : List.of("", "/pdf", "?lang=en")) {
            mvc.perform(get("/documents").param("code", "https://zwfw.example.gov.cn/documents/ABCD" + end))
                    .andExpect(redirectedUrl("/documents/ABCD"));
        }
        mvc.perform(get("/documents").param("code", "https://zwfw.example.gov.cn/documents/"))
                .andExpect(status().isOk());
    }

    @DisplayName("印出的网址用配置的地址")
    @Test
    void knowsItsAddress() {
        assertThat(new PublicAddress("https://zwfw.example.gov.cn/").of("/documents/X"))
                .isEqualTo("https://zwfw.example.gov.cn/documents/X");
    }

    private Draft draft(DocumentKind kind, LocalDate date) {
        return new Draft(
                kind,
                subject,
                Addressee.person("王小明"),
                "洛阳市政务服务中心",
                date,
                List.of(
                        new Section.Paragraph("准予受理。"),
                        new Section.Facts(List.of(new Section.Fact("办件编号", subject))),
                        new Section.Table(List.of("材料"), List.of(List.of("营业执照"))),
                        new Section.Numbered(List.of("一", "二")),
                        new Section.Signatures(List.of("接收人"))));
    }

    /** As the statement of an act issues it. */
    private IssuedDocument issued(Draft draft) {
        FairCopy copy = documents.fairCopy(draft);
        jdbc.sql("select notice.issue(:copy::notice.fair_copy)")
                .param("copy", copy.row())
                .query(String.class)
                .single();
        return documents.byVerifyCode(copy.verifyCode()).orElseThrow();
    }
}
