package city.onewindow.catalog.revision.web;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Dependence;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.web.DesignGraph.Step;
import city.onewindow.catalog.revision.web.DesignGraph.Wait;
import city.onewindow.catalog.web.FlowStep.Bond;
import city.onewindow.catalog.web.GuideItem;
import city.onewindow.catalog.web.GuideView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the graph out of the rows of one-things.csv. A name that stands there twice counts once. */
final class DesignReading {

    private static final Pattern DAYS = Pattern.compile("\\d{1,4}(\\.[05])?");

    private final Catalog catalog;
    private final @Nullable GuideView guide;
    /** By name: number of its row, from 1, and the row itself. */
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private final Map<String, Set<String>> stated = new LinkedHashMap<>();
    private final Dependence asStated;
    /** What is stated, and what was found beside it. */
    private final Map<String, Set<String>> heeded = new LinkedHashMap<>();

    private DesignReading(List<Map<String, String>> all, Catalog catalog, @Nullable GuideView guide) {
        this.catalog = catalog;
        this.guide = guide;
        for (int row = 0; row < all.size(); row++) {
            String item = all.get(row).getOrDefault("item", "");
            if (!item.isEmpty() && numbers.putIfAbsent(item, row + 1) == null) {
                rows.put(item, all.get(row));
            }
        }
        rows.forEach((item, row) -> stated.put(item, before(row)));
        asStated = Dependence.of(stated);
        stated.forEach((item, before) -> heeded.put(item, new LinkedHashSet<>(before)));
    }

    static DesignGraph graph(
            List<Map<String, String>> rows, Catalog catalog, @Nullable GuideView guide, DesignGraph.LeftOut leftOut) {
        DesignReading reading = new DesignReading(rows, catalog, guide);
        return new DesignGraph(catalog, reading.steps(), guide, leftOut);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        rows.forEach((item, row) -> steps.add(new Step(
                number(item),
                item,
                catalog.itemNamed(item).map(Item::department).orElse(""),
                promised(row),
                row.getOrDefault("optional", "").equals("选办"),
                guide == null || guided(item).isPresent(),
                critical().contains(item),
                waits(item),
                own(item))));
        return List.copyOf(steps);
    }

    private int number(String item) {
        return numbers.getOrDefault(item, 0);
    }

    private List<Wait> waits(String item) {
        List<Wait> waits = new ArrayList<>();
        for (String before : stated.getOrDefault(item, Set.of())) {
            Bond bond = asStated.before(before).contains(item) ? Bond.RING : Bond.STATED;
            waits.add(new Wait(number(before), before, bond, isOnTheWay(before, item)));
        }
        for (String before : found(item)) {
            waits.add(new Wait(number(before), before, Bond.FOUND, isOnTheWay(before, item)));
        }
        return List.copyOf(waits);
    }

    private List<String> own(String item) {
        Set<String> own = asked(item);
        rows.keySet().stream().filter(other -> !other.equals(item)).forEach(other -> own.removeAll(asked(other)));
        return List.copyOf(own);
    }

    private Set<String> asked(String item) {
        Set<String> asked = new LinkedHashSet<>();
        catalog.itemNamed(item).ifPresent(known -> {
            known.materials().forEach(material -> asked.addAll(List.of(material.key(), material.name())));
            known.fields().forEach(field -> asked.add(field.element()));
        });
        return asked;
    }

    /** What it waits for, too, since it needs a material that the other produces; without what goes without saying. */
    private List<String> found(String item) {
        List<String> found = new ArrayList<>();
        guided(item).stream()
                .flatMap(one -> one.after().stream())
                .map(GuideItem::name)
                .filter(numbers::containsKey)
                .forEach(before -> {
                    Dependence dependence = Dependence.of(heeded);
                    boolean said = dependence.before(item).contains(before);
                    // Stated edges of items that no answer includes yet may close a ring with it.
                    if (!said && !dependence.before(before).contains(item)) {
                        found.add(before);
                        heeded.computeIfAbsent(item, any -> new LinkedHashSet<>())
                                .add(before);
                    }
                });
        return found;
    }

    /** Names that stand in the cell, of items that are there. */
    private Set<String> before(Map<String, String> row) {
        Set<String> before = new LinkedHashSet<>();
        Arrays.stream(row.getOrDefault("after_items", "").split(";"))
                .map(String::strip)
                .filter(rows::containsKey)
                .forEach(before::add);
        return before;
    }

    private static @Nullable TimeLimit promised(Map<String, String> row) {
        String days = row.getOrDefault("promised_days", "");
        DayUnit unit =
                row.getOrDefault("day_unit", "").equals(DayUnit.NATURAL.term()) ? DayUnit.NATURAL : DayUnit.WORKING;
        return DAYS.matcher(days).matches() ? new TimeLimit(new BigDecimal(days), unit) : null;
    }

    private Optional<GuideItem> guided(String item) {
        return Stream.ofNullable(guide)
                .flatMap(one -> one.items().stream())
                .filter(one -> one.name().equals(item))
                .findFirst();
    }

    private List<String> critical() {
        return guide == null ? List.of() : guide.promised().items();
    }

    private boolean isOnTheWay(String before, String item) {
        int at = critical().indexOf(item);
        return at > 0 && critical().get(at - 1).equals(before);
    }
}
