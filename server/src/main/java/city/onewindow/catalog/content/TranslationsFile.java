package city.onewindow.catalog.content;

import city.onewindow.catalog.Translation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** translations.csv (may be absent): a row is a name in the content and its English. */
final class TranslationsFile {

    static final String NAME = "translations.csv";
    static final List<String> COLUMNS = List.of("zh", "en");

    private TranslationsFile() {}

    /** By the Chinese. */
    static Map<String, Translation> read(List<Row> rows) {
        Map<String, Translation> translations = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            Translation translation = new Translation(row.text("zh"), row.text("en"));
            if (translation.english().codePoints().anyMatch(Character::isIdeographic)) {
                row.fault("en", "“" + translation.english() + "”里有汉字，可填：英文");
            }
            if (keys.add(row, "zh", translation.chinese())) {
                translations.put(translation.chinese(), translation);
            }
        }
        return translations;
    }
}
