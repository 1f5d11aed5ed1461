package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.onewindow.HouseTest;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.catalog.content.SmallContent;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.OfficeFiles;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@DisplayName("部门自己的空白表格和示范文本，随内容导入")
class OwnFormsTest extends HouseTest {

    private static final String MATERIALS = "materials.csv";
    private static final byte[] BLANK = OfficeFiles.docx("空白");
    private static final byte[] PDF = PdfFiles.with(document -> {});

    @TempDir
    private Path directory;

    private ImportHouse house;
    private Catalogs catalogs;
    private int directories;

    @BeforeEach
    void open(@Autowired Environment settings) {
        house = ImportHouse.open(jdbc, settings);
        catalogs = house.catalogs();
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** The small content, the first material with forms of its own. */
    private static SmallContent content() {
        return withColumns("申请书.docx", "示范.pdf").with("forms/申请书.docx", BLANK).with("forms/示范.pdf", PDF);
    }

    private static SmallContent withColumns(String blank, String example) {
        return new SmallContent().with(MATERIALS, text -> {
            List<String> lines = text.lines().toList();
            return lines.get(0) + ",blank_form,filled_example\n" + lines.get(1) + "," + blank + "," + example + "\n"
                    + lines.stream().skip(2).map(line -> line + ",,\n").collect(Collectors.joining());
        });
    }

    private ImportReport load(SmallContent content) throws IOException {
        Path fresh = directory.resolve("content-" + ++directories);
        content.writeTo(fresh);
        return catalogs.importFrom(fresh, "guanli");
    }

    private Map<FormPaper, OwnForm> forms() {
        return forms(catalogs.current().content());
    }

    private static Map<FormPaper, OwnForm> forms(Content content) {
        return item(content).materials().get(0).forms();
    }

    private static Item item(Content content) {
        return Objects.requireNonNull(content.items().get("设立登记"));
    }

    private OwnForm form(FormPaper paper) {
        return Objects.requireNonNull(forms().get(paper));
    }

    @Test
    @DisplayName("表里写文件名，文件放在 forms 目录；名称、大小、内容都在，记入审计；再导入一次什么都不变")
    void imported() throws IOException {
        load(content());
        OwnForm blank = form(FormPaper.BLANK);
        assertThat(blank.name()).isEqualTo("申请书.docx");
        assertThat(blank.size()).isEqualTo(BLANK.length);
        assertThat(house.get(OwnForms.class).content(blank)).isEqualTo(BLANK);
        assertThat(house.get(OwnForms.class).content(form(FormPaper.EXAMPLE))).isEqualTo(PDF);
        assertThat(kept()).isEqualTo(2);
        assertThat(house.jdbc()
                        .sql("select object from audit.entry where act = 'form.keep'")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .contains(blank.digest());
        assertThat(load(content()).changedNothing()).isTrue();
        assertThat(kept()).isEqualTo(2);
    }

    private long kept() {
        return house.jdbc()
                .sql("select count(*) from catalog.own_form")
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("同名的文件换了内容就是新版本；旧版本的内容还在；改回来不另存一份")
    void changed() throws IOException {
        load(content());
        OwnForm before = form(FormPaper.BLANK);
        ImportReport report = load(content().with("forms/申请书.docx", OfficeFiles.docx("新表")));
        assertThat(report.changed()).containsExactly(new ImportReport.Entry("事项", "设立登记"));
        assertThat(form(FormPaper.BLANK).digest()).isNotEqualTo(before.digest());
        assertThat(forms(catalogs.at(1).content())).containsEntry(FormPaper.BLANK, before);
        assertThat(house.get(OwnForms.class).content(before)).isEqualTo(BLANK);
        load(content());
        assertThat(forms()).containsEntry(FormPaper.BLANK, before);
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    @DisplayName("没有这两列的表不动它们；有列而空着的就没有了")
    void withoutColumns() throws IOException {
        load(content());
        Map<FormPaper, OwnForm> before = forms();
        load(new SmallContent());
        assertThat(forms()).isEqualTo(before).hasSize(2);
        load(withColumns("", ""));
        assertThat(forms()).isEmpty();
    }

    private List<String> faults(SmallContent content) {
        return catchThrowableOfType(Problem.InvalidInput.class, () -> load(content)).faults().stream()
                .map(Fault::message)
                .toList();
    }

    @Test
    @DisplayName("缺的、有宏的、不是这种文件的都说是哪一行哪一列，什么都不导入")
    void wrong() {
        assertThat(faults(withColumns("申请表.docx", "示范.pdf").with("forms/申请书.docx", BLANK)))
                .containsExactly(
                        "materials.csv:2 blank_form: 没有“申请表.docx”这个文件，可填：forms/ 目录里一个文件的名称，是否：申请书.docx？",
                        "materials.csv:2 filled_example: 没有“示范.pdf”这个文件，可填：forms/ 目录里一个文件的名称");
        byte[] withMacro = OfficeFiles.packed("", "word/document.xml", "word/vbaProject.bin");
        assertThat(faults(content().with("forms/申请书.docx", withMacro).with("forms/示范.pdf", BLANK)))
                .satisfiesExactly(
                        macro -> assertThat(macro).startsWith("materials.csv:2 blank_form: “申请书.docx”：文件里有宏"),
                        other -> assertThat(other).startsWith("materials.csv:2 filled_example: “示范.pdf”：文件名的后缀与内容不符"));
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThat(faults(content().with("forms/示范.pdf", large)).get(0)).contains("超过了 10 MB");
        assertThat(catalogs.current().edition()).isZero();
        assertThat(kept()).isZero();
    }

    @Test
    @DisplayName("空白表格要能填，不能是图片；示范文本可以")
    void pictures() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
        load(withColumns("", "示范.png").with("forms/示范.png", png));
        assertThat(form(FormPaper.EXAMPLE).kind()).isEqualTo("PNG");
        assertThat(faults(withColumns("示范.png", "").with("forms/示范.png", png)).get(0))
                .contains("这个文件不是 PDF、OFD、DOCX、XLSX、DOC、XLS");
    }

    @Test
    @DisplayName("forms 目录里没有用到的文件说一声；点开头的不看；别的系统拆开写的文件名也认得")
    void besides() throws IOException {
        Path fresh = directory.resolve("besides");
        withColumns("é.docx", "")
                .with("forms/e\u0301.docx", BLANK)
                .with("forms/旧表.docx", BLANK)
                .writeTo(fresh);
        Files.write(fresh.resolve("forms/.DS_Store"), new byte[] {1});
        ImportReport report = catalogs.importFrom(fresh, "guanli");
        assertThat(report.notices())
                .filteredOn(notice -> notice.startsWith("forms/"))
                .hasSize(1);
        assertThat(report.notices()).contains("forms/旧表.docx:1: 没有一份材料用到这个文件，没有导入");
        assertThat(forms()).containsOnlyKeys(FormPaper.BLANK);
    }

    @Test
    @DisplayName("写成行再读回来是同一份；行里写的文件没有存过、大小不符、改成别的后缀，都不行")
    void asRows() throws IOException {
        load(content());
        Content content = catalogs.current().content();
        ContentRows rows = new RowWriter(content).item(item(content), "test");
        assertThat(catalogs.draft(rows).content().items().get("设立登记"))
                .usingRecursiveComparison()
                .ignoringFields("definedBy")
                .isEqualTo(item(content));
        OwnForm blank = form(FormPaper.BLANK);
        for (OwnForm other : List.of(
                new OwnForm("申请书.docx", blank.size(), "0".repeat(64)),
                new OwnForm("申请书.docx", blank.size() + 1, blank.digest()),
                new OwnForm("申请书.pdf", blank.size(), blank.digest()))) {
            assertThat(catalogs.draft(naming(rows, other.written())).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.text()).contains("materials.csv:2 blank_form", "请重新上传"));
        }
        assertThat(catalogs.draft(naming(rows, "申请书.docx")).faults()).hasSize(1);
    }

    private static ContentRows naming(ContentRows rows, String blank) {
        var changed = new TreeMap<>(rows.rows());
        changed.computeIfPresent(MATERIALS, (file, list) -> {
            var first = new TreeMap<>(list.get(0));
            first.put("blank_form", blank);
            var all = new ArrayList<>(list);
            all.set(0, first);
            return all;
        });
        return new ContentRows("test", changed, rows.whole());
    }

    @Test
    @DisplayName("同样的内容存两次是一份，名称各是各的，不带路径")
    void keptOnce() {
        OwnForms files = house.get(OwnForms.class);
        OwnForm one = files.keep(FormPaper.BLANK, new Upload("C:\\表\\a.docx", BLANK), "liaison");
        OwnForm other = files.keep(FormPaper.BLANK, new Upload("b.docx", BLANK), "liaison");
        assertThat(one.name()).isEqualTo("a.docx");
        assertThat(other.digest()).isEqualTo(one.digest());
        assertThat(kept()).isEqualTo(1);
        assertThat(OwnForm.read(one.written())).contains(one);
    }
}
