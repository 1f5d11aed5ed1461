package city.onewindow.approval.web;

import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Reason;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one item needs of a dossier, and no more (个人信息保护法 第六条: no more than the purpose needs).
 *
 * @param form texts and rows by code of the data element
 * @param materials what the window found of each material, by key
 */
record MatterDossier(Map<String, Object> form, Map<String, CheckedMaterial> materials) {

    static MatterDossier of(Dossier dossier, String itemName) {
        Map<String, Object> form = new TreeMap<>(dossier.form().toJson());
        form.keySet()
                .retainAll(dossier.merge().fields().stream()
                        .filter(field -> concerns(field.reasons(), itemName))
                        .map(MergedField::element)
                        .map(element -> element.code())
                        .toList());
        Map<String, CheckedMaterial> materials =
                new TreeMap<>(dossier.application().materials());
        materials
                .keySet()
                .retainAll(dossier.merge().materials().stream()
                        .filter(material -> concerns(material.reasons(), itemName))
                        .map(MergedMaterial::key)
                        .toList());
        return new MatterDossier(form, materials);
    }

    private static boolean concerns(List<Reason> reasons, String itemName) {
        return reasons.stream().anyMatch(reason -> reason.item().equals(itemName));
    }
}
