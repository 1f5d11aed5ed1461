package city.onewindow.catalog.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param code of the one-thing or item
 * @param why where the words were found, in Chinese; empty if in the name itself
 */
public record SearchHit(Kind kind, String code, String name, String why) {

    /** What {@code why} begins with if nothing but a material bears the words. */
    static final String IN_MATERIAL = "材料：";

    /** Whether the words were found in a material only: somebody who looks for them means something else. */
    public boolean inMaterialOnly() {
        return why.startsWith(IN_MATERIAL);
    }

    /** Whether no hit is more than that; of none it is so. */
    static boolean areInMaterialsOnly(List<SearchHit> hits) {
        return hits.stream().allMatch(SearchHit::inMaterialOnly);
    }

    public enum Kind {
        ONE_THING,
        ITEM
    }
}
