package city.onewindow.intake;

import java.util.List;
import java.util.UUID;

/**
 * What the clerk found of one material.
 *
 * @param key the material's key in the merged set
 * @param pointsMet which review points were found met, by place in the list, from 0
 * @param remark what is wrong with it, or why it does not apply; may be empty
 * @param files ids of the files taken in
 */
public record CheckedMaterial(String key, Way way, List<Integer> pointsMet, String remark, List<UUID> files) {

    public CheckedMaterial {
        pointsMet = pointsMet.stream().distinct().sorted().toList();
        remark = remark.strip();
        files = List.copyOf(files);
    }
}
