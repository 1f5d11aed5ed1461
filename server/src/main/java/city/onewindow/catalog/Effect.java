package city.onewindow.catalog;

import java.util.Map;

/**
 * What an answer does to a case.
 *
 * @param item name of the item concerned
 * @param material name of the item's material for the material effects, else empty
 * @param note why; on DEFER_MATERIAL, when it is to be handed in
 */
public record Effect(String question, String answer, Kind kind, String item, String material, String note) {

    public enum Kind {
        INCLUDE_ITEM,
        EXCLUDE_ITEM,
        REQUIRE_MATERIAL,
        DROP_MATERIAL,
        /** drop_material whose note says 后补: not at acceptance, handed in later, never waived. */
        DEFER_MATERIAL
    }

    boolean isFiredBy(Map<String, String> answers) {
        return answer.equals(answers.get(question));
    }

    boolean concerns(Item ofItem, Material ofMaterial) {
        return item.equals(ofItem.name()) && material.equals(ofMaterial.name());
    }
}
