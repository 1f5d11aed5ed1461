package city.onewindow.catalog;

import java.util.List;

/**
 * An item in a case: on what terms, after which others, and with which materials.
 *
 * @param after names of the items in the case that must be granted first, sorted
 * @param materials those that the answers call for
 */
public record CaseItem(Item item, Terms terms, List<String> after, List<CaseMaterial> materials) {

    public CaseItem {
        after = List.copyOf(after);
        materials = List.copyOf(materials);
    }

    public String name() {
        return item.name();
    }
}
