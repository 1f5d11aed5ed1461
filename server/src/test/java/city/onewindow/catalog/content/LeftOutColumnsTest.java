package city.onewindow.catalog.content;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Status;
import city.onewindow.catalog.Synonym;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("可以不写的列：没有这一列，原来的不变；有这一列、格子空着，就是清空")
class LeftOutColumnsTest {

    private static final String DEPARTMENTS =
            "code,name_zh,name_en,short_zh,kind,lead_of_window,variants,in_one_things";
    private static final String JIA = "\njia,甲局,Bureau A,甲,市直部门,综合窗口,,yes";
    private static final String CODE = "114103000054321012";

    private static Content over(Content loaded, String file, String text) {
        SortedMap<String, byte[]> alone = new TreeMap<>(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
        Draft draft = ContentReader.read(new ContentFiles("test", alone), loaded);
        assertThat(draft.faults().stream().map(ContentFault::text)).isEmpty();
        return draft.content();
    }

    private static Department jia(Content content) {
        return requireNonNull(content.departments().get("jia"));
    }

    @Test
    @DisplayName("departments.csv：法定名称和统一社会信用代码")
    void departments() {
        Content said = over(
                new SmallContent().read().content(),
                "departments.csv",
                DEPARTMENTS + ",legal_name,credit_code" + JIA + ",某市甲局," + CODE);
        Content kept = over(said, "departments.csv", DEPARTMENTS + JIA.replace("Bureau A", "Office A"));
        assertThat(jia(kept).nameEn()).isEqualTo("Office A");
        assertThat(jia(kept).legalName()).isEqualTo("某市甲局");
        assertThat(jia(kept).creditCode()).isEqualTo(CODE);
        Content emptied = over(kept, "departments.csv", DEPARTMENTS + ",legal_name,credit_code" + JIA + ",,");
        assertThat(jia(emptied).legalName()).isEqualTo("甲局");
        assertThat(jia(emptied).creditCode()).isEmpty();
        Content renamed = over(emptied, "departments.csv", DEPARTMENTS + JIA.replace("甲局", "新甲局"));
        assertThat(jia(renamed).legalName()).isEqualTo("新甲局");
    }

    @Test
    @DisplayName("topics.csv：暂停的一件事不会因为少写一列又在用")
    void topics() {
        Content stopped = over(
                new SmallContent().read().content(),
                "topics.csv",
                "one_thing,audience,life_event,status\n开店一件事,enterprise,经营,暂停");
        Content kept = over(stopped, "topics.csv", "one_thing,audience,life_event\n开店一件事,person,经营");
        assertThat(requireNonNull(kept.oneThings().get("开店一件事")).status()).isEqualTo(Status.SUSPENDED);
    }

    @Test
    @DisplayName("synonyms.csv：几个说法写在一行，没有这件事的写到哪里办")
    void synonyms() {
        Content said = over(
                new SmallContent().read().content(),
                "synonyms.csv",
                "word,meanings,elsewhere\n去世|过世,身后,到派出所注销户口\n火化,,到殡仪馆");
        Content kept = over(said, "synonyms.csv", "word,meanings\n去世,身后|丧葬");
        Synonym death = requireNonNull(kept.synonyms().get("去世"));
        assertThat(death.meanings()).containsExactly("身后", "丧葬");
        assertThat(death.elsewhere()).isEqualTo("到派出所注销户口");
        assertThat(kept.synonyms()).containsKeys("过世", "火化");
        Content emptied = over(kept, "synonyms.csv", "word,meanings,elsewhere\n去世,身后,");
        assertThat(requireNonNull(emptied.synonyms().get("去世")).elsewhere()).isEmpty();
    }

    @Test
    @DisplayName("items.csv：办理环节、结果样本、救济途径、常见问题")
    void items() {
        Content loaded = new SmallContent().read().content();
        Content said = over(
                loaded,
                "items.csv",
                csv(row(
                        loaded,
                        Map.of(
                                "chain", "经办-审核-批准",
                                "remedies", "60 日内可以申请行政复议。",
                                "common_questions", "要本人来吗？可以委托他人。"))));
        Map<String, String> without = row(said, Map.of("phone", "0379-63000000"));
        ItemsFile.OPTIONAL.forEach(without::remove);
        Item kept = permit(over(said, "items.csv", csv(without)));
        assertThat(kept.particulars().phone()).isEqualTo("0379-63000000");
        assertThat(kept.particulars().chain()).isEqualTo(Chain.THREE);
        assertThat(kept.particulars().remedies()).hasSize(1);
        assertThat(kept.particulars().commonQuestions()).hasSize(1);
    }

    @Test
    @DisplayName("不在文件里的几行说的是全部：没有填的就是空的")
    void rowsInNoFile() {
        Content loaded = new SmallContent().read().content();
        Content said = over(loaded, "items.csv", csv(row(loaded, Map.of("chain", "经办-审核-批准"))));
        Map<String, String> without = row(said, Map.of());
        without.remove("chain");
        ContentRows rows = new ContentRows("revision", Map.of("items.csv", List.of(without)), List.of());
        Content read = ContentReader.read(rows, said, List.of()).content();
        assertThat(permit(read).particulars().chain()).isEqualTo(Chain.TWO);
    }

    private static Item permit(Content content) {
        return requireNonNull(content.items().get("卫生许可"));
    }

    private static Map<String, String> row(Content content, Map<String, String> cells) {
        Map<String, String> row = new LinkedHashMap<>(new RowWriter(content)
                .item(permit(content), "test")
                .of("items.csv")
                .get(0));
        row.putAll(cells);
        return row;
    }

    private static String csv(Map<String, String> row) {
        return String.join(",", row.keySet()) + "\n" + String.join(",", row.values());
    }
}
