package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("项目的阶段，在内容里")
class StagesFileTest {

    private static final Content SHIPPED = shipped();

    @Test
    @DisplayName("四个阶段依次相接，后一阶段要前面各阶段的")
    void shippedStages() {
        Catalog catalog = new Catalog(1, SHIPPED, Map.of());
        List<Stage> stages = catalog.stages().all();
        assertThat(stages).extracting(Stage::seq).containsExactly(1, 2, 3, 4);
        assertThat(catalog.stages().before(stages.get(0))).isEmpty();
        assertThat(catalog.stages().before(stages.get(2))).containsExactly(stages.get(0), stages.get(1));
        assertThat(catalog.stages().of(catalog.oneThingNamed("企业开办一件事").orElseThrow()))
                .isEmpty();
    }

    @Test
    @DisplayName("没有写明要哪些的，要全部必办事项；写明的只要写明的")
    void grantedFirst() {
        Catalog catalog = new Catalog(1, SHIPPED, Map.of());
        List<Stage> stages = catalog.stages().all();
        assertThat(catalog.stages().grantedFirst(stages.get(1)))
                .extracting(Item::name)
                .containsExactly("建设工程设计方案审查", "建设工程规划许可证核发", "应建防空地下室的民用建筑项目报建审批");
        assertThat(catalog.stages().grantedFirst(stages.get(2)))
                .extracting(Item::name)
                .containsExactly("建筑工程施工许可证核发");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
                    盖房一件事,工程,1,; 没有名为“盖房一件事”的一件事
                    企业开办一件事,开办,1,; “企业开办一件事”没有一个必办事项必填项目代码（project_code）
                    工程建设项目·施工许可阶段,工程建设项目,3,建筑工程施工许可; “建筑工程施工许可”不是“工程建设项目·施工许可阶段”的事项
                    工程建设项目·施工许可阶段,工程建设项目,4,; 也是第 4 阶段
                    工程建设项目·施工许可阶段,工程建设项目,0,; 超出范围
                    """)
    @DisplayName("错的一行写明错在哪里")
    void faults(String row, String fault) {
        assertThat(read(row).faults())
                .extracting(ContentFault::text)
                .anySatisfy(told -> assertThat(told).startsWith("stages.csv:2 ").contains(fault));
    }

    private static Draft read(String row) {
        byte[] file = ("one_thing,project_kind,seq,granted_first\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        return ContentReader.read(new ContentFiles("test", new TreeMap<>(Map.of("stages.csv", file))), SHIPPED);
    }

    private static Content shipped() {
        try {
            Draft draft = ContentReader.read(ContentFiles.shipped(), Content.EMPTY);
            assertThat(draft.faults()).isEmpty();
            return draft.content();
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
