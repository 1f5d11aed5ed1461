package city.onewindow.catalog;

import java.util.List;

/**
 * A material that one item of a case calls for.
 *
 * @param later why and when it is to follow, if the answers put it off until after acceptance; else empty
 * @param producer name of the item in the same case whose result it is; empty if it must come from elsewhere
 */
public record CaseMaterial(Material material, String later, String producer) {

    /** The materials of an item that the fired effects call for: those without a condition, and those required by an answer. */
    static List<CaseMaterial> of(Item item, List<Effect> fired) {
        return item.materials().stream()
                .filter(material -> material.condition().isEmpty()
                        || fires(fired, item, material, Effect.Kind.REQUIRE_MATERIAL)
                        || fires(fired, item, material, Effect.Kind.DEFER_MATERIAL))
                .filter(material -> !fires(fired, item, material, Effect.Kind.DROP_MATERIAL))
                .map(material -> new CaseMaterial(material, laterNote(fired, item, material), ""))
                .toList();
    }

    CaseMaterial producedBy(String item) {
        return new CaseMaterial(material, later, item);
    }

    public boolean isProduced() {
        return !producer.isEmpty();
    }

    private static boolean fires(List<Effect> fired, Item item, Material material, Effect.Kind kind) {
        return fired.stream().anyMatch(effect -> effect.kind() == kind && effect.concerns(item, material));
    }

    private static String laterNote(List<Effect> fired, Item item, Material material) {
        return fired.stream()
                .filter(effect -> effect.kind() == Effect.Kind.DEFER_MATERIAL && effect.concerns(item, material))
                .map(Effect::note)
                .findFirst()
                .orElse("");
    }
}
