package city.onewindow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of a table of edges: what may happen in the same way from several states, or lead from one to several, is one row. */
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
        Map<String, List<String>> tos = new LinkedHashMap<>();
        froms.forEach((edge, from) -> {
            String[] cells = edge.split(" *\\| *", 4);
            tos.computeIfAbsent(
                            "| %s | %s | %%s | %s".formatted(String.join("<br>", from), cells[1], cells[3]),
                            way -> new ArrayList<>())
                    .add(cells[2]);
        });
        return tos.entrySet().stream()
                .map(way -> way.getKey().formatted(String.join("<br>", way.getValue())))
                .collect(Collectors.joining());
    }

    /** One row for all acts that lead from one state to another, by the same people and with the same document; the grounds in their order. */
    static Collector<String, ?, String> together() {
        return Collectors.collectingAndThen(Collectors.toList(), rows -> {
            Map<String, List<String[]>> ways = new LinkedHashMap<>();
            rows.forEach(row -> {
                String[] cells = row.strip().split(" *\\| *", -1);
                ways.computeIfAbsent(String.join("|", cells[1], cells[3], cells[4], cells[6]), way -> new ArrayList<>())
                        .add(cells);
            });
            return ways.values().stream()
                    .map(all -> {
                        String[] first = all.get(0);
                        return "| %s | %s | %s | %s | %s | %s |\n"
                                .formatted(first[1], joined(all, 2), first[3], first[4], joined(all, 5), first[6]);
                    })
                    .collect(Collectors.joining());
        });
    }

    private static String joined(List<String[]> rows, int cell) {
        return rows.stream().map(row -> row[cell]).collect(Collectors.joining("<br>"));
    }
}
