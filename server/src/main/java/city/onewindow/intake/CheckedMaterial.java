package city.onewindow.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the clerk found of one material.
 *
 * @param key the material's key in the merged set
 * @param pointsMet which review points were found met, by place in the list, from 0
 * @param remark what is wrong with it, or why it does not apply; may be empty
 * @param files ids of the files taken in
 * @param result what an earlier stage issued, which is the material; null if it came otherwise
 */
public record CheckedMaterial(
        String key,
        Way way,
        List<Integer> pointsMet,
        String remark,
        List<UUID> files,
        @Nullable EarlierResult result) {

    public CheckedMaterial {
        pointsMet = pointsMet.stream().distinct().sorted().toList();
        remark = remark.strip();
        files = List.copyOf(files);
    }

    public CheckedMaterial(String key, Way way, List<Integer> pointsMet, String remark, List<UUID> files) {
        this(key, way, pointsMet, remark, files, null);
    }

    /**
     * What an earlier stage issued stays so when its review points are looked at, and where it comes from stays noted if nothing else is
     * said; it is so no longer once it is dealt with otherwise.
     */
    CheckedMaterial keepingResultOf(@Nullable CheckedMaterial kept) {
        EarlierResult still = kept == null || way != Way.FETCHED ? null : kept.result();
        String said = kept == null || still == null || !remark.isEmpty() ? remark : kept.remark();
        return new CheckedMaterial(key, way, pointsMet, said, files, still);
    }
}
