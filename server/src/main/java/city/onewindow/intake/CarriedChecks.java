package city.onewindow.intake;

import city.onewindow.catalog.Merge;
import city.onewindow.catalog.MergedMaterial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What of the materials' checks still holds once the errand is revised: a check answers what the items asked for then, and
 * the new ones may ask for more. Files and papers that came in are never forgotten. Pure.
 */
record CarriedChecks(Merge before, Merge after) {

    List<CheckedMaterial> of(Map<String, CheckedMaterial> found) {
        return found.values().stream()
                .map(checked -> carried(
                        checked,
                        before.material(checked.key()).orElse(null),
                        after.material(checked.key()).orElse(null)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<CheckedMaterial> carried(
            CheckedMaterial checked, @Nullable MergedMaterial then, @Nullable MergedMaterial now) {
        if (then != null && then.equals(now)) {
            return Optional.of(checked);
        }
        return switch (checked.way()) {
            // That it isn't needed, or may follow, was said of another demand.
            case DEFERRED, NOT_APPLICABLE, SETTLED -> Optional.empty();
            case FILE, SEEN, FETCHED, SIGNED, TO_SHOW ->
                now != null && now.reviewPoints().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new CheckedMaterial(
                                checked.key(),
                                checked.way(),
                                met(checked, then, now),
                                checked.remark(),
                                checked.files(),
                                checked.result()));
        };
    }

    /** Review points are numbered within one demand: those of the new one that were found met in the same form. */
    private static List<Integer> met(
            CheckedMaterial checked, @Nullable MergedMaterial then, @Nullable MergedMaterial now) {
        if (then == null || now == null || then.form() != now.form() || then.copies() != now.copies()) {
            return List.of();
        }
        List<String> texts = checked.pointsMet().stream()
                .map(point -> then.reviewPoints().get(point))
                .toList();
        return IntStream.range(0, now.reviewPoints().size())
                .filter(point -> texts.contains(now.reviewPoints().get(point)))
                .boxed()
                .toList();
    }
}
