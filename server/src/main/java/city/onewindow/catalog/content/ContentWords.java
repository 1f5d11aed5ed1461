package city.onewindow.catalog.content;

import java.util.List;
import java.util.Map;

/** The words that a column of a content file takes, as its reader checks them. */
public final class ContentWords {

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("items.csv/status", ItemsFile.STATUSES),
            Map.entry("items.csv/item_type", OneThingsFile.ITEM_TYPES),
            Map.entry("items.csv/case_kind", OneThingsFile.CASE_KINDS),
            Map.entry("items.csv/chain", ItemsFile.CHAINS),
            Map.entry("items.csv/" + ResultNumber.COLUMN, ResultNumber.WORDS),
            Map.entry("items.csv/" + ItemsFile.TECHNICAL_CHECK, ItemsFile.TECHNICAL_CHECKS),
            Map.entry("items.csv/day_unit", OneThingsFile.DAY_UNITS),
            Map.entry("items.csv/level", ItemsFile.LEVELS),
            Map.entry("items.csv/serves", ItemsFile.SERVED),
            Map.entry("items.csv/channels", ItemsFile.CHANNELS),
            Map.entry("items.csv/range", ItemsFile.RANGES),
            Map.entry("materials.csv/required", MaterialsFile.REQUIREMENTS),
            Map.entry("materials.csv/form", MaterialsFile.FORMS),
            Map.entry("materials.csv/source", MaterialsFile.SOURCES),
            Map.entry("item-fields.csv/required", FieldsFile.MANDATORY),
            Map.entry("one-things.csv/optional", OneThingsFile.MANDATORY),
            Map.entry("situation-effects.csv/effect", EffectsFile.WORDS),
            Map.entry("topics.csv/status", ItemsFile.STATUSES));

    private ContentWords() {}

    /** None for free text. */
    public static List<String> of(String file, String column) {
        return WORDS.getOrDefault(file + "/" + column, List.of());
    }
}
