package city.onewindow.catalog.content;

import city.onewindow.catalog.LifeEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** life-events.csv (may be absent): a row is a heading of the home page. */
final class LifeEventsFile {

    static final String NAME = "life-events.csv";
    static final List<String> COLUMNS = List.of("name_zh", "name_en", "order", "windows");

    private LifeEventsFile() {}

    static Map<String, LifeEvent> read(List<Row> rows, Names names) {
        Map<String, LifeEvent> events = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            LifeEvent event = new LifeEvent(
                    row.text("name_zh"),
                    row.text("name_en"),
                    row.integer("order", 0, 1_000_000),
                    row.list("windows", '|').stream()
                            .map(name -> names.window(row, "windows", name))
                            .toList());
            if (keys.add(row, "name_zh", event.name())) {
                events.put(event.name(), event);
            }
        }
        return events;
    }
}
