package city.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.content.RowWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("永远问不到的问题")
class NeverAskedTest {

    private static final String ERRAND = "开办药店一件事";

    private static Content shipped = Content.EMPTY;

    @BeforeAll
    static void load() throws IOException {
        shipped = ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
    }

    @Test
    @DisplayName("查得出来：前面的回答、表里能填的值都带不出它；带得出的不算")
    void neverAsked() {
        assertThat(unreachable("q_agent == 'yes' and q_agent == 'no'")).isTrue();
        assertThat(unreachable("premises_right == 'leased' and premises_right == 'owned'"))
                .isTrue();
        assertThat(unreachable("premises_area < 0")).isTrue();
        assertThat(unreachable("premises_area > 50 and premises_area < 60")).isFalse();
        assertThat(unreachable("premises_right == 'leased'")).isFalse();
        assertThat(unreachable("not (premises_right == 'leased')")).isFalse();
    }

    /** Whether the linter says so of a last question with this condition. */
    private static boolean unreachable(String shownWhen) {
        ContentRows rows = new RowWriter(shipped)
                .oneThing(Objects.requireNonNull(shipped.oneThings().get(ERRAND)), "test");
        List<Map<String, String>> questions = new ArrayList<>(rows.of("situations.csv"));
        Map<String, String> last = new HashMap<>(questions.get(0));
        last.putAll(Map.of("question_code", "q_last", "order", "9999", "shown_when", shownWhen, "fills_element", ""));
        questions.add(last);
        Map<String, List<Map<String, String>>> changed = new HashMap<>(rows.rows());
        changed.put("situations.csv", questions);
        Draft draft = ContentReader.read(new ContentRows("test", changed, rows.whole()), shipped, List.of());
        assertThat(draft.faults()).isEmpty();
        return Linter.lint(draft.content(), true, ERRAND).stream()
                .anyMatch(finding ->
                        finding.rule() == Rule.NEVER_ASKED && finding.row().equals("q_last"));
    }
}
