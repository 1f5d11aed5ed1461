package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.catalog.content.SmallContent;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.WordingVersion;
import city.onewindow.notice.Wordings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@DisplayName("导入文书用语")
class WordingImportTest extends HouseTest {

    private static final String FILE = "wordings.csv";
    private static final String CERTIFICATE = "document,text\n办理结果通知书,\"「{事项}」办妥了。\n- 结果：{办理结果}\"\n";

    @TempDir
    private Path directory;

    private ImportHouse house;
    private Catalogs catalogs;
    private Wordings wordings;
    private int directories;

    @BeforeEach
    void open(@Autowired Environment settings) {
        house = ImportHouse.open(jdbc, settings);
        catalogs = house.catalogs();
        wordings = house.get(Wordings.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private ImportReport load(String rows) throws IOException {
        Path fresh = directory.resolve("content-" + ++directories);
        new SmallContent().with(FILE, text -> rows).writeTo(fresh);
        return catalogs.importFrom(fresh, "guanli");
    }

    private WordingVersion certificate() {
        return wordings.current(WordedDocument.CERTIFICATE).orElseThrow();
    }

    @Test
    @DisplayName("一种文书一行；同样的再导入不变，改了的成为新的版本，目录的版次不变")
    void versions() throws IOException {
        assertThat(load(CERTIFICATE).wordings()).containsExactly("办理结果通知书");
        assertThat(certificate().text()).isEqualTo("「{事项}」办妥了。\n- 结果：{办理结果}");
        assertThat(load(CERTIFICATE).changedNothing()).isTrue();
        ImportReport changed = load(CERTIFICATE.replace("办妥了", "办好了"));
        assertThat(changed.wordings()).containsExactly("办理结果通知书");
        assertThat(changed.edition()).isEqualTo(1);
        assertThat(certificate().version()).isEqualTo(2);
        assertThat(certificate().publishedBy()).isEqualTo("guanli");
        assertThat(wordings.versions(WordedDocument.CERTIFICATE)).hasSize(2);
    }

    @Test
    @DisplayName("错处指到文件的行，全部说出，什么都不导入")
    void faults() {
        assertThatThrownBy(() -> load(CERTIFICATE.replace("{办理结果}", "{结果}") + "准许决定书,好\n办理结果通知书,又一次\n"))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .satisfiesExactly(
                                        fault -> assertThat(fault.message())
                                                .startsWith("wordings.csv:2 text: 缺少“{办理结果}”：《中华人民共和国行政许可法》第三十九条"),
                                        fault -> assertThat(fault.message())
                                                .startsWith("wordings.csv:3 text: 没有“{结果}”这个填写处，可填："),
                                        fault -> assertThat(fault.message())
                                                .startsWith("wordings.csv:4 document: 没有“准许决定书”这种文书，可填：收件凭证、"),
                                        fault -> assertThat(fault.message()).startsWith("wordings.csv:5 document: ")));
        assertThat(wordings.current(WordedDocument.CERTIFICATE)).isEmpty();
        assertThat(catalogs.current().edition()).isZero();
    }

    @Test
    @DisplayName("中心改过的，随新版程序来的用语不覆盖；没改过的跟着程序走；缺的补上")
    void whatTheCentreChangedStays() throws IOException {
        catalogs.importShipped();
        assertThat(wordings.isComplete()).isTrue();
        WordingVersion shipped = certificate();
        wordings.publish(
                WordedDocument.CERTIFICATE,
                shipped.text() + "\n请妥善保管。",
                "提醒",
                1,
                SignedInAs.actor("manager", "zwfw", null, Role.MANAGER));
        // As if an older program had brought other words, and none for denials.
        house.jdbc()
                .sql("update notice.wording set text = '旧的' where document = 'GRANT'")
                .update();
        house.jdbc().sql("delete from notice.wording where document = 'DENIAL'").update();
        house.jdbc().sql("update catalog.shipped set digest = 'older'").update();
        catalogs.importShipped();
        assertThat(certificate().text()).endsWith("\n请妥善保管。");
        assertThat(wordings.current(WordedDocument.GRANT).orElseThrow())
                .satisfies(grant -> assertThat(grant.text()).contains("决定准予"))
                .satisfies(grant -> assertThat(grant.version()).isEqualTo(2));
        assertThat(wordings.isComplete()).isTrue();
    }

    @Test
    @DisplayName("中心自己导入过内容，升级后文书照样有用语")
    void anUpgradeOfAnOwnersContent() {
        assertThat(wordings.isComplete()).isFalse();
        catalogs.importFrom(writtenSmall(), "guanli");
        catalogs.importShipped();
        assertThat(wordings.isComplete()).isTrue();
        assertThat(catalogs.current().oneThings()).hasSize(2);
    }

    private Path writtenSmall() {
        try {
            Path small = directory.resolve("small");
            new SmallContent().writeTo(small);
            return small;
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
