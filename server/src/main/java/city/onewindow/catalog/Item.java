package city.onewindow.catalog;

import java.util.List;

/**
 * A government service item (事项): what one department grants or does.
 *
 * @param code short and stable: assigned at the first import, never reused
 * @param name unique; how the content files refer to it
 * @param department code of the department that decides
 * @param homeWindow code of the window where the item alone is taken in
 * @param terms the item's standing terms; a one-thing may state its own ({@link Member#terms()})
 * @param definedBy the one-thing whose row in one-things.csv gives the standing terms
 * @param confidence how far the content was checked: high, medium, low
 */
public record Item(
        String code,
        String name,
        String department,
        String homeWindow,
        Terms terms,
        String definedBy,
        List<Material> materials,
        List<FieldUse> fields,
        String confidence) {

    public Item {
        materials = List.copyOf(materials);
        fields = List.copyOf(fields);
    }
}
