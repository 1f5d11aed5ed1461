package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Rule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("有格子填错时的校核")
class RevisionFindingsTest {

    private static final String ITEM = "公章刻制备案";
    private static final String ERRAND = "开办药店一件事";
    private static final String ITEMS = "items.csv";
    private static final String MATERIALS = "materials.csv";

    private static Content shipped = Content.EMPTY;

    @BeforeAll
    static void load() throws IOException {
        shipped = ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
    }

    private static ContentRows rows(Revision.Kind kind, String name) {
        return Objects.requireNonNull(kind.published(name, shipped));
    }

    private static ContentRows with(ContentRows rows, String file, int row, Map<String, String> cells) {
        Map<String, List<Map<String, String>>> changed = new HashMap<>(rows.rows());
        List<Map<String, String>> list = new ArrayList<>(rows.of(file));
        Map<String, String> line = new HashMap<>(list.get(row));
        line.putAll(cells);
        list.set(row, line);
        changed.put(file, list);
        return new ContentRows("test", changed, rows.whole());
    }

    private static List<Finding> findings(Revision.Kind kind, String name, ContentRows rows) {
        Draft draft = ContentReader.read(rows, shipped, List.of());
        Revision revision = new Revision(
                1,
                kind,
                name,
                "gaj",
                "scjg",
                List.of(),
                RevisionStatus.DRAFT,
                null,
                rows,
                1,
                "a",
                "甲",
                Instant.EPOCH,
                null,
                null);
        return RevisionFindings.of(revision, rows, draft);
    }

    private static List<Rule> rules(ContentRows rows) {
        return findings(Revision.Kind.ITEM, ITEM, rows).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    @DisplayName("别处有一格填错，含糊的名称、没有依据的收费照样马上告诉")
    void besideAFault() {
        ContentRows vague =
                with(rows(Revision.Kind.ITEM, ITEM), MATERIALS, 1, Map.of("material", "其他有关材料", "copies", "三份"));
        ContentRows both = with(vague, MATERIALS, 0, Map.of("copies", "两份"));
        assertThat(rules(both)).contains(Rule.VAGUE_CLAUSE);
        assertThat(rules(with(both, ITEMS, 0, Map.of("fee", "50元")))).contains(Rule.FEE_WITHOUT_GROUND);
    }

    @Test
    @DisplayName("填错的那一格和靠它判断的，改好之前什么都不说")
    void nothingOfWhatCannotBeRead() {
        ContentRows faulty = with(
                rows(Revision.Kind.ITEM, ITEM),
                ITEMS,
                0,
                Map.of("promised_days", "三天", "fee", "50元", "legal_basis", "", "conditions", "符合其他条件"));
        assertThat(rules(faulty))
                .contains(Rule.VAGUE_CLAUSE)
                .doesNotContain(Rule.KIND_AND_DAYS, Rule.NO_LEGAL_GROUND, Rule.FEE_WITHOUT_GROUND);
    }

    /** As they are typed, rows say anything; the linter, which otherwise reads what was checked, must bear it. */
    @ParameterizedTest(name = "「{0}」")
    @ValueSource(strings = {"", "坏", "q_none == 'x'", "a=甲|a=乙"})
    @DisplayName("哪一格怎么填错，校核都不出故障")
    void anyCell(String value) {
        for (Revision.Kind kind : List.of(Revision.Kind.ITEM, Revision.Kind.ONE_THING)) {
            String name = kind == Revision.Kind.ITEM ? ITEM : ERRAND;
            ContentRows rows = rows(kind, name);
            rows.rows().forEach((file, list) -> {
                for (int row = 0; row < Math.min(list.size(), 2); row++) {
                    for (String column : ContentReader.columns(file)) {
                        ContentRows changed = with(rows, file, row, Map.of(column, value));
                        assertThatCode(() -> findings(kind, name, changed))
                                .as("%s %s %s", file, row, column)
                                .doesNotThrowAnyException();
                    }
                }
            });
        }
    }
}
