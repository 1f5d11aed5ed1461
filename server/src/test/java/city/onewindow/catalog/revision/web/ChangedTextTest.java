package city.onewindow.catalog.revision.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.revision.web.ChangedText.Kind;
import city.onewindow.catalog.revision.web.ChangedText.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("长文字的差别")
class ChangedTextTest {

    private static String changed(String text, String other) {
        return ChangedText.of(text, other).stream()
                .filter(piece -> piece.kind() == Kind.CHANGED)
                .map(Piece::text)
                .collect(Collectors.joining("/"));
    }

    @Test
    @DisplayName("只标出改了的一句；多出一句，后面的编号变了不算改")
    void sentences() {
        String before = "1.申请人是企业法定代表人或者其委托的代理人；2.住所在本市行政区域内；3.名称已经自主申报并在保留期内；4.注册资本由股东认缴。";
        assertThat(changed(before, before.replace("本市行政", "洛阳市行政"))).isEqualTo("2.住所在本市行政区域内；");
        String after = before.replace("2.住所", "2.经营范围已经确定；3.住所")
                .replace("3.名称", "4.名称")
                .replace("4.注册", "5.注册");
        assertThat(changed(after, before)).isEqualTo("2.经营范围已经确定；");
        assertThat(changed(before, after)).isEmpty();
    }

    @Test
    @DisplayName("小数不是编号；只改了编号或标点的，也看得出改在哪里")
    void numbersAndStops() {
        String before = "厨房的通道保持畅通，没有堆放杂物；1.5米以上的操作间隔断；排烟管道独立设置。";
        assertThat(changed(before, before.replace("1.5", "2.5"))).isEqualTo("1.5米以上的操作间隔断；");
        assertThat(changed(before, before.replace("杂物；", "杂物。"))).isEqualTo("；");
    }

    @Test
    @DisplayName("一长段没有改的不重复；没有一句相同的，只标出中间改了的几个字")
    void leftOut() {
        String same = "这一段从头到尾都没有改动而且写得很长很长很长很长很长。";
        assertThat(ChangedText.of(same + "原来的一句。", same + "现在的一句。"))
                .containsExactly(new Piece("……", Kind.LEFT_OUT), new Piece("原来的一句。", Kind.CHANGED));
        String one = "申请人应当在收到通知之日起十个工作日内到登记机关领取登记证明文件";
        assertThat(changed(one, one.replace("十个", "五个"))).isEqualTo("十");
    }

    @Test
    @DisplayName("短的整个标出")
    void shortOnes() {
        assertThat(ChangedText.of("营业执照", "许可证")).isEqualTo(List.of(new Piece("营业执照", Kind.CHANGED)));
    }
}
