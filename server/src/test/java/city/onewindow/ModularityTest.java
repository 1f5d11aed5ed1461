package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("房间与楼层")
class ModularityTest {

    private static final Path DOCS = Path.of("../docs");
    private static final ApplicationModules HOUSE = ApplicationModules.of(OneWindow.class);

    @Test
    @DisplayName("房间之间只走门，没有环，只用声明过的房间")
    void wallsHold() {
        HOUSE.verify();
    }

    @Test
    @DisplayName("每个房间都在楼层表里，只用比自己低的房间")
    void floorsHold() {
        assertThat(HOUSE.stream()).allSatisfy(room -> {
            assertThat(Floors.ORDER).contains(Floors.name(room));
            assertThat(Floors.below(room, HOUSE))
                    .allSatisfy(used -> assertThat(Floors.ORDER.indexOf(used))
                            .as("%s uses %s", room.getIdentifier(), used)
                            .isLessThan(Floors.ORDER.indexOf(Floors.name(room))));
        });
    }

    @Test
    @DisplayName("docs 里的房间图就是代码的样子")
    void theMapIsTheHouse() throws IOException {
        mustBeCheckedIn("modules.md", Floors.map(HOUSE));
    }

    /** A stale drawing is mended on the spot and reported once, so that the change shows it in its own diff. */
    private static void mustBeCheckedIn(String name, String drawn) throws IOException {
        Path file = DOCS.resolve(name);
        if (!Files.exists(file) || !Files.readString(file).equals(drawn)) {
            Files.createDirectories(DOCS);
            Files.writeString(file, drawn);
            fail("docs/" + name + " did not show the code and has been drawn again: check it in with your change.");
        }
    }
}
