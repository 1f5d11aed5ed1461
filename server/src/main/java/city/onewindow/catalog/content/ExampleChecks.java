package city.onewindow.catalog.content;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.ExampleCheck;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.SituationExample;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether each example of a one-thing comes out as it is written. What this directory writes down must; what was loaded before,
 * and no longer does since a rule has changed, is told to who changed it: another department's examples stop nobody.
 */
final class ExampleChecks {

    private ExampleChecks() {}

    /** Of content without a fault. */
    static void check(Content content, Content loaded, Origins origins) {
        Catalog catalog = new Catalog(0, content, Map.of());
        for (OneThing thing : content.oneThings().values()) {
            boolean changed = !AnswerChecks.isAsLoaded(thing, content, loaded);
            for (SituationExample example : thing.examples()) {
                if (origins.isNew(example)) {
                    ExampleCheck.check(
                            catalog, thing, example, (column, message) -> origins.fault(example, column, message));
                } else if (changed) {
                    ExampleCheck.check(
                            catalog,
                            thing,
                            example,
                            (column, message) -> origins.noticeOfLoaded(
                                    said(thing, example) + "不再相符：" + message, doers(catalog, thing)));
                }
            }
        }
    }

    private static String said(OneThing thing, SituationExample example) {
        return "“" + thing.name() + "”的样例“" + ExamplesFile.written(example) + "”";
    }

    private static List<Object> doers(Catalog catalog, OneThing thing) {
        Stream<Item> items = thing.members().stream()
                .map(Member::item)
                .map(name -> catalog.itemNamed(name).orElse(null))
                .filter(Objects::nonNull);
        return Stream.<Object>concat(
                        Stream.of(thing.effects(), thing.questions(), thing.members())
                                .flatMap(List::stream),
                        items.flatMap(item -> Stream.concat(item.materials().stream(), item.fields().stream())))
                .toList();
    }
}
