package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("损坏的、改过的、不该收的文件：说清为什么，什么都不收")
class DamagedFilesTest {

    private static Catalog catalog = new Catalog(0, Content.EMPTY, Map.of());
    private static byte[] sound = {};
    private static Target target = new Target(Annex.DEPARTMENT, "", "", "");

    @BeforeAll
    static void exported() throws IOException {
        catalog = new Catalog(
                1, ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content(), Map.of());
        target = Target.of(catalog, Annex.DEPARTMENT, "gjj");
        sound = AnnexBook.write(List.of(sheet()));
    }

    private static AnnexSheet sheet() {
        return target.sheet(catalog, LocalDate.EPOCH);
    }

    private static AnnexReading.Result read(byte[] file) {
        return read("附件2.xlsx", Workshop.spooled(file));
    }

    private static AnnexReading.Result read(String name, Path file) {
        SpreadsheetFile.mustBeSpreadsheet(name, file);
        return AnnexReading.read(
                file,
                target,
                catalog,
                FiledFacts.NONE,
                rows -> ContentReader.read(rows, catalog.content(), List.of()),
                (read, total) -> {});
    }

    private static void refused(byte[] file, String... said) {
        refused("附件2.xlsx", file, said);
    }

    private static void refused(String name, byte[] file, String... said) {
        assertThatThrownBy(() -> read(name, Workshop.spooled(file)))
                .isInstanceOfSatisfying(Problem.InvalidInput.class, problem -> {
                    assertThat(problem.faults()).extracting(Fault::pointer).containsOnly("/file");
                    assertThat(problem.faults().stream()
                                    .map(Fault::message)
                                    .toList()
                                    .toString())
                            .contains(said);
                });
    }

