package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.revision.NewOneThing;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.kernel.Fault;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form in which something new is begun.
 *
 * @param key of its heading in the bundle; also the id of the heading
 * @param action where it is sent
 */
public record NewForm(String key, String action, List<Field> fields) {

    /** @param items what may be copied */
    static NewForm item(String name, String from, List<String> items, List<Fault> faults) {
        return new NewForm(
                "catalog.revisions.new",
                "/revisions",
                List.of(
                        Field.text("name", "事项名称")
                                .required()
                                .longest(100)
                                .value(name)
                                .error(Fault.at("/name", faults)),
                        Field.select("from", "复制自", same(items.stream()))
                                .value(from)
                                .hint("可以不选，从空白开始。")
                                .error(Fault.at("/from", faults))));
    }

    /** @param windows those that the reader's department leads */
    static NewForm oneThing(NewOneThing wanted, Collection<Window> windows, Content content, List<Fault> faults) {
        List<Choice> led = same(windows.stream().map(Window::name));
        return new NewForm(
                "catalog.revisions.new-one-thing",
                "/revisions/one-things",
                List.of(
                        Field.text("name", "一件事名称")
                                .id("f-thing-name")
                                .required()
                                .longest(100)
                                .value(wanted.name())
                                .hint("群众要办的一件事，如「开饮品店一件事」。")
                                .error(Fault.at("/name", faults)),
                        Field.select("window", "受理窗口", led)
                                .id("f-thing-window")
                                .required()
                                .value(led.size() == 1 ? led.get(0).value() : wanted.window())
                                .hint("本部门牵头的窗口。")
                                .error(Fault.at("/window", faults)),
                        Field.select("audience", "服务对象", audiences())
                                .id("f-thing-audience")
                                .required()
                                .value(wanted.audience())
                                .error(Fault.at("/audience", faults)),
                        Field.select("lifeEvent", "主题", same(content.lifeEvents().keySet().stream()))
                                .id("f-thing-life-event")
                                .required()
                                .value(wanted.lifeEvent())
                                .hint("在首页的哪一类里找到它。")
                                .error(Fault.at("/lifeEvent", faults)),
                        Field.select("from", "复制自", same(content.oneThings().keySet().stream()))
                                .id("f-thing-from")
                                .value(wanted.from())
                                .hint("可以不选，从空白开始。复制来的事项、问题和样例都可以改。")
                                .error(Fault.at("/from", faults))));
    }

    /** Each fault, leading to its field. */
    List<Link> wrong() {
        return fields.stream()
                .map(Field::facts)
                .filter(field -> field.error() != null)
                .map(field -> new Link(String.valueOf(field.error()), "#" + field.id()))
                .toList();
    }

    static List<Choice> audiences() {
        return List.of(new Choice("person", "个人"), new Choice("enterprise", "企业"));
    }

    static List<Choice> same(Stream<String> words) {
        return words.map(word -> new Choice(word, word)).toList();
    }
}
