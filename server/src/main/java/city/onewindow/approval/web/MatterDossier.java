package city.onewindow.approval.web;

import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Gap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An {@link Excerpt} as the API tells it.
 *
 * @param form texts and rows by code of the data element
 * @param materials what the window found of each material, by key
 * @param toVerify what the window found wrong, and was yet accepted: the department verifies it (行政许可法 第三十四条)
 */
record MatterDossier(Map<String, Object> form, Map<String, CheckedMaterial> materials, List<Gap> toVerify) {

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
        return new MatterDossier(form, materials, excerpt.toVerify());
    }
}
