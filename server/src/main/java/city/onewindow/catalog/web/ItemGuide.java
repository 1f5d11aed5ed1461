package city.onewindow.catalog.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Terms;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * An item as an edition states it.
 *
 * @param version how often it was stated anew up to this edition
 * @param window where the item alone is taken in
 * @param particulars conditions, channels, telephone and the like; empty where the department hasn't said them
 * @param forms of its materials that are forms, what can be had on paper
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
     * @param blank address of the form to be filled in by hand
     * @param example address of one that is filled in
     */
    record Form(String material, String blank, String example) {

        static List<Form> of(GuideView guide) {
            return guide.printed().stream()
                    .filter(material -> !guide.papers(material).isEmpty())
                    .map(material -> new Form(
                            material.name(),
                            guide.formAddress(material, FormPaper.BLANK),
                            guide.formAddress(material, FormPaper.EXAMPLE)))
                    .toList();
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

    static ItemGuide of(Item item, Catalog catalog) {
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
                        .filter(material ->
                                material.printedFromForm() && !item.fields().isEmpty())
                        .map(material -> form(item, material))
                        .toList(),
                item.fields().stream().map(field -> asked(field, catalog)).toList(),
                item.situations().questions(),
                item.situations().effects());
    }

    private static Form form(Item item, Material material) {
        String at = "/items/" + item.code() + "/materials/" + UriUtils.encodePathSegment(material.key(), UTF_8) + "/";
        return new Form(material.name(), at + FormPaper.BLANK.code(), at + FormPaper.EXAMPLE.code());
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
