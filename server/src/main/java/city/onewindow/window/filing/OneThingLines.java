package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.window.Annex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Annex 1 of many departments put together by one-thing. */
final class OneThingLines {

    private OneThingLines() {}

    /** A row, and who filed it. */
    record Line(Filing filing, CheckedRow row) {}

    /** The lines of each one-thing: an item's as its own department says it, or else as who leads the one-thing does. */
    static Map<String, List<Line>> of(List<Filing> filings, Catalog catalog, Function<Filing, List<CheckedRow>> rows) {
        int thing = Annex.ONE_THING.column("一件事名称");
        Map<String, Map<String, Line>> things = new TreeMap<>();
        for (Filing filing : filings) {
            if (filing.annex() != Annex.ONE_THING) {
                continue;
            }
            for (CheckedRow row : rows.apply(filing)) {
                String item = row.name(Annex.ONE_THING);
                boolean own = catalog.itemNamed(item)
                        .map(Item::department)
                        .filter(filing.department()::equals)
                        .isPresent();
                Map<String, Line> lines = things.computeIfAbsent(row.cells().get(thing), name -> new LinkedHashMap<>());
                Line line = new Line(filing, row);
                if (own) {
                    lines.put(item, line);
                } else {
                    lines.putIfAbsent(item, line);
                }
            }
        }
        Map<String, List<Line>> merged = new LinkedHashMap<>();
        things.forEach((name, lines) -> merged.put(name, new ArrayList<>(lines.values())));
        return merged;
    }
}
