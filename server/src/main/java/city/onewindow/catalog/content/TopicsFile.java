package city.onewindow.catalog.content;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.LifeEvent;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** topics.csv (may be absent): a row says where on the home page a one-thing stands. */
final class TopicsFile {

    static final String NAME = "topics.csv";
    static final List<String> COLUMNS = List.of("one_thing", "audience", "life_event");
    /** May be left out: then the one-thing is in use, or not, as before. */
    static final List<String> OPTIONAL = List.of("status");

    private TopicsFile() {}

    record Topic(Row row, Audience audience, String lifeEvent, Status status) {}

    /** By name of the one-thing. */
    static Map<String, Topic> read(List<Row> rows, Map<String, LifeEvent> lifeEvents, Map<String, OneThing> loaded) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row stated : rows) {
            OneThing before = loaded.get(stated.optional("one_thing"));
            Row row = stated.over(
                    before == null ? Map.of() : Map.of("status", before.status().term()));
            Topic topic = new Topic(
                    row,
                    row.choice("audience", List.of("person", "enterprise"), List.of(Audience.values())),
                    row.text("life_event"),
                    row.optional("status").isEmpty()
                            ? Status.OFFERED
                            : row.choice("status", ItemsFile.STATUSES, List.of(Status.values())));
            if (!topic.lifeEvent().isEmpty()
                    && !lifeEvents.containsKey(topic.lifeEvent())
                    && row.faults().readable(LifeEventsFile.NAME)) {
                row.fault(
                        "life_event",
                        "没有“" + topic.lifeEvent() + "”这个主题，可填：life-events.csv 的 name_zh，即 "
                                + String.join("、", lifeEvents.keySet()));
            }
            if (keys.add(row, "one_thing", row.text("one_thing"))) {
                topics.put(row.optional("one_thing"), topic);
            }
        }
        return topics;
    }
}
