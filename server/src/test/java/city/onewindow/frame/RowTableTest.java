package city.onewindow.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("可增减行的表格")
class RowTableTest {

    private static final Map<String, String[]> SENT = Map.of(
            "shareholders[0].name", new String[] {" 张示例 "},
            "shareholders[0].amount", new String[] {"60"},
            "shareholders[1].name", new String[] {""},
            "shareholders[1].amount", new String[] {""},
            "shareholders[10].name", new String[] {"王样例"},
            "shareholders[10].rights", new String[] {"a", "b"},
            "directors[0].name", new String[] {"李样本"},
            "company_name", new String[] {"洛阳示例餐饮有限公司"});

    @Test
    @DisplayName("按行号排列，空行不算，去掉首尾空格，多选用竖线连接")
    void reads() {
        assertThat(RowTable.read("shareholders", SENT))
                .containsExactly(Map.of("name", "张示例", "amount", "60"), Map.of("name", "王样例", "rights", "a|b"));
    }

    @Test
    @DisplayName("按了增加一行，末尾多一个空行")
    void adds() {
        assertThat(RowTable.read("shareholders", pressing("add-row", "shareholders")))
                .hasSize(3)
                .last()
                .isEqualTo(Map.of());
        assertThat(RowTable.read("directors", pressing("add-row", "shareholders")))
                .hasSize(1);
    }

    @Test
    @DisplayName("按了删除，少的正是那一行")
    void removes() {
        assertThat(RowTable.read("shareholders", pressing("remove-row", "shareholders[0]")))
                .extracting(row -> row.get("name"))
                .containsExactly("王样例");
        assertThat(RowTable.read("directors", pressing("remove-row", "shareholders[0]")))
                .hasSize(1);
    }

    @Test
    @DisplayName("每一格有自己的名字、标识和错误")
    void cells() {
        Field column = Field.money("amount", "认缴出资").unit("万元").required();
        RowTable table = new RowTable(
                "shareholders", "股东", "", true, List.of(column), List.of(), Map.of("0/amount", "请填写认缴出资。"));
        FieldFacts cell = table.cells("0", Map.of("amount", "60")).get(0);
        assertThat(cell.name()).isEqualTo("shareholders[0].amount");
        assertThat(cell.id()).isEqualTo("f-shareholders-0--amount");
        assertThat(cell.value()).isEqualTo("60");
        assertThat(cell.error()).isEqualTo("请填写认缴出资。");
        assertThat(cell.describedBy()).isEqualTo("f-shareholders-0--amount-unit f-shareholders-0--amount-error");
        assertThat(table.shownRows()).containsExactly(Map.of());
    }

    private static Map<String, String[]> pressing(String button, String value) {
        Map<String, String[]> pressed = new java.util.HashMap<>(SENT);
        pressed.put(button, new String[] {value});
        return pressed;
    }
}
