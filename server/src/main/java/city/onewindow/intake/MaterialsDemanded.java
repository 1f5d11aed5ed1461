package city.onewindow.intake;

import city.onewindow.catalog.MergedMaterial;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A one-time notice is about to demand materials. Published inside the transaction of the notice and heard in it: who knows of one that
 * nobody may be asked for refuses, and no notice is given.
 *
 * @param keys of the materials that it demands
 */
public record MaterialsDemanded(Dossier dossier, Set<String> keys) {

    public MaterialsDemanded {
        keys = Set.copyOf(keys);
    }

    static MaterialsDemanded by(List<Gap> gaps, Dossier dossier) {
        return new MaterialsDemanded(
                dossier,
                dossier.merge().materials().stream()
                        .map(MergedMaterial::key)
                        .filter(key -> gaps.stream().anyMatch(gap -> gap.concerns(key)))
                        .collect(Collectors.toSet()));
    }
}
