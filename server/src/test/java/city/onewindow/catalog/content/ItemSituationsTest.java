package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Question;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("事项自己的情形")
class ItemSituationsTest {

    private static final String QUESTIONS = "situations.csv";
    private static final String EFFECTS = "situation-effects.csv";
    private static final String EXAMPLES = "situation-examples.csv";
    private static final String HEADER =
            "one_thing,given_answers,expected_items,expected_materials,expected_fields,note\n";

    /** 卫生许可 asks for itself whether anything was measured before; the one-thing's question about air conditioning stays. */
    private static SmallContent asking() {
        return new SmallContent()
                .withRow(QUESTIONS, "卫生许可,q_before,10,做过检测吗？,Measured before?,yes=是|no=否,no,has_ac == 'yes',")
                .withRow(EFFECTS, "卫生许可,q_before,yes,require_material,卫生许可::检测报告,")
                .with(
                        EXAMPLES,
                        (HEADER + "卫生许可,q_ac=yes;q_before=yes,,TEST,area,\n" + "卫生许可,,卫生许可,TEST,!area,后补也列\n")
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static Item item(Content content) {
        return Objects.requireNonNull(content.items().get("卫生许可"));
    }

    private static List<String> codes(Errand errand) {
        return errand.questions().stream().map(Question::code).toList();
    }

    @Test
    @DisplayName("和事项一起载入，写出来再读回来一样；一件事的不变")
    void loaded() {
        Draft draft = asking().read();
        assertThat(draft.faults()).isEmpty();
        Item item = item(draft.content());
        assertThat(item.situations().questions()).hasSize(1);
        assertThat(item.situations().examples()).hasSize(2);
        ContentRows rows = new RowWriter(draft.content()).item(item, "test");
        Draft again = ContentReader.read(rows, draft.content(), List.of());
        assertThat(again.faults()).isEmpty();
        assertThat(item(again.content()).situations()).isEqualTo(item.situations());
        assertThat(again.content().oneThings()).isEqualTo(draft.content().oneThings());
        assertThat(item(new SmallContent().read(draft.content()).content()).situations())
                .as("a directory that doesn't name it changes nothing")
                .isEqualTo(item.situations());
    }

    @Test
    @DisplayName("单办时问，在一件事里也问，和一件事的问题一起")
    void asked() {
        Catalog catalog = new Catalog(1, asking().read().content(), Map.of());
        Item item = item(catalog.content());
        Errand alone = Errand.of(catalog, Set.of(item), Map.of("q_ac", "yes"));
        assertThat(codes(alone)).containsExactly("q_ac", "q_before");
        Errand thing = Errand.of(
                catalog,
                catalog.oneThingNamed("开店一件事").orElseThrow(),
                Map.of("q_food", "open", "q_ac", "yes", "q_before", "yes"));
        assertThat(codes(thing)).containsExactly("q_partner", "q_food", "q_ac", "q_before");
        assertThat(codes(Errand.of(catalog, catalog.oneThingNamed("开店一件事").orElseThrow(), Map.of())))
                .as("not while the item isn't in the case")
                .doesNotContain("q_before");
    }

    @ParameterizedTest
    @DisplayName("写错了，在那一行说清楚")
    @CsvSource(
            delimiter = '#',
            value = {
                "situations.csv # 卫生许可,q_x,20,问？,Asked?,yes=是|no=否,no,area > 3, # shown_when: “area”不是在任何回答下都要填，问题不能随它出现，可填：本事项无条件采集的数据元",
                "situations.csv # 卫生许可,q_x,20,问？,Asked?,yes=是|no=否,no,q_food == 'open', # shown_when: 条件用到的“q_food”不可用，可填：本事项中更早的问题，或无条件采集的数据元",
                "situations.csv # 卫生许可,q_food,20,卖食品吗？,Any food?,yes=卖|no=不卖,no,, # answers: 问题“q_food”在各一件事、各事项中的答案应相同，可填：open=散装|packed=预包装|none=不卖",
                "situations.csv # 卫生证,q_x,20,问？,Asked?,yes=是|no=否,no,, # one_thing: 没有名为“卫生证”的一件事或事项，可填：one-things.csv 的 one_thing 或 item",
                "situation-effects.csv # 卫生许可,q_before,yes,include_item,卫生备案, # effect: 事项自己的情形不能带入、排除事项",
                "situation-effects.csv # 卫生许可,q_before,yes,require_material,卫生备案::申请书, # target: “卫生备案”不是“卫生许可”，可填：本事项的 item",
                "situation-effects.csv # 卫生许可,q_food,open,require_material,卫生许可::检测报告, # question_code: “卫生许可”没有问题“q_food”，可填：q_before",
                "situation-effects.csv # 卫生许可,q_before,yes,require_field,partners, # target: “卫生许可”都不采集“partners”",
                "situation-examples.csv # 卫生许可,q_before=yes,,TEST,, # given_answers: 这样回答不会问“q_before”",
                "situation-examples.csv # 卫生许可,q_ac=no,,!TEST,, # expected_materials: 要了“TEST”，样例写的是不要"
            })
    void wrong(String file, String row, String message) {
        assertThat(asking().withRow(file, row).faults())
                .anySatisfy(fault -> assertThat(fault).startsWith(file + ":").contains(message));
    }

    @Test
    @DisplayName("一件事不能和事项同名")
    void sameName() {
        assertThat(new SmallContent()
                        .with("one-things.csv", text -> text.replace("关店一件事,", "注销登记,"))
                        .with(QUESTIONS, text -> text.replace("关店一件事,", "注销登记,"))
                        .with(EFFECTS, text -> text.replace("关店一件事,", "注销登记,"))
                        .with("topics.csv", text -> text.replace("关店一件事,", "注销登记,"))
                        .faults())
                .anySatisfy(fault -> assertThat(fault).contains("“注销登记”已是一个事项的名称，可填：别的名称，如“注销登记一件事”"));
    }
}