    /** The annex, with something else done to its sheet. */
    private static byte[] drawn(Consumer<Worksheet> more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "OneWindow", null)) {
            Worksheet to = book.newWorksheet("附件2");
            AnnexSheet sheet = sheet();
            for (int column = 0; column < sheet.columns().size(); column++) {
                to.value(3, column, sheet.columns().get(column));
            }
            for (int row = 0; row < sheet.rows().size(); row++) {
                for (int column = 0; column < sheet.columns().size(); column++) {
                    Object cell = sheet.rows().get(row).get(column);
                    if (cell instanceof Number number) {
                        to.value(4 + row, column, number);
                    } else {
                        to.value(4 + row, column, cell.toString());
                    }
                }
            }
            more.accept(to);
        }
        return bytes.toByteArray();
    }

    @Test
    @DisplayName("没动过的收得下")
    void sound() throws IOException {
        assertThat(read(sound).rows()).isNotEmpty().allMatch(row -> row.state() == RowState.SAME);
        assertThat(read(drawn(to -> {})).rows()).isNotEmpty().allMatch(row -> row.state() == RowState.SAME);
    }

    @Test
    @DisplayName("不是 .xlsx：空的、CSV、GBK 文本、旧版 .xls、普通压缩包、改了后缀的")
    void noSpreadsheet() throws IOException {
        refused(new byte[0], "空的");
        refused("序号,事项名称\n1,提取".getBytes(StandardCharsets.UTF_8), "CSV", "另存为");
        refused("序号\t事项名称".getBytes(Charset.forName("GBK")), "CSV");
        refused("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), "这是 PDF", "Excel 报表本身");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
        refused(old, "旧版的 .xls");
        byte[] locked = Arrays.copyOf(old, 64);
        System.arraycopy("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), 0, locked, 16, 32);
        refused(locked, "加了密码", "去掉打开密码");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.closeEntry();
        }
        refused(zipped.toByteArray(), "压缩包");
        refused("附件2.xlsm", sound, "宏");
        refused("附件2.zip", sound, "后缀");
        refused(Arrays.copyOf(sound, sound.length / 2), "损坏");
    }

    @Test
    @DisplayName("超过 20 MB")
    void tooLarge() throws IOException {
        Path file = Workshop.spooled(sound);
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(20L * 1024 * 1024 + 1);
        }
        assertThatThrownBy(() -> read("附件2.xlsx", file)).hasMessageContaining("20 MB");
    }

    @Test
    @DisplayName("压缩炸弹：解开来看多少，不信写的大小")
    void bombs() throws IOException {
        refused(
                new Workshop(sound)
                        .put("xl/media/image1.png", new byte[64 * 1024 * 1024])
                        .workbook(),
                "不相称");
        refused(new Workshop(sound).put("xl/sharedStrings.xml", bomb()).workbook(), "不相称");
        Workshop many = new Workshop(sound);
        for (int part = 0; part < 600; part++) {
            many.put("xl/theme/t" + part + ".bin", new byte[1]);
        }
        refused(many.workbook(), "部件");
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes) {
            out.write("<sst>".getBytes(StandardCharsets.UTF_8));
            byte[] blank = " ".repeat(1024).getBytes(StandardCharsets.UTF_8);
            for (int kilobyte = 0; kilobyte < 130 * 1024; kilobyte++) {
                out.write(blank);
            }
            out.write("</sst>".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    @DisplayName("宏、控件、外部链接、嵌入的文件")
    void foreignParts() {
        refused(new Workshop(sound).put("xl/vbaProject.bin", new byte[10]).workbook(), "宏");
        refused(new Workshop(sound).put("xl/macrosheets/sheet1.xml", "<a/>").workbook(), "宏");
        refused(
                new Workshop(sound)
                        .replace(
                                "[Content_Types].xml",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                        .workbook(),
                "宏");
        refused(
                new Workshop(sound)
                        .put("xl/externalLinks/externalLink1.xml", "<a/>")
                        .workbook(),
                "外部链接");
        refused(
                new Workshop(sound)
                        .replace(
                                "xl/_rels/workbook.xml.rels",
                                "</Relationships>",
                                "<Relationship Id=\"rId99\" Type=\"http://x/externalLinkPath\" Target=\"file:///c:/a.xlsx\""
                                        + " TargetMode=\"External\"/></Relationships>")
                        .workbook(),
                "外部链接");
        refused(
                new Workshop(sound)
                        .put("xl/embeddings/oleObject1.bin", new byte[3])
                        .workbook(),
                "嵌");
    }

    @Test
    @DisplayName("外部实体（XXE）、声明与编码不符、断开的 XML")
    void brokenXml() {
        String evil = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        refused(
                new Workshop(sound)
                        .put("docProps/core.xml", evil + "<a>&e;</a>")
                        .workbook(),
                "不收");
        refused(new Workshop(sound).put("docProps/core.xml", evil + "<a/>").workbook(), "DTD");
        refused(
                new Workshop(sound)
                        .put(Workshop.SHEET, "<worksheet>中文</worksheet>".getBytes(Charset.forName("GBK")))
                        .workbook(),
                "编码");
        refused(
                new Workshop(sound)
                        .put(Workshop.SHEET, "<worksheet><sheetData>")
                        .workbook(),
                "损坏");
    }

    @Test
    @DisplayName("表头缺了、改了、多了")
    void headings() throws IOException {
        Target other = Target.of(catalog, Annex.ONE_THING, "gjj");
        refused(AnnexBook.write(List.of(other.sheet(catalog, LocalDate.EPOCH))), "[这是附件1的表，选择报送的是附件2。请选对报送的表，再上传。]");
        refused(drawn(to -> to.value(3, 0, "编号")), "没有找到表头");
        refused(drawn(to -> to.value(3, 3, "编码")), "第4行 D列的表头应为“实施编码”，现为“编码”");
        refused(drawn(to -> to.value(3, sheet().columns().size(), "我加的")), "多出一列“我加的”");
    }

    @Test
    @DisplayName("超过 20000 行，或同一段长文字铺满几千格")
    void tooMuch() {
        List<Object> row = new ArrayList<>(sheet().rows().get(0));
        refused(filledWith(row, 20_001), "20000 行");
        row.set(row.size() - 1, "长".repeat(TableReader.LONGEST_CELL));
        refused(filledWith(row, 4_001), "个字");
    }

    private byte[] filledWith(List<Object> row, int times) {
        AnnexSheet sheet = sheet();
        return AnnexBook.write(List.of(new AnnexSheet(
                sheet.name(), sheet.title(), sheet.head(), sheet.columns(), Collections.nCopies(times, row), "")));
    }

    @Test
    @DisplayName("格子里的错都指到格：类型、选项、时限、重复、别的部门、由目录得出的栏目")
    void cells() throws IOException {
        AnnexReading.Result result = read(drawn(to -> {
            to.value(4, 4, "行政审批");
            to.value(4, 11, "5");
            to.value(4, 12, "三天");
            to.value(5, 11, 5);
            to.value(5, 12, 9);
            to.value(6, 3, 1234567890123456789L);
            to.value(6, 9, "很多");
            to.value(7, 9, true);
            to.value(8, 13, 99);
            to.value(9, 1, "公章刻制备案");
            to.value(10, 1, sheet().rows().get(7).get(1).toString());
        }));
        List<String> told = result.rows().stream()
                .flatMap(row -> row.told(Annex.DEPARTMENT).stream())
                .toList();
        assertThat(told)
                .anySatisfy(line -> assertThat(line).startsWith("第5行 E列 事项类型：没有“行政审批”"))
                .anySatisfy(line -> assertThat(line).startsWith("第5行 M列 承诺时限：应为天数"))
                .anySatisfy(line -> assertThat(line).startsWith("第6行 M列 承诺时限：承诺时限 9个工作日，长于法定时限 5个工作日"))
                .anySatisfy(line -> assertThat(line).startsWith("第7行 D列 实施编码：编码被存成了数字"))
                .anySatisfy(line -> assertThat(line).startsWith("第7行 J列 年办件量：应为整数"))
                .anySatisfy(line -> assertThat(line).startsWith("第8行 J列 年办件量：单元格是逻辑值"))
                .anySatisfy(line -> assertThat(line).startsWith("第9行 N列 材料数：目录里是"))
                .anySatisfy(line -> assertThat(line).contains("第10行 B列 事项名称：「公章刻制备案」是", "由该部门报送"))
                .anySatisfy(line -> assertThat(line).contains("行重复"));
        assertThat(result.absent()).isNotEmpty();
    }
}
