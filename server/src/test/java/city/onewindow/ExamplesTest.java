package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs the examples as their readers would, against the house. */
class ExamplesTest extends HouseTest {

    @Test
    @DisplayName("示例脚本从指南办到出件")
    void startACompany() throws Exception {
        assertThat(run("start-a-company.sh")).contains("closed at 2026-11-");
    }

    @Test
    @DisplayName("网上预审的示例脚本从填表走到窗口")
    void applyOnline() throws Exception {
        assertThat(run("apply-online.sh"))
                .contains("/form/org_name: 字号与已有的重名", "PRE_REVIEW, looked at by 2026-11-", "at the window: DRAFT");
    }

    private String run(String example) throws Exception {
        Assumptions.assumeTrue(
                isThere("jq") && isThere("curl"), "Without jq and curl the example can't run; ./verify installs them");
        Process script = new ProcessBuilder("bash", "../examples/" + example, "http://localhost:" + port)
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(output).isZero();
        return output;
    }

    private static boolean isThere(String command) throws IOException {
        for (String directory : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(directory, command))) {
                return true;
            }
        }
        return false;
    }
}
