package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.kernel.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

@DisplayName("结果的编号由谁编")
class CertificateNumbersTest extends ApprovalHouseTest {

    private static List<Fault> faults(Matter matter, String typed) {
        return CertificateNumbers.faults("/n", matter.result(), matter.numberedByDepartment(), typed);
    }

    @Test
    @DisplayName("内容里写明由部门编号的，必须填部门的编号，说出是哪一件结果")
    void ofTheDepartment() {
        Matter licence = matter(cases.accept("licence1"), "licence1");
        assertThat(licence.numberedByDepartment()).isTrue();
        assertThat(faults(licence, " "))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains(licence.result()));
        assertThat(faults(licence, "91410300MA0000000X")).isEmpty();
        assertThat(faults(licence, "9".repeat(61))).hasSize(1);
    }

    @Test
    @DisplayName("别的文书可以用办件编号")
    void ofTheCase() {
        Matter paper = matter(cases.accept("a"), "a");
        assertThat(paper.numberedByDepartment()).isFalse();
        assertThat(faults(paper, "")).isEmpty();
        assertThat(faults(paper, "9".repeat(61))).hasSize(1);
    }

    @Test
    @DisplayName("升级：以前受理的办件，照旧按结果名称分")
    void asBefore() throws IOException {
        String number = cases.accept("licence1", "b");
        String migration = new ClassPathResource("db/migration/approval/V10_111__result_number.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        jdbc.sql("update approval.matter set numbered_by_department = false where number = :number")
                .param("number", number)
                .update();
        jdbc.sql(migration.substring(migration.indexOf("update "))).update();
        assertThat(matter(number, "licence1").numberedByDepartment()).isTrue();
        assertThat(matter(number, "b").numberedByDepartment()).isFalse();
    }
}
