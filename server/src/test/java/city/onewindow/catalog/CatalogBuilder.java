package city.onewindow.catalog;

import city.onewindow.calendar.TimeLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small catalogs for tests: items with fields and materials, bundled into one-things. */
final class CatalogBuilder {

    private final Map<String, DataElement> elements = new LinkedHashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, OneThing> things = new LinkedHashMap<>();

    static Terms terms(String promised, String result) {
        return new Terms(
                "行政许可",
                CaseKind.PROMISED,
                "某法第一条",
                TimeLimit.workingDays("20"),
                TimeLimit.workingDays(promised),
                "0",
                result,
                false,
                "",
                "");
    }

    /** One of which nothing is known beside its terms. */
    static Item item(String name, String department, Terms terms, List<Material> materials, List<FieldUse> fields) {
        return new Item(
                name, name, department, "win", terms, "", materials, fields, "high", Particulars.NONE, Situations.NONE);
    }

    static FieldUse field(String element, boolean mandatory, String condition) {
        return new FieldUse(element, mandatory, Expression.parse(condition), 10, "");
    }

    static Material material(String key, String name, Requirement requirement, MaterialForm form) {
        return new Material(
                key, name, requirement, form, 1, "政府部门核发", "", "", List.of("清晰"), "某法第二条", "", "high", Map.of());
    }

    static Question question(String code, String shownWhen, String... answers) {
        List<Option> options = new ArrayList<>();
        for (String answer : answers) {
            options.add(new Option(answer, answer));
        }
        return new Question(code, 10, code, code, options, answers[0], Expression.parse(shownWhen), null);
    }

    CatalogBuilder element(DataElement element) {
        elements.put(element.code(), element);
        return this;
    }

    CatalogBuilder element(String code) {
        return element(code, FieldType.TEXT, Constraint.NONE);
    }

    CatalogBuilder element(String code, FieldType type, Constraint constraint, Option... options) {
        return element(new DataElement(
                code, code, code, "组", type, constraint, List.of(options), "none", "", "", Sensitivity.NONE));
    }

    CatalogBuilder item(String name, String result, List<FieldUse> fields, List<Material> materials) {
        items.put(name, item(name, "dep", terms("1", result), materials, fields));
        return this;
    }

    /** What an item, stated before, asks itself. */
    CatalogBuilder asking(String name, Situations own) {
        items.computeIfPresent(
                name,
                (same, item) -> new Item(
                        name,
                        name,
                        item.department(),
                        item.homeWindow(),
                        item.terms(),
                        "",
                        item.materials(),
                        item.fields(),
                        item.confidence(),
                        item.particulars(),
                        own));
        return this;
    }

    CatalogBuilder thing(String name, List<Member> members, List<Question> questions, List<Effect> effects) {
        things.put(name, new OneThing(name, name, "win", Audience.PERSON, "", members, questions, effects));
        return this;
    }

    static Member member(String item, String result, boolean optional, String... after) {
        return new Member(item, List.of(after), 1, optional, "", terms("1", result));
    }

    Catalog build() {
        return new Catalog(1, Map.of(), Map.of(), elements, items, things);
    }
}
