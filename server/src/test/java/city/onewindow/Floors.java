package city.onewindow;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The house's floors: the one table of which room lies above which, and the map drawn from it. */
final class Floors {

    /** From the cellar up; within a floor a room may use those written before it. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("kernel", "calendar", "frame"),
            List.of("audit", "identity"),
            List.of("notice", "catalog"),
            List.of("window", "material"),
            List.of("intake"),
            List.of("approval"),
            List.of("issuance", "connection"));

    /** Beside the house, and may look into every room. */
    private static final String LAUNCH = "launch";

    static final List<String> ORDER = Stream.concat(FLOORS.stream().flatMap(List::stream), Stream.of(LAUNCH))
            .toList();

    private static final Path SOURCES = Path.of("src/main/java/city/onewindow");
    private static final Pattern DOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private Floors() {}

    static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }

    /** The rooms that a room uses, in the order of the floors. */
    static List<String> below(ApplicationModule room, ApplicationModules house) {
        return room.getDirectDependencies(house)
                .uniqueModules()
                .map(Floors::name)
                .sorted(comparingInt(ORDER::indexOf))
                .toList();
    }

    /** A page that shows the floors as a drawing and as a table, from the code alone. */
    static String map(ApplicationModules house) {
        var page = new StringBuilder("""
                # The rooms

                Drawn from the code by `ModularityTest`; don't edit. A room uses only rooms below it. The ground floor
                (kernel, calendar, frame) carries all others, so it is left out of the lines.

                ```mermaid
                flowchart TB
                """);
        for (int floor = FLOORS.size() - 1; floor >= 0; floor--) {
            String rooms = FLOORS.get(floor).stream()
                    .filter(name -> house.getModuleByName(name).isPresent())
                    .map(name -> "    " + name + "\n")
                    .collect(Collectors.joining());
            if (rooms.isEmpty()) {
                continue;
            }
            page.append("  subgraph floor")
                    .append(floor)
                    .append("[floor ")
                    .append(floor)
                    .append("]\n");
            page.append(rooms).append("  end\n");
        }
        house.stream()
                .filter(room -> !name(room).equals(LAUNCH))
                .sorted(comparingInt((ApplicationModule room) -> ORDER.indexOf(name(room)))
                        .reversed())
                .forEach(room -> usedAboveTheGround(room, house)
                        .forEach(used -> page.append("  ")
                                .append(name(room))
                                .append(" --> ")
                                .append(used)
                                .append('\n')));
        page.append("```\n\n| floor | room | what lives there | uses |\n| --- | --- | --- | --- |\n");
        house.stream()
                .sorted(comparingInt((ApplicationModule room) -> ORDER.indexOf(name(room)))
                        .reversed())
                .forEach(room -> page.append(row(room, house)));
        return page.toString();
    }

    private static String row(ApplicationModule room, ApplicationModules house) {
        String floor = FLOORS.stream()
                .filter(rooms -> rooms.contains(name(room)))
                .map(rooms -> Integer.toString(FLOORS.indexOf(rooms)))
                .findFirst()
                .orElse("beside");
        return "| %s | `%s` | %s | %s |%n"
                .formatted(floor, name(room), purpose(room), String.join(", ", usedAboveTheGround(room, house)));
    }

    private static List<String> usedAboveTheGround(ApplicationModule room, ApplicationModules house) {
        return below(room, house).stream()
                .filter(used -> !FLOORS.get(0).contains(used))
                .toList();
    }

    private static String purpose(ApplicationModule room) {
        try {
            var doc = DOC.matcher(Files.readString(SOURCES.resolve(name(room)).resolve("package-info.java")));
            return doc.find() ? doc.group(1).replaceAll("\\s*\\n\\s*\\* ?", " ").strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
