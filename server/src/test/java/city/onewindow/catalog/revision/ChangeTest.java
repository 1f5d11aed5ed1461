package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.catalog.content.ContentRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两份内容的差别")
class ChangeTest {

    private static final Map<String, String> CHARTER =
            Map.of("item", "甲", "material", "公司章程", "shared_key", "ARTICLES", "copies", "1", "confidence", "high");

    private static List<Change> between(Map<String, String> before, Map<String, String> after) {
        return Change.between(rows(List.of(before)), rows(List.of(after)));
    }

    private static ContentRows rows(List<Map<String, String>> materials) {
        return new ContentRows("test", Map.of("materials.csv", materials), List.of());
    }

    private static Map<String, String> with(String column, String value) {
        Map<String, String> changed = new HashMap<>(CHARTER);
        changed.put(column, value);
        return changed;
    }

    @Test
    @DisplayName("改了名称的材料，还是那一份：编码没变")
    void renamed() {
        assertThat(between(CHARTER, with("material", "章程")))
                .containsExactly(new Change("materials.csv", "章程", "material", "公司章程", "章程"));
    }

    @Test
    @DisplayName("增加、删去的一行，写明它是什么，不写内部的列")
    void cameAndWent() {
        assertThat(Change.between(rows(List.of()), rows(List.of(CHARTER))))
                .containsExactly(new Change("materials.csv", "公司章程", "", "", "份数：1；材料编码：ARTICLES"));
        assertThat(between(CHARTER, Map.of("material", "申请书", "shared_key", "FORM")))
                .extracting(Change::row, Change::column)
                .containsExactly(tuple("公司章程", ""), tuple("申请书", ""));
    }

    @Test
    @DisplayName("每一格一条")
    void cells() {
        assertThat(between(CHARTER, with("copies", "2")))
                .containsExactly(new Change("materials.csv", "公司章程", "copies", "1", "2"));
        assertThat(between(CHARTER, CHARTER)).isEmpty();
    }
}
