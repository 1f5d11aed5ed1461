package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Heading;
import city.onewindow.notice.Section.Numbered;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Signatures;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文书用语的写法")
class WordingTest {

    private static final WordedDocument DOCUMENT = WordedDocument.TERMINATION_WITHDRAWN;

    private static List<String> faults(String text) {
        return Wording.of(DOCUMENT, text).faults().stream()
                .map(WordingFault::told)
                .toList();
    }

    private static PlaceValues values(String reason) {
        return new PlaceValues()
                .with(Place.CASE_NUMBER, "410300")
                .with(Place.CASE_TITLE, "企业开办")
                .with(Place.ENDED, new Numbered(List.of("刻章")))
                .with(Place.REASON, reason);
    }

    @Test
    @DisplayName("段落、表格的行、清单、签字栏，各从各的写法来；连着的合成一张表")
    void parts() {
        Wording wording = Wording.of(DOCUMENT, """
                办件{办件编号}（{办件名称}）终止。

                {终止事项}
                - 原因：{理由}
                -办件：{办件编号}
                  签名：申请人
                签名：经办人
                完。\r
                """);

        assertThat(wording.faults()).isEmpty();
        assertThat(wording.with(values("不办了")))
                .containsExactly(
                        new Paragraph("办件410300（企业开办）终止。"),
                        new Numbered(List.of("刻章")),
                        new Facts(List.of(new Fact("原因", "不办了"), new Fact("办件", "410300"))),
                        new Signatures(List.of("申请人", "经办人")),
                        new Paragraph("完。"));
    }

    @Test
    @DisplayName("小标题和编号的条目，从各自的写法来；年份、小数开头的一行还是段落")
    void headingsAndItems() {
        assertThat(Wording.of(DOCUMENT, """
                标题：终止{办件编号}
                1. {理由}；
                2、完。
                标题：其他
                9. 从头编号。
                2026年起。
                1.5 万元以下。
                """).with(values("不办了")))
                .containsExactly(
                        new Heading("终止410300"),
                        new Numbered(List.of("不办了；", "完。")),
                        new Heading("其他"),
                        new Numbered(List.of("从头编号。")),
                        new Paragraph("2026年起。"),
                        new Paragraph("1.5 万元以下。"));
    }

    @Test
    @DisplayName("填进去的内容照印：里面有花括号、反斜杠、美元符号、行首横线，都不再当写法")
    void valuesAreNotRead() {
        String wild = "- {办件编号}${终止事项}\\1 签名：$0";
        assertThat(Wording.of(DOCUMENT, "{终止事项}\n{理由}").with(values(wild)))
                .containsExactly(new Numbered(List.of("刻章")), new Paragraph(wild));
    }

    @Test
    @DisplayName("错处一次说全，逐处指明行和改法")
    void allFaults() {
        assertThat(faults("""
                {终止事项} 等终止，{事由}
                - 原因 {理由}
                花括号{没有成对
                看不见的\u0007字
                """))
                .satisfiesExactly(
                        fault -> assertThat(fault).isEqualTo("第 1 行：“{终止事项}”是一张表，请单独占一行。"),
                        fault -> assertThat(fault)
                                .startsWith("第 1 行：没有“{事由}”这个填写处，可填：")
                                .contains("{理由}"),
                        fault -> assertThat(fault).startsWith("第 2 行：以“-”开头的一行写成“- 名称：内容”"),
                        fault -> assertThat(fault).isEqualTo("第 3 行：花括号没有成对，填写处写成“{名称}”。"),
                        fault -> assertThat(fault).startsWith("第 4 行：有看不见的控制字符"));
        assertThat(faults("{理" + "\n由}")).hasSize(4);
    }

    @Test
    @DisplayName("过长的行、过多的行不收；空的用语缺全部必写的")
    void limits() {
        assertThat(faults("{终止事项}\n{理由}" + "字".repeat(WordingReader.LONGEST_LINE)))
                .singleElement()
                .asString()
                .startsWith("第 2 行：有 1004 个字，最多 1000 个");
        assertThat(faults("字\n".repeat(WordingReader.MOST_LINES + 1)))
                .singleElement()
                .asString()
                .startsWith("有 81 行，最多 80 行");
        assertThat(faults("")).hasSize(2).allMatch(fault -> fault.startsWith("缺少“{"));
    }

    @Test
    @DisplayName("别的文书的填写处这里没有；漏填一处就不出文书，不论用语今天用没用到它")
    void onlyItsOwnPlaces() {
        assertThat(faults("{终止事项}{理由}{送达时间}")).anyMatch(fault -> fault.contains("没有“{送达时间}”"));
        Wording wording = Wording.of(DOCUMENT, "{终止事项}\n{理由}");
        assertThatThrownBy(() -> wording.with(new PlaceValues().with(Place.REASON, "不办了")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CASE_TITLE");
        assertThatThrownBy(() -> new PlaceValues().with(Place.ENDED, "刻章"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
