package city.onewindow.catalog;

import java.util.List;

/**
 * A material that nobody is asked for, since an item of the same case produces it.
 *
 * @param producer name of the producing item
 * @param neededBy names of the items that need it
 */
public record ProducedMaterial(String name, String producer, List<String> neededBy) {

    public ProducedMaterial {
        neededBy = List.copyOf(neededBy);
    }
}
