package city.onewindow.catalog.content;

import city.onewindow.catalog.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** regions.csv: a row is a division. */
final class RegionsFile {

    static final String NAME = "regions.csv";
    static final List<String> COLUMNS = List.of("code", "name", "valid", "confidence", "source");

    private static final Pattern CODE = Pattern.compile("[1-9]\\d{5}");

    private RegionsFile() {}

    static Map<String, Region> read(List<Row> rows) {
        Map<String, Region> regions = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            Region region = new Region(row.matching("code", CODE, "六位行政区划代码"), row.text("name"), row.optional("valid"));
            row.word("confidence", OneThingsFile.CONFIDENCE);
            row.text("source");
            if (keys.add(row, "code", region.code())) {
                regions.put(region.code(), region);
            }
        }
        return regions;
    }
}
