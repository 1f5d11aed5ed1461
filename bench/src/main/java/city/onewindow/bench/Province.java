package city.onewindow.bench;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A province's catalog: the shipped items under new names until there are {@value #ITEMS}. */
final class Province {

    static final int ITEMS = 20_000;

    private Province() {}

    /** Does a measurement over the shipped content, then over a province's. */
    static void besideShipped(BiConsumer<String, Content> measurement) throws IOException {
        Content shipped =
                ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
        measurement.accept("shipped", shipped);
        measurement.accept("province", of(shipped));
    }

    private static Content of(Content content) {
        return with(content, ITEMS - content.items().size(), Item::department);
    }

    /**
     * The content with so many items more, copied one after the other under new names.
     *
     * @param department whose the copy of an item is
     */
    static Content with(Content content, int copies, Function<Item, String> department) {
        Map<String, Item> items = new LinkedHashMap<>(content.items());
        List<Item> shipped = List.copyOf(content.items().values());
        for (int i = 0; i < copies; i++) {
            Item item = shipped.get(i % shipped.size());
            String number = String.valueOf(i);
            Item copy = new Item(
                    item.code() + number,
                    item.name() + number,
                    department.apply(item),
                    item.homeWindow(),
                    item.terms(),
                    "",
                    item.materials(),
                    item.fields(),
                    item.confidence(),
                    item.particulars(),
                    item.situations());
            items.put(copy.name(), copy);
        }
        return content.withItems(items);
    }
}
