package city.onewindow.approval.web;

import city.onewindow.intake.CheckedMaterial;
import java.util.Map;
import java.util.TreeMap;

/**
 * An {@link Excerpt} as the API tells it.
 *
 * @param form texts and rows by code of the data element
 * @param materials what the window found of each material, by key
 */
record MatterDossier(Map<String, Object> form, Map<String, CheckedMaterial> materials) {

    static MatterDossier of(Excerpt excerpt) {
        Map<String, Object> form = new TreeMap<>(excerpt.dossier().form().toJson());
        form.keySet()
                .retainAll(excerpt.fields().stream()
                        .map(field -> field.element().code())
                        .toList());
        Map<String, CheckedMaterial> materials = new TreeMap<>();
        excerpt.materials()
                .forEach(material ->
                        excerpt.checked(material).ifPresent(checked -> materials.put(material.key(), checked)));
        return new MatterDossier(form, materials);
    }
}
