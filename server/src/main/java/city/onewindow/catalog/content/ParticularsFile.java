package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** item-particulars.csv (may be absent): a row is what a department says of its item beside the terms that one-things.csv gives. */
final class ParticularsFile {

    static final String NAME = "item-particulars.csv";
    static final List<String> COLUMNS = List.of(
            "item",
            "level",
            "serves",
            "conditions",
            "channels",
            "range",
            "visits",
            "visit_reason",
            "fee_basis",
            "hours",
            "complaint_phone",
            "confidence");
    /** May be left out where nobody knows them. */
    static final List<String> OPTIONAL = List.of(
            "basic_code",
            "implementation_code",
            "address",
            "phone",
            ItemsFile.CHAIN,
            ItemsFile.EXTENSION_DAYS,
            ItemsFile.EXTENSION_GROUND,
            ItemsFile.TECHNICAL_CHECK,
            "result_sample",
            "remedies",
            "common_questions");

    private ParticularsFile() {}

    record ParticularsRow(Row row, Particulars particulars) {}

    /** By name of the item. */
    static Map<String, ParticularsRow> read(List<Row> rows, Map<String, Item> loaded) {
        Map<String, ParticularsRow> particulars = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            String item = row.text("item");
            Item before = loaded.get(item);
            row.word("confidence", OneThingsFile.CONFIDENCE);
            Status status =
                    before == null ? Status.OFFERED : before.particulars().status();
            Particulars stated = ItemsFile.particulars(row.over(ItemsFile.before(before)), status);
            if (keys.add(row, "item", item)) {
                particulars.put(item, new ParticularsRow(row, stated));
            }
        }
        return particulars;
    }

    private static boolean isKeptByItsDepartment(@Nullable Item item) {
        return item != null && item.definedBy().isEmpty();
    }

    /** What is said of an item must be said of one that there is, and in one file. */
    static void check(Content content, Parts parts) {
        parts.particulars().forEach((item, stated) -> {
            Row row = stated.row();
            if (!content.items().containsKey(item)) {
                row.fault("item", "没有“" + item + "”这个事项，可填：one-things.csv 或 items.csv 里的事项");
            } else if (parts.items().containsKey(item)) {
                row.fault("item", "“" + item + "”在 items.csv 里也有一行，可填：只在其中一个文件里写");
            } else if (isKeptByItsDepartment(content.items().get(item))) {
                row.notice("item", "“" + item + "”已由部门自己维护，这一行没有采用");
            }
        });
    }
}
