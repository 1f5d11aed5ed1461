package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Window;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("把内容写成行，再读回来")
class RowWriterTest {

    private static Content shipped;

    @BeforeAll
    static void load() throws IOException {
        shipped = ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
    }

    private static Content read(ContentRows rows) {
        Draft draft = ContentReader.read(rows, shipped, List.of());
        assertThat(draft.faults()).isEmpty();
        return draft.content();
    }

    @Test
    @DisplayName("每个事项：读回来的和原来的一样，别的事项和一件事都不变")
    void everyItem() {
        for (Item item : shipped.items().values()) {
            Content content = read(new RowWriter(shipped).item(item, "test"));
            assertThat(content.items().get(item.name()))
                    .usingRecursiveComparison()
                    .ignoringFields("definedBy")
                    .isEqualTo(item);
            assertThat(content.oneThings()).isEqualTo(shipped.oneThings());
        }
    }

    @Test
    @DisplayName("每个窗口：读回来的和原来的一样")
    void everyWindow() {
        for (Window window : shipped.windows().values()) {
            assertThat(read(new RowWriter(shipped).window(window, "test"))).isEqualTo(shipped);
        }
    }

    @Test
    @DisplayName("每件一件事：读回来的和原来的一样")
    void everyOneThing() {
        for (OneThing thing : shipped.oneThings().values()) {
            assertThat(read(new RowWriter(shipped).oneThing(thing, "test"))).isEqualTo(shipped);
        }
    }
}
