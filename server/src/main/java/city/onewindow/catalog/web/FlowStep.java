package city.onewindow.catalog.web;

import java.util.List;
import java.util.function.Function;

/**
 * A box of a {@link FlowPicture}.
 *
 * @param number by which the other boxes speak of it, from 1
 * @param small what stands under the name: on one line if it fits
 * @param critical whether the whole takes longer if this does
 * @param faint whether it isn't always there
 * @param after what it waits for
 */
public record FlowStep(
        int number, String name, List<String> small, boolean critical, boolean faint, List<After> after) {

    /** Why a box waits for another. */
    public enum Bond {
        /** The one-thing says so. */
        STATED,
        /** It needs a material that the other produces. */
        FOUND,
        /** Stated, but the other waits for this one, too: the layout can't heed it. */
        RING
    }

    /** @param number of the box that comes before */
    public record After(int number, Bond bond, boolean critical) {}

    public FlowStep {
        small = List.copyOf(small);
        after = List.copyOf(after);
    }

    /** Of a guide: without those that one of the others waits for anyway, for fewer lines say the same. */
    static FlowStep of(GuideItem item, Function<GuideItem, String> name, Function<GuideItem, List<String>> small) {
        List<After> direct = item.after().stream()
                .filter(it -> item.after().stream().noneMatch(other -> waits(other, it)))
                .map(it -> new After(it.number(), Bond.STATED, item.critical() && it.critical()))
                .toList();
        return new FlowStep(item.number(), name.apply(item), small.apply(item), item.critical(), false, direct);
    }

    private static boolean waits(GuideItem item, GuideItem forIt) {
        return item.after().stream().anyMatch(it -> it.number() == forIt.number() || waits(it, forIt));
    }

    /** Those that the layout can heed. */
    List<After> heeded() {
        return after.stream().filter(one -> one.bond() != Bond.RING).toList();
    }
}
