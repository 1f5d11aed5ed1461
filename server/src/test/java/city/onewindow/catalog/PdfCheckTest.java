package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.PdfFiles.More;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("部门自己的 PDF 表格")
class PdfCheckTest {

    private static OwnForm form(byte[] content) {
        return OwnForm.of(FormPaper.BLANK, new Upload("申请表.pdf", content));
    }

    @ParameterizedTest(name = "{0}：{2}")
    @MethodSource
    @DisplayName("会运行的、夹带文件的、打不开的都不收，说清楚为什么、怎么办")
    void refused(String what, byte[] content, String reason) {
        assertThatThrownBy(() -> form(content))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refusal("打开时运行脚本", script(), "脚本"),
                refusal("翻到那一页启动程序", launch(), "动作"),
                refusal("附件", PdfCheckTest::embed, "夹带"),
                refusal("批注里的附件", PdfCheckTest::annotate, "夹带"),
                refusal("有打开密码", PdfCheckTest::lock, "打开密码"),
                Arguments.of("损坏", "%PDF-1.7 没有了".getBytes(StandardCharsets.UTF_8), "已经损坏"));
    }

    private static Arguments refusal(String what, More more, String reason) {
        return Arguments.of(what, PdfFiles.with(more), reason);
    }

    private static More script() {
        return document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('1')"));
    }

    private static More launch() {
        return document -> {
            PDPageAdditionalActions actions = new PDPageAdditionalActions();
            actions.setO(new PDActionLaunch());
            document.getPage(0).setActions(actions);
        };
    }

    private static PDComplexFileSpecification file(PDDocument document) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("a.exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
        return file;
    }

    private static void embed(PDDocument document) throws IOException {
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("a.exe", file(document)));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    private static void annotate(PDDocument document) throws IOException {
        PDAnnotationFileAttachment attachment = new PDAnnotationFileAttachment();
        attachment.setFile(file(document));
        document.getPage(0).setAnnotations(List.of(attachment));
    }

    private static void lock(PDDocument document) throws IOException {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    }

    @Test
    @DisplayName("只是纸的收下：空白页、带网址的、限制修改的")
    void paper() {
        assertThat(form(PdfFiles.with(document -> {})).kind()).isEqualTo("PDF");
        byte[] linked = PdfFiles.with(document -> {
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionURI address = new PDActionURI();
            address.setURI("https://www.gov.cn");
            link.setAction(address);
            document.getPage(0).setAnnotations(List.of(link));
        });
        assertThat(form(linked).size()).isEqualTo(linked.length);
        byte[] guarded = PdfFiles.with(document -> document.protect(
                new StandardProtectionPolicy("owner", "", AccessPermission.getOwnerAccessPermission())));
        assertThat(form(guarded).size()).isEqualTo(guarded.length);
    }
}
