package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Workplaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("onewindow import")
class ImportTest extends CommandHouseTest {

    @Autowired
    private Workplaces workplaces;

    @Autowired
    private DemoAccounts demoAccounts;

    @Test
    @DisplayName("再导入一次自带的内容：什么都不变，退出码 0")
    void sameContentAgain() {
        assertThat(run("import", "../content")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("nothing changed");
    }

    @Test
    @DisplayName("导入后说出新增、变更了什么")
    void tellsWhatChanged(@TempDir Path directory) throws IOException {
        String header = "code,name,valid,confidence,source\n";
        Files.writeString(directory.resolve("regions.csv"), header + "990101,示例区,,low,test\n");
        assertThat(run("import", directory.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("新增 / new 行政区划 1: 990101").doesNotContain("变更 / changed");
        Files.writeString(directory.resolve("regions.csv"), header + "990101,示例新区,,low,test\n");
        assertThat(run("import", directory.toString())).isZero();
        assertThat(out.toString()).contains("变更 / changed 行政区划 1: 990101");
    }

    @Test
    @DisplayName("目录有错：每处一行 file:line，什么都不变，退出码 1，没有堆栈")
    void faultyDirectory(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("departments.csv"), "完全,不对\n一,二\n");
        assertThat(run("import", directory.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("departments.csv:1").doesNotContain("\tat ");
        assertThat(run("import", directory.resolve("absent").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("absent");
    }

    @Test
    @DisplayName("目录不在：先看目录，不为它打开或新建数据库")
    void absentDirectoryOpensNoDatabase() {
        assertThat(run(Map.of("ONEWINDOW_DB_URL", "jdbc:postgresql://localhost:1/none"), "import", "absent"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("absent", "不是目录").doesNotContain("连不上");
    }

    @Test
    @DisplayName("内容里的部门、窗口告诉了账号管理，演示账号都在")
    void workplacesAndDemoAccountsFollowTheContent() {
        assertThat(workplaces.departments()).extracting("code").contains("scjg", "zwfw");
        assertThat(workplaces.windows()).extracting("code").contains("qykb");
        assertThat(demoAccounts.create(workplaces.departments(), workplaces.windows()))
                .as("those still missing")
                .isZero();
    }
}
