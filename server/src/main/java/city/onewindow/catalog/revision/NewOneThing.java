package city.onewindow.catalog.revision;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a lead department says of a one-thing that it begins: it has no items yet, or those of another one-thing.
 *
 * @param window name of the window that shall take it in
 * @param audience {@code person} or {@code enterprise}
 * @param lifeEvent name of the heading under which the home page shows it
 * @param from name of the one-thing to copy; empty for none
 */
public record NewOneThing(String name, String window, String audience, String lifeEvent, String from) {

    static final String MEMBERS = "one-things.csv";
    static final String TOPICS = "topics.csv";

    public NewOneThing {
        name = name.strip();
    }

    /** Everything that is wrong with it but its name. */
    List<Fault> faults(Content content) {
        List<Fault> faults = new ArrayList<>();
        if (content.windowNamed(window).isEmpty()) {
            faults.add(new Fault("/window", "请选择受理窗口：由哪个窗口收件。"));
        }
        if (!List.of("person", "enterprise").contains(audience)) {
            faults.add(new Fault("/audience", "请选择服务对象：个人或企业。"));
        }
        if (!content.lifeEvents().containsKey(lifeEvent)) {
            faults.add(new Fault("/lifeEvent", "请选择主题：在首页的哪一类里找到它。"));
        }
        if (!from.isEmpty() && !content.oneThings().containsKey(from)) {
            faults.add(new Fault("/from", "没有名为「" + from + "」的一件事可以复制。请从列表中选一个，或从空白开始。"));
        }
        return faults;
    }

    /** As the rows it begins with; the window stands in each of its items' rows, and in its topic's while it has none. */
    ContentRows rows(Content content) {
        Map<String, List<Map<String, String>>> rows = new HashMap<>();
        OneThing copied = content.oneThings().get(from);
        if (copied != null) {
            new RowWriter(content)
                    .oneThing(copied, "copy")
                    .rows()
                    .forEach((file, list) -> rows.put(
                            file, list.stream().map(cells -> with(cells, file)).toList()));
        }
        Map<String, String> topic =
                new HashMap<>(Map.of("one_thing", name, "status", "在用", "audience", audience, "life_event", lifeEvent));
        if (rows.getOrDefault(MEMBERS, List.of()).isEmpty()) {
            topic.put("window", window);
        }
        rows.put(TOPICS, List.of(topic));
        return new ContentRows("new", rows, List.of(name));
    }

    private Map<String, String> with(Map<String, String> cells, String file) {
        Map<String, String> renamed = new HashMap<>(cells);
        renamed.put("one_thing", name);
        if (file.equals(MEMBERS)) {
            renamed.put("window", window);
        }
        return renamed;
    }

    /** Name of the window that takes in the one-thing of these rows; empty if they don't say. */
    public static String windowIn(Map<String, List<Map<String, String>>> rows) {
        List<Map<String, String>> members = rows.getOrDefault(MEMBERS, List.of());
        List<Map<String, String>> stating = members.isEmpty() ? rows.getOrDefault(TOPICS, List.of()) : members;
        return stating.isEmpty() ? "" : stating.get(0).getOrDefault("window", "");
    }
}
