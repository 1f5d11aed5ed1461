package city.onewindow.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything the centre offers, as one edition states it: immutable, so that a case reads the edition it was accepted
 * under for as long as it runs.
 */
public final class Catalog {

    private static final Pattern ISO_DAY = Pattern.compile("^(\\d{4})-0?(\\d+)-0?(\\d+)$");

    private final int edition;
    private final Content content;
    private final Map<String, Integer> itemVersions;
    private final List<Item> items;
    private final List<OneThing> oneThings;
    private final Map<String, Item> itemsByCode = new LinkedHashMap<>();
    private final Map<String, OneThing> oneThingsByCode = new LinkedHashMap<>();
    private final Stages stages;

    /**
     * @param itemVersions by name of the item; an item that isn't in it has version 1
     */
    public Catalog(int edition, Content content, Map<String, Integer> itemVersions) {
        this.edition = edition;
        this.content = content;
        this.itemVersions = Map.copyOf(itemVersions);
        this.items = content.items().values().stream().filter(Item::isOffered).toList();
        this.oneThings = content.oneThings().values().stream()
                .filter(OneThing::isOffered)
                .toList();
        content.items().values().forEach(item -> itemsByCode.put(item.code(), item));
        content.oneThings().values().forEach(oneThing -> oneThingsByCode.put(oneThing.code(), oneThing));
        this.stages = new Stages(content);
    }

    /** Departments, windows and elements by code; items and one-things by name. */
    public Catalog(
            int edition,
            Map<String, Department> departments,
            Map<String, Window> windows,
            Map<String, DataElement> elements,
            Map<String, Item> items,
            Map<String, OneThing> oneThings) {
        this(
                edition,
                new Content(
                        departments,
                        windows,
                        elements,
                        items,
                        oneThings,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of()),
                Map.of());
    }

    public int edition() {
        return edition;
    }

    /** The English of something that the content names in Chinese. */
    public Optional<String> english(String chinese) {
        return Optional.ofNullable(content.translations().get(chinese)).map(Translation::english);
    }

    public Content content() {
        return content;
    }

    /** Those that can be applied for; {@link #content()} has the others, too. */
    public Collection<Item> items() {
        return items;
    }

    /** Those that can be applied for. */
    public Collection<OneThing> oneThings() {
        return oneThings;
    }

    public Collection<Window> windows() {
        return content.windows().values();
    }

    public Collection<Department> departments() {
        return content.departments().values();
    }

    /** Those that decide on something that can be applied for. */
    public List<Department> departmentsWithItems() {
        Set<String> deciding = items.stream().map(Item::department).collect(Collectors.toSet());
        return departments().stream()
                .filter(department -> deciding.contains(department.code()))
                .toList();
    }

    public Collection<Region> regions() {
        return content.regions().values();
    }

    /** Headings of the home page, in their order. */
    public List<LifeEvent> lifeEvents() {
        return content.lifeEvents().values().stream()
                .sorted(Comparator.comparingInt(LifeEvent::order))
                .toList();
    }

    public Optional<Item> itemNamed(String name) {
        return Optional.ofNullable(content.items().get(name));
    }

    public Optional<Item> itemByCode(String code) {
        return Optional.ofNullable(itemsByCode.get(code));
    }

    /** How often the item was stated anew up to this edition, counted from 1. */
    public int versionOf(Item item) {
        return itemVersions.getOrDefault(item.name(), 1);
    }

    public Optional<OneThing> oneThingNamed(String name) {
        return Optional.ofNullable(content.oneThings().get(name));
    }

    public Optional<OneThing> oneThingByCode(String code) {
        return Optional.ofNullable(oneThingsByCode.get(code));
    }

    /** Which one-things are stages of a project, and what must be granted before each. */
    public Stages stages() {
        return stages;
    }

    public Optional<DataElement> element(String code) {
        return Optional.ofNullable(content.elements().get(code));
    }

    public Optional<Department> department(String code) {
        return Optional.ofNullable(content.departments().get(code));
    }

    public Optional<Window> window(String code) {
        return Optional.ofNullable(content.windows().get(code));
    }

    public Optional<Region> region(String code) {
        return Optional.ofNullable(content.regions().get(code));
    }

    /**
     * A value of a form as people read it: the words of chosen options, the names of divisions, an amount with its unit, a day;
     * anything else stands for itself.
     */
    public String inWords(DataElement element, String value) {
        if (value.isEmpty()) {
            return value;
        }
        String unit = element.constraint().unit();
        return switch (element.type()) {
            case REGION ->
                region(value).map(region -> region.name() + "（" + value + "）").orElse(value);
            case NUMBER -> value + unit;
            case MONEY -> value + (unit.isEmpty() ? "元" : unit);
            case DATE -> ISO_DAY.matcher(value).replaceFirst("$1年$2月$3日");
            default -> options(element.options(), value);
        };
    }

    private static String options(List<Option> options, String value) {
        return options.isEmpty()
                ? value
                : Arrays.stream(value.split("\\|"))
                        .map(code -> options.stream()
                                .filter(option -> option.code().equals(code))
                                .map(Option::text)
                                .findFirst()
                                .orElse(code))
                        .collect(Collectors.joining("、"));
    }
}
