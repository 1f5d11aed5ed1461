package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An item as an edition states it.
 *
 * @param version how often it was stated anew up to this edition
 * @param window where the item alone is taken in
 * @param particulars conditions, channels, telephone and the like; empty where the department hasn't said them
 * @param forms of its materials that are forms, what can be had on paper: printed, or, where a material names {@code forms} of its
 *     department's own, those
 * @param questions that it asks itself; one-things that have it may ask more
 * @param effects what their answers do to its materials
 */
record ItemGuide(
        String code,
        String name,
        int edition,
        int version,
        Named department,
        Named window,
        Terms terms,
        Particulars particulars,
        List<Material> materials,
        List<Form> forms,
        List<Asked> fields,
        List<Question> questions,
        List<Effect> effects) {

    /**
     * A material that is a form, on paper.
     *
     * @param blank address of the form to be filled in by hand; null if there is none
     * @param example address of one that is filled in; null if there is none
     */
    record Form(
            String material,
            @Nullable String blank,
            @Nullable String example) {

        /** Those of a whole guide; of a material that several items have forms of their own for, each item's. */
        static List<Form> of(GuideView guide) {
            GuideForms forms = new GuideForms(guide);
            return guide.merge().materials().stream()
                    .flatMap(material -> forms.of(material).stream()
                            .collect(Collectors.groupingBy(
                                    GuideForms.FormLink::item, LinkedHashMap::new, Collectors.toList()))
                            .values()
                            .stream()
                            .map(links -> new Form(
                                    material.name(),
                                    address(links, FormPaper.BLANK),
                                    address(links, FormPaper.EXAMPLE))))
                    .toList();
        }

        private static @Nullable String address(List<GuideForms.FormLink> links, FormPaper paper) {
            return links.stream()
                    .filter(link -> link.paper() == paper)
                    .map(GuideForms.FormLink::address)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * A field of its form.
     *
     * @param element code of the data element; /api/elements/{code} tells the rest
     * @param condition when it is asked; empty is always
     */
    record Asked(
            String element,
            String name,
            FieldType type,
            boolean mandatory,
            Expression condition,
            int order,
            String note) {}

    /** @param pinned the edition that was asked for; null if the one that holds now, whichever that is */
    static ItemGuide of(Item item, Catalog catalog, @Nullable Integer pinned) {
        return new ItemGuide(
                item.code(),
                item.name(),
                catalog.edition(),
                catalog.versionOf(item),
                Named.department(item.department(), catalog),
                Named.window(item.homeWindow(), catalog),
                item.terms(),
                item.particulars(),
                item.materials(),
                item.materials().stream()
                        .map(material -> form(item, material, pinned))
                        .filter(form -> form.blank() != null || form.example() != null)
                        .toList(),
                item.fields().stream().map(field -> asked(field, catalog)).toList(),
                item.situations().questions(),
                item.situations().effects());
    }

    private static Form form(Item item, Material material, @Nullable Integer pinned) {
        return new Form(
                material.name(),
                address(item, material, FormPaper.BLANK, pinned),
                address(item, material, FormPaper.EXAMPLE, pinned));
    }

    private static @Nullable String address(Item item, Material material, FormPaper paper, @Nullable Integer pinned) {
        String address = GuideForms.address("/items/" + item.code(), material.key(), paper);
        if (material.forms().containsKey(paper)) {
            return address + (pinned == null ? "" : "?edition=" + pinned);
        }
        return material.printedFromForm() && !item.fields().isEmpty() ? address : null;
    }

    private static Asked asked(FieldUse field, Catalog catalog) {
        DataElement element = catalog.element(field.element()).orElseThrow();
        return new Asked(
                element.code(),
                element.name(),
                element.type(),
                field.mandatory(),
                field.condition(),
                field.order(),
                field.note());
    }
}
