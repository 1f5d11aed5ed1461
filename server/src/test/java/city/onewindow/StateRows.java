package city.onewindow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of a table of edges: what may happen in the same way from several states is one row. */
final class StateRows {

    private static final String STAYS = "stays";

    private StateRows() {}

    /** @param rows each {@code | from | act | to | … |} and a new line */
    static String merged(Stream<String> rows) {
        Map<String, List<String>> froms = new LinkedHashMap<>();
        rows.forEach(row -> {
            String[] cells = row.strip().split(" *\\| *", 5);
            String to = cells[3].equals(cells[1]) ? STAYS : cells[3];
            froms.computeIfAbsent("| %s | %s | %s\n".formatted(cells[2], to, cells[4]), edge -> new ArrayList<>())
                    .add(cells[1]);
        });
        return froms.entrySet().stream()
                .map(edge -> "| " + String.join("<br>", edge.getValue()) + " " + edge.getKey())
                .collect(Collectors.joining());
    }
}
