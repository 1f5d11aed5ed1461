package city.onewindow.catalog.content;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.ExampleCheck;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.SituationExample;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Whether each example of a one-thing, or of an item alone, comes out as it is written. What this directory writes down must; what was loaded before,
 * and no longer does since a rule has changed, is told to who changed it: another department's examples stop nobody.
 */
final class ExampleChecks {

    private ExampleChecks() {}

    /** Of content without a fault. */
    static void check(Content content, Content loaded, Origins origins) {
        Catalog catalog = new Catalog(0, content, Map.of());
        for (OneThing thing : content.oneThings().values()) {
            boolean changed = !AnswerChecks.isAsLoaded(thing, content, loaded);
            check(
                    Asker.of(thing, content),
                    changed,
                    (example, report) -> ExampleCheck.check(catalog, thing, example, report),
                    origins);
        }
        for (Item item : content.items().values()) {
            boolean changed = !item.equals(loaded.items().get(item.name()));
            check(
                    Asker.of(item, content),
                    changed,
                    (example, report) -> ExampleCheck.check(catalog, item, example, report),
                    origins);
        }
    }

    private static void check(
            Asker asker,
            boolean changed,
            BiConsumer<SituationExample, BiConsumer<String, String>> compare,
            Origins origins) {
        for (SituationExample example : asker.examples()) {
            if (origins.isNew(example)) {
                compare.accept(example, (column, message) -> origins.fault(example, column, message));
            } else if (changed) {
                compare.accept(
                        example,
                        (column, message) ->
                                origins.noticeOfLoaded(said(asker, example) + "不再相符：" + message, asker.parts()));
            }
        }
    }

    private static String said(Asker asker, SituationExample example) {
        return "“" + asker.name() + "”的样例“" + ExamplesFile.written(example) + "”";
    }
}
