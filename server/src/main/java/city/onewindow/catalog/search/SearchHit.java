package city.onewindow.catalog.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param code of the one-thing or item
 * @param why where the words were found, in Chinese; empty if in the name itself
 */
public record SearchHit(Kind kind, String code, String name, String why) {

    /** In what other than its name the words were found. */
    public enum Place {
        ITEMS("包含事项："),
        RESULTS("办理结果："),
        AUTHORITIES("部门、窗口："),
        /** Nothing but a material bears the words. */
        MATERIALS("材料：");

        private final String label;

        Place(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Null if in the name, or as what an everyday word means. */
    public @Nullable Place place() {
        return Arrays.stream(Place.values())
                .filter(place -> why.startsWith(place.label))
                .findFirst()
                .orElse(null);
    }

    /** What bears the words in that place; all of {@code why} if there is none. */
    public String found() {
        Place place = place();
        return place == null ? why : why.substring(place.label.length());
    }

    /** Whether the words were found in a material only: somebody who looks for them means something else. */
    public boolean inMaterialOnly() {
        return place() == Place.MATERIALS;
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
