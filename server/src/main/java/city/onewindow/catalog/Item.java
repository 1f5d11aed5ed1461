package city.onewindow.catalog;

import java.util.List;

/**
 * A government service item (事项): what one department grants or does.
 *
 * @param code short and stable: assigned at the first import, never reused
 * @param name unique; how the content files refer to it
 * @param department code of the department that decides
 * @param homeWindow code of the window where the item alone is taken in; empty if none does
 * @param terms the item's standing terms; a one-thing may state its own ({@link Member#terms()})
 * @param definedBy the one-thing whose row in one-things.csv gives the standing terms; empty if a row of items.csv does
 * @param confidence how far the content was checked: high, medium, low
 * @param situations its own; one-things that have it may ask more
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
        String confidence,
        Particulars particulars,
        Situations situations) {

    public Item {
        // What was stored before there were particulars has none.
        particulars = particulars == null ? Particulars.NONE : particulars;
        // Nor had it situations.
        situations = situations == null ? Situations.NONE : situations;
        materials = List.copyOf(materials);
        fields = List.copyOf(fields);
    }

    /** Whether its department takes it in elsewhere, and says why (未进驻). */
    public boolean isOutside() {
        return homeWindow.isEmpty() && !particulars.outsideReason().isEmpty();
    }

    public boolean isOffered() {
        return particulars.status() == Status.OFFERED;
    }
}
