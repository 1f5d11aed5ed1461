package city.onewindow.window.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.window.filing.Difference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("清单与指南的一处差异")
class DifferenceLineTest {

    private static final String LONG = "①申请人年满十八周岁；②".repeat(20);

    private static DifferenceLine.Said said(String listed, String own) {
        Difference difference = new Difference(
                1,
                "综合窗口",
                "jia",
                "设立登记",
                "",
                Difference.Kind.OTHERWISE,
                List.of(new Difference.Cell("受理条件", own, false, listed)));
        return DifferenceLine.of(difference, new Catalog(1, Content.EMPTY, Map.of()))
                .said()
                .get(0);
    }

    @Test
    @DisplayName("很长的两格，各截短了说，全文点开看；短的照原样")
    void longCellsAreCut() {
        DifferenceLine.Said cut = said(LONG, LONG + "③");
        assertThat(cut.isCut()).isTrue();
        assertThat(cut.brief())
                .startsWith("受理条件：清单里是“①申请人年满")
                .contains("…”，目录里是“①")
                .hasSizeLessThan(120);
        assertThat(cut.whole()).contains(LONG, LONG + "③");
        assertThat(said("63007777", "63009999").isCut()).isFalse();
        assertThat(said("63007777", "").whole()).isEqualTo("受理条件：清单里是“63007777”，目录里是空的");
    }
}
