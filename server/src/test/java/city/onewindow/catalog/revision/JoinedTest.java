package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.content.ContentRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两个人同时改的，合在一起")
class JoinedTest {

    private static final Map<String, String> CHARTER = material("公司章程", "ARTICLES");
    private static final Map<String, String> LEASE = material("租赁合同", "LEASE");
    private static final Map<String, String> PHOTO = material("照片", "PHOTO");
    private static final List<Map<String, String>> BOTH = List.of(CHARTER, LEASE);

    private static Map<String, String> material(String name, String key) {
        return Map.of("material", name, "shared_key", key, "copies", "1", "note", "");
    }

    private static Map<String, String> with(Map<String, String> row, String column, String value) {
        Map<String, String> changed = new HashMap<>(row);
        changed.put(column, value);
        return changed;
    }

    private static ContentRows rows(List<Map<String, String>> materials) {
        return new ContentRows("test", Map.of("materials.csv", materials), List.of("甲"));
    }

    private static Joined joined(List<Map<String, String>> mine, List<Map<String, String>> theirs) {
        return Joined.of(rows(BOTH), rows(mine), rows(theirs));
    }

    private static List<Map<String, String>> materials(Joined joined) {
        return joined.rows().of("materials.csv");
    }

    @Test
    @DisplayName("改的不是同一格：两边都留下，没有要商量的")
    void differentCells() {
        Joined joined =
                joined(List.of(with(CHARTER, "copies", "2"), LEASE), List.of(with(CHARTER, "note", "盖章"), LEASE));
        assertThat(materials(joined)).containsExactly(with(with(CHARTER, "copies", "2"), "note", "盖章"), LEASE);
        assertThat(joined.contested()).isEmpty();
    }

    @Test
    @DisplayName("同一格改得不一样：填的是自己的，说出别人的；改得一样的不说")
    void theSameCell() {
        Joined joined = joined(
                List.of(with(CHARTER, "copies", "2"), with(LEASE, "note", "原件")),
                List.of(with(CHARTER, "copies", "3"), with(LEASE, "note", "原件")));
        assertThat(materials(joined)).containsExactly(with(CHARTER, "copies", "2"), with(LEASE, "note", "原件"));
        assertThat(joined.contested()).containsExactly(new Change("materials.csv", "公司章程", "copies", "3", "2"));
    }

    @Test
    @DisplayName("一边加的、删的、改名的、移动的，另一边没碰，都算数")
    void rowsOfOneSide() {
        List<Map<String, String>> added = new ArrayList<>(BOTH);
        added.add(1, PHOTO);
        assertThat(materials(joined(added, List.of(with(LEASE, "material", "房屋租赁合同")))))
                .containsExactly(PHOTO, with(LEASE, "material", "房屋租赁合同"));
        assertThat(materials(joined(List.of(LEASE, CHARTER), List.of(CHARTER, LEASE, PHOTO))))
                .containsExactly(LEASE, PHOTO, CHARTER);
        assertThat(materials(joined(List.of(CHARTER, with(LEASE, "note", "原件")), List.of(LEASE, CHARTER))))
                .containsExactly(with(LEASE, "note", "原件"), CHARTER);
    }

    @Test
    @DisplayName("一边删了、另一边改了：要商量，暂照自己的")
    void removedAndChanged() {
        Joined kept = joined(List.of(with(CHARTER, "copies", "2"), LEASE), List.of(LEASE));
        assertThat(materials(kept)).containsExactlyInAnyOrder(with(CHARTER, "copies", "2"), LEASE);
        assertThat(kept.contested()).singleElement().satisfies(change -> {
            assertThat(change.row()).isEqualTo("公司章程");
            assertThat(change.before()).isEmpty();
            assertThat(change.after()).contains("份数：2");
        });
        Joined removed = joined(List.of(LEASE), List.of(with(CHARTER, "copies", "2"), LEASE));
        assertThat(materials(removed)).containsExactly(LEASE);
        assertThat(removed.contested())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEmpty());
    }
}
