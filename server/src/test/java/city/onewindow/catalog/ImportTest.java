package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.content.SmallContent;
import city.onewindow.kernel.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@DisplayName("导入内容")
class ImportTest extends HouseTest {

    private static final String ONE_THINGS = "one-things.csv";

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

    private ImportReport load(SmallContent content) {
        return catalogs.importFrom(written(content), "guanli");
    }

    private Path written(SmallContent content) {
        try {
            Path fresh = directory.resolve("content-" + ++directories);
            content.writeTo(fresh);
            return fresh;
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static SmallContent only(String... files) {
        SmallContent content = new SmallContent();
        content.files().files().keySet().stream()
                .filter(name -> !List.of(files).contains(name))
                .forEach(content::without);
        return content;
    }

    private long rows() {
        return house.jdbc()
                .sql("select count(*) from catalog.entry")
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("第一次导入成为第 1 版，每条记录都是新的，并记入审计")
    void first() {
        assertThat(catalogs.current().edition()).isZero();
        ImportReport report = load(new SmallContent());
        assertThat(report.edition()).isEqualTo(1);
        assertThat(report.added())
                .contains(new ImportReport.Entry("事项", "设立登记"), new ImportReport.Entry("一件事", "开店一件事"));
        assertThat(report.changed()).isEmpty();
        assertThat(report.calendarChanged()).isTrue();
        Catalog catalog = catalogs.current();
        assertThat(catalog.edition()).isEqualTo(1);
        assertThat(catalog.oneThings()).extracting(OneThing::code).containsExactly("kd", "gd");
        assertThat(house.get(Calendar.class).workingDays().isWorking(LocalDate.of(2031, 1, 4)))
                .isTrue();
        assertThat(house.jdbc()
                        .sql("select act || ' ' || object || ' ' || who from audit.entry")
                        .query(String.class)
                        .list())
                .contains("catalog.import edition 1 guanli");
    }

    @Test
    @DisplayName("同一目录导入两次，什么都不变")
    void twice() {
        load(new SmallContent());
        long rows = rows();
        ImportReport report = load(new SmallContent());
        assertThat(report.changedNothing()).isTrue();
        assertThat(report.edition()).isEqualTo(1);
        assertThat(rows()).isEqualTo(rows);
        assertThat(house.get(EditionHistory.class).editions(10, null).items()).hasSize(1);
    }

    @Test
    @DisplayName("目录中有一处错误，就什么都不导入，错误全部说出")
    void oneError() {
        load(new SmallContent());
        SmallContent broken = new SmallContent()
                .withCell(ONE_THINGS, 2, "fee", "10")
                .withCell("holidays.csv", 2, "name", "新年")
                .withCell("materials.csv", 2, "form", "照片")
                .withCell("materials.csv", 3, "copies", "x");
        assertThatThrownBy(() -> load(broken))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .satisfiesExactly(
                                        fault -> assertThat(fault.message())
                                                .startsWith("materials.csv:2 form: 没有“照片”这个选项，可填：原件、复印件、电子"),
                                        fault -> assertThat(fault.message()).startsWith("materials.csv:3 copies: ")));
        assertThat(catalogs.current().edition()).isEqualTo(1);
        assertThat(house.jdbc()
                        .sql("select name from calendar.holiday where day = '2031-01-01'")
                        .query(String.class)
                        .single())
                .isEqualTo("元旦");
    }

    @Test
    @DisplayName("改动一行，该记录成为新版本；旧版仍读得到旧内容")
    void changedRow() {
        load(new SmallContent());
        ImportReport report = load(new SmallContent().withCell("materials.csv", 2, "copies", "3"));
        assertThat(report.added()).isEmpty();
        assertThat(report.changed()).containsExactly(new ImportReport.Entry("事项", "设立登记"));
        assertThat(copies(catalogs.at(1))).isEqualTo(1);
        assertThat(copies(catalogs.at(2))).isEqualTo(3);
        Catalog now = catalogs.current();
        assertThat(now.edition()).isEqualTo(2);
        assertThat(now.versionOf(now.itemNamed("设立登记").orElseThrow())).isEqualTo(2);
        assertThat(now.versionOf(now.itemNamed("卫生许可").orElseThrow())).isEqualTo(1);
        assertThat(now.items()).extracting(Item::name).containsExactly("设立登记", "卫生许可", "卫生备案", "注销登记");
        assertThatThrownBy(() -> catalogs.at(3)).isInstanceOf(Problem.NotFound.class);
    }

    private static int copies(Catalog catalog) {
        return catalog.itemNamed("设立登记").orElseThrow().materials().get(0).copies();
    }

    @Test
    @DisplayName("只有几个文件、几行的目录补充已有内容，可以引用已载入的部门、事项、数据元")
    void partial() {
        load(new SmallContent());
        SmallContent more = only(ONE_THINGS, "item-fields.csv", "situations.csv")
                .with(
                        ONE_THINGS,
                        text -> text.lines().findFirst().orElseThrow() + "\n"
                                + "搬店一件事,设立登记,行政许可,甲局,综合窗口,登记条例第三条,3,1,0,执照,,1,必办,承诺件,工作日,综合窗口,,,yes,high,\n"
                                + "搬店一件事,地址变更,行政许可,甲局,综合窗口,登记条例第七条,3,1,0,执照,设立登记,2,必办,承诺件,工作日,综合窗口,,,yes,high,\n")
                .with(
                        "item-fields.csv",
                        text ->
                                "item,data_element,required,condition,order,note\n地址变更,area,必填,q_partner == 'yes',10,\n")
                .with(
                        "situations.csv",
                        text -> text.lines()
                                .limit(2)
                                .reduce("", (a, b) -> a + b + "\n")
                                .replace("开店一件事", "搬店一件事"));
        ImportReport report = load(more);
        assertThat(report.added())
                .containsExactly(new ImportReport.Entry("事项", "地址变更"), new ImportReport.Entry("一件事", "搬店一件事"));
        assertThat(report.changed()).isEmpty();
        Catalog catalog = catalogs.current();
        assertThat(catalog.oneThings()).hasSize(3);
        OneThing moved = catalog.oneThingNamed("搬店一件事").orElseThrow();
        assertThat(moved.questions()).hasSize(1);
        assertThat(moved.lifeEvent()).isEqualTo("经营");
        assertThat(catalog.itemNamed("设立登记").orElseThrow().definedBy()).isEqualTo("开店一件事");
        assertThat(catalog.itemNamed("设立登记").orElseThrow().materials()).hasSize(2);
    }

    @Test
    @DisplayName("与已载入的内容对不上，也是错误：它引用的问题没有了")
    void breaksWhatIsLoaded() {
        load(new SmallContent());
        SmallContent fewer = only("situations.csv")
                .with(
                        "situations.csv",
                        text -> text.replace("q_food == 'open',has_ac", ",has_ac")
                                .lines()
                                .filter(line -> !line.contains("q_food"))
                                .reduce("", (a, b) -> a + b + "\n"));
        assertThatThrownBy(() -> load(fewer))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(fault -> fault.message()
                                        .substring(0, fault.message().indexOf("，")))
                                .containsExactly("situations.csv:2: 与已载入的内容对不上：“开店一件事”没有问题“q_food”"));
    }

    @Test
    @DisplayName("导入的节假日只替换它所属的年份")
    void holidaysByYear() {
        load(new SmallContent());
        load(only("holidays.csv")
                .with("holidays.csv", text -> "date,kind,name,notice_year\n2032-01-02,holiday,元旦,2032\n"));
        Calendar calendar = house.get(Calendar.class);
        assertThat(calendar.workingDays().isWorking(LocalDate.of(2031, 1, 4))).isTrue();
        assertThat(calendar.workingDays().isWorking(LocalDate.of(2032, 1, 2))).isFalse();
    }

    @Test
    @DisplayName("两人同时导入：不同的目录各成一版，相同的目录只成一版")
    void atTheSameTime() throws Exception {
        load(new SmallContent());
        Path fee = written(only(ONE_THINGS).withCell(ONE_THINGS, 3, "fee", "20"));
        Path copies = written(only("materials.csv").withCell("materials.csv", 2, "copies", "7"));
        together(
                () -> catalogs.importFrom(fee, "jia"),
                () -> catalogs.importFrom(copies, "yi"),
                () -> catalogs.importFrom(fee, "bing"),
                () -> catalogs.importFrom(copies, "ding"));
        assertThat(catalogs.current().edition()).isEqualTo(3);
        assertThat(copies(catalogs.current())).isEqualTo(7);
        assertThat(catalogs.current().itemNamed("卫生许可").orElseThrow().terms().fee())
                .isEqualTo("20");
    }

    @SafeVarargs
    private static void together(Callable<ImportReport>... importers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(importers.length);
        try {
            for (Future<ImportReport> each : threads.invokeAll(List.of(importers))) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("中心自己导入过内容后，随程序提供的内容不再覆盖它，只补上以前的程序没有的法律和译名")
    void ownersDecide() {
        load(new SmallContent());
        catalogs.importShipped();
        assertThat(catalogs.current().edition()).isEqualTo(2);
        assertThat(catalogs.current().oneThings()).hasSize(2);
        assertThat(catalogs.current().content().laws()).isNotEmpty();
        assertThat(catalogs.current().english("企业开办一件事")).isPresent();
        catalogs.importShipped();
        assertThat(catalogs.current().edition()).isEqualTo(2);
    }

    @Test
    @DisplayName("目录恰好叫 shipped 也是中心自己的")
    void aDirectoryCalledShipped() throws IOException {
        Path shipped = directory.resolve("shipped");
        new SmallContent().writeTo(shipped);
        catalogs.importFrom(shipped, "guanli");
        catalogs.importShipped();
        assertThat(catalogs.current().oneThings()).hasSize(2);
    }

    @Test
    @DisplayName("日期已在另一年的通知里：指出那一行，什么都不变，没有异常")
    void aDayOfAnotherYear() {
        load(new SmallContent());
        assertThatThrownBy(() -> load(only("holidays.csv")
                        .with("holidays.csv", text -> "date,kind,name,notice_year\n2031-01-01,holiday,元旦,2030\n")))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .singleElement()
                                .satisfies(fault ->
                                        assertThat(fault.message()).startsWith("holidays.csv:2 notice_year: ")));
    }

    @Test
    @DisplayName("空的目录、没有的目录，都说明白")
    void noContent() {
        assertThatThrownBy(() -> catalogs.importFrom(directory, "guanli")).hasMessageContaining("目录中没有内容文件");
        assertThatThrownBy(() -> catalogs.importFrom(directory.resolve("nowhere"), "guanli"))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("不是目录");
    }
}
