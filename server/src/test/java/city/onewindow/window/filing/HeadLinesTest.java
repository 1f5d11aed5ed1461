package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.identity.Actor;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("表头和签字处：填报单位、窗口要对，联系人、电话、日期、签字随报表保存")
class HeadLinesTest extends FilingHouseTest {

    private static final Actor LIAISON = liaison("gjj");

    private Target own = new Target(Annex.DEPARTMENT, "", "", "");
    private AnnexSheet sheet = new AnnexSheet("", "", List.of(), List.of(), List.of(), "");

    @BeforeEach
    void ownTable() {
        own = target(Annex.DEPARTMENT, "gjj");
        returned(own);
        sheet = sheet(own);
    }

    private static GivenHead head(String... cells) {
        GivenHead head = new GivenHead();
        head.take(2, List.of(cells));
        return head;
    }

    @Test
    @DisplayName("标签和内容在一格、在两格、几对在一格都认；日期认各种写法")
    void howPeopleWriteThem() {
        assertThat(head("联系人：张三", "", "电话： 63001234").texts())
                .containsEntry(HeadLine.CONTACT, "张三")
                .containsEntry(HeadLine.PHONE, "63001234");
        assertThat(head("填报人", "张三", "电话", "63001234").texts())
                .containsEntry(HeadLine.CONTACT, "张三")
                .containsEntry(HeadLine.PHONE, "63001234");
        assertThat(head("填报单位(章)：某局　　填报日期：2026年11月4日").texts())
                .containsEntry(HeadLine.FILER, "某局")
                .containsEntry(HeadLine.DAY, "2026-11-04");
        assertThat(head("日期", "46330").texts()).containsEntry(HeadLine.DAY, "2026-11-04");
        assertThat(head("审核人：张三负责人签字：　李四　单位盖章：").texts())
                .containsEntry(HeadLine.REVIEWER, "张三")
                .containsEntry(HeadLine.SIGNER, "李四");
        assertThat(head("总事项数：12", "纳入率：80%").texts()).isEmpty();
    }

    @Test
    @DisplayName("别的部门的表、不是电话的电话、不是日期的日期：指到格，不能报送；批注副本改好了能报")
    void wrongHead() {
        AnnexSheet other = headed(headed(headed(sheet, "部门（章）", "市公安局"), "电话", "问小李"), "日期", "下周");
        Filing read = read(own, other, LIAISON);
        assertThat(read.headFlaws())
                .extracting(HeadFlaw::told)
                .anySatisfy(told -> assertThat(told)
                        .startsWith("第2行 A列 填报单位（章）：表里写的是“市公安局”")
                        .contains(own.name()))
                .anySatisfy(told -> assertThat(told).startsWith("第10行 A列 电话：应为电话号码"))
                .anySatisfy(told -> assertThat(told).startsWith("第11行 A列 填报日期：应为日期"))
                .hasSize(3);
        assertThatThrownBy(() -> filings.file(read.id(), LIAISON))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("表头有 3 处不对");
        Workshop annotated = new Workshop(filings.annotated(read.id(), LIAISON));
        assertThat(annotated.text("xl/comments1.xml")).contains("<comment ref=\"A2\"");
        Filing again = read(own, annotated.workbook(), LIAISON);
        assertThat(again.headFlaws()).hasSize(3);
    }

    @Test
    @DisplayName("联系人、电话、日期、签字人：中心在报表页和批次页看得到")
    void shownToTheCentre() throws Exception {
        AnnexSheet signed = headed(headed(sheet, "填报人", "陈样例"), "电话", "0379-63005678");
        signed = new AnnexSheet(
                signed.name(),
                signed.title(),
                signed.head(),
                signed.columns(),
                signed.rows(),
                "审核人：周审核　　负责人签字：吴负责　　单位盖章：");
        Filing filed = filings.file(read(own, signed, LIAISON).id(), LIAISON);
        assertThat(filed.head())
                .containsEntry(HeadLine.DAY, "2026-11-04")
                .containsEntry(HeadLine.REVIEWER, "周审核")
                .containsEntry(HeadLine.SIGNER, "吴负责");
        mvc.perform(get("/annexes/filings/" + filed.id()).with(SignedInAs.of(CENTRE)))
                .andExpect(content().string(containsString("陈样例")))
                .andExpect(content().string(containsString("吴负责")));
        mvc.perform(get("/annexes/rounds/" + round.id()).with(SignedInAs.of(CENTRE)))
                .andExpect(content().string(containsString("陈样例 0379-63005678")));
    }

    @Test
    @DisplayName("审核人、负责人签字在一格、两格、两行都认，不当成表里的行；下面再有内容就指出来")
    void footInTwoCells() {
        List<List<List<String>>> feet = List.of(
                List.of(List.of("审核人：", "周审核", "负责人签字：", "吴负责")),
                List.of(List.of("审核人", "周审核", "负责人签字", "吴负责")),
                List.of(List.of("审核人: 周审核", "", "负责人签字: 吴负责")),
                List.of(List.of("审核人：", "周审核"), List.of("负责人签字：", "吴负责")));
        for (List<List<String>> foot : feet) {
            Filing signed = read(own, below(foot), LIAISON);
            assertThat(signed.rows()).isEqualTo(sheet.rows().size());
            assertThat(signed.head()).containsEntry(HeadLine.REVIEWER, "周审核").containsEntry(HeadLine.SIGNER, "吴负责");
        }
        AnnexSheet further = below(List.of(List.of("审核人", "周审核"), List.of("99", "表下面的事项")));
        assertThat(read(own, AnnexBook.write(List.of(further)), LIAISON).refusals())
                .singleElement()
                .asString()
                .contains("不会被读到");
    }

    /** The table with lines below it, cell by cell. */
    private AnnexSheet below(List<List<String>> lines) {
        List<List<Object>> rows = new ArrayList<>(sheet.rows());
        for (List<String> line : lines) {
            List<Object> cells =
                    new ArrayList<>(Collections.nCopies(sheet.columns().size(), ""));
            for (int at = 0; at < line.size(); at++) {
                cells.set(at, line.get(at));
            }
            rows.add(cells);
        }
        return new AnnexSheet(sheet.name(), sheet.title(), sheet.head(), sheet.columns(), rows, "");
    }

    @Test
    @DisplayName("附件3 的窗口要是选的那个窗口；简称、全称都算本部门")
    void windowMustMatch() {
        Target list = target(Annex.WINDOW, "qykb");
        returned(list);
        Actor lead = lead(list.department());
        String full =
                catalogs.current().department(list.department()).orElseThrow().legalName();
        AnnexSheet other = headed(headed(sheet(list), "受理窗口", "公安服务综合受理窗口"), "牵头部门（章）", full);
        assertThat(read(list, other, lead).headFlaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.told()).startsWith("第2行 A列 受理窗口：表里写的是“公安服务综合受理窗口”"));
    }
}
