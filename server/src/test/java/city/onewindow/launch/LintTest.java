package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Quality;
import city.onewindow.catalog.lint.Severity;
import city.onewindow.catalog.lint.Waivers;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("onewindow lint")
class LintTest extends CommandHouseTest {

    @Autowired
    private Quality quality;

    @Autowired
    private Waivers waivers;

    @Test
    @DisplayName("一个目录：列出错误和警告，数出提示；有错误退出码 1")
    void directory() {
        assertThat(run("lint", "../content")).isEqualTo(1);
        assertThat(out.toString())
                .contains("错误 ", "警告 ", "共 错误 ", "提示 ")
                .doesNotContain("没有受理条件")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("--level 定从多严重起列出，不改退出码；写错了说有哪些")
    void level() {
        assertThat(run("lint", "../content", "--level", "ERROR")).isEqualTo(1);
        assertThat(out.toString().lines().filter(line -> line.startsWith("警告"))).isEmpty();
        assertThat(run("lint", "../content", "--level", "HINT")).isEqualTo(1);
        assertThat(out.toString()).contains("没有实施编码");
        assertThat(run("lint", "--level", "BAD")).isEqualTo(2);
        assertThat(err.toString()).contains("BAD", "ERROR", "HINT");
    }

    @Test
    @DisplayName("--json：每处一个对象，程序读得懂")
    void json() {
        assertThat(run("lint", "../content", "--json", "--level", "ERROR")).isEqualTo(1);
        JsonNode findings = new JsonMapper().readTree(out.toString());
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.get("severity").asString()).isEqualTo("ERROR");
            assertThat(finding.get("key").asString()).hasSize(16);
            assertThat(finding.get("fix").asString()).isNotBlank();
        });
    }

    @Test
    @DisplayName("不是目录、读不出来的：说清楚，退出码 2，没有堆栈")
    void wrongDirectory(@TempDir Path directory) throws IOException {
        assertThat(run("lint", directory.resolve("absent").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("absent", "不是目录");
        Files.writeString(directory.resolve("departments.csv"), "完全,不对\n一,二\n");
        assertThat(run("lint", directory.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("departments.csv:1").doesNotContain("\tat ");
    }

    @Test
    @DisplayName("不写目录即查数据库里的：豁免了的不再列出，另外数出")
    void databaseWithWaivers() {
        Finding finding = quality.report().judged().openErrors().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(listed(finding)).isTrue();
        var manager = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
        waivers.waive(finding, "标准正由发改部门重新核定，核定前从原标准", manager);
        try {
            assertThat(listed(finding)).isFalse();
            assertThat(out.toString()).contains("处已豁免");
        } finally {
            waivers.revoke(finding.key(), manager);
        }
    }

    private boolean listed(Finding finding) {
        out.getBuffer().setLength(0);
        run("lint", "--level", "ERROR");
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).as(err.toString()).isNotEmpty();
        return lines.stream()
                .anyMatch(line -> line.contains("「" + finding.name() + "」") && line.contains(finding.what()));
    }
}
