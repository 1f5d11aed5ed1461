package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("事项的办理环节")
class ChainOfAnItemTest {

    private static final String HEADER =
            "item,level,serves,conditions,channels,range,visits,visit_reason,fee_basis,hours,complaint_phone,chain,confidence\n";

    private static SmallContent of(String item, String chain) {
        return new SmallContent()
                .with(
                        ParticularsFile.NAME,
                        (HEADER + item + ",,,,,,,,,,," + chain + ",high\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Item item(Content content, String name) {
        return Objects.requireNonNull(content.items().get(name));
    }

    @Test
    @DisplayName("没有写的，审查和决定各一人；写了的，载入、写出、再读都一样")
    void loaded() {
        assertThat(item(new SmallContent().read().content(), "卫生许可")
                        .particulars()
                        .chain())
                .isEqualTo(Chain.TWO);
        Draft draft = of("卫生许可", "经办-审核-批准").read();
        assertThat(draft.faults()).isEmpty();
        Item item = item(draft.content(), "卫生许可");
        assertThat(item.particulars().chain()).isEqualTo(Chain.THREE);
        ContentRows rows = new RowWriter(draft.content()).item(item, "test");
        Draft again = ContentReader.read(rows, draft.content(), List.of());
        assertThat(again.faults()).isEmpty();
        assertThat(item(again.content(), "卫生许可").particulars().chain()).isEqualTo(Chain.THREE);
    }

    @Test
    @DisplayName("一人审查并决定的只能是即办件，承诺件指出是哪一格、可以怎么填")
    void onlyOnTheSpot() {
        assertThat(of("卫生许可", "一人审查并决定").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("item-particulars.csv", "只有即办件可以由一人审查并决定", "可填：审查-决定"));
        assertThat(of("卫生备案", "一人审查并决定").faults()).isEmpty();
    }

    @Test
    @DisplayName("不认得的环节，列出可以填的")
    void unknown() {
        assertThat(of("卫生许可", "四个人").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("没有“四个人”这个选项", "可填：审查-决定、一人审查并决定、经办-审核-批准"));
    }

    /** The chain is loaded already and one-things.csv comes alone, or with particulars that say nothing of the chain. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"one-things.csv", "one-things.csv item-particulars.csv"})
    @DisplayName("先载入一人审查并决定，后来只导入一件事、把它改成承诺件：照样指出来；本来就是即办件的不受牵连")
    void madeAPromisedOneLater(String files) {
        Content loaded = of("卫生备案", "一人审查并决定").read().content();
        SmallContent changed = new SmallContent()
                .withCell("one-things.csv", 4, "case_kind", "承诺件")
                .with(
                        ParticularsFile.NAME,
                        (HEADER.replace("chain,", "") + "卫生备案,,,,,,,,,,,high\n").getBytes(StandardCharsets.UTF_8));
        ContentFiles alone = changed.files().only(Set.of(files.split(" ")));
        assertThat(ContentReader.read(alone, loaded).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file() + fault.line() + fault.column()).isEqualTo("one-things.csv4case_kind");
            assertThat(fault.message()).contains("卫生备案", "一人审查并决定", "可填：即办件");
        });
        assertThat(ContentReader.read(new SmallContent().files().only(Set.of("one-things.csv")), loaded)
                        .faults())
                .isEmpty();
    }
}
