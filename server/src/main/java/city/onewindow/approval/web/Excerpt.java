package city.onewindow.approval.web;

import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.ProducedMaterial;
import city.onewindow.catalog.Reason;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Gap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one item needs of an application, and nothing else: a department sees no more than it decides upon (个人信息保护法
 * 第六条 最小必要).
 *
 * @param item name
 */
record Excerpt(Dossier dossier, String item) {

    /** @param code of the item */
    static Excerpt of(Dossier dossier, String code) {
        return new Excerpt(
                dossier,
                dossier.merge().errand().items().stream()
                        .map(CaseItem::item)
                        .filter(item -> item.code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .name());
    }

    /** Those that were filled in. */
    List<MergedField> fields() {
        return dossier.merge().fields().stream()
                .filter(field -> isNeeded(field.reasons()))
                .filter(field -> dossier.form().has(field.element().code()))
                .toList();
    }

    List<MergedMaterial> materials() {
        return dossier.merge().materials().stream()
                .filter(material -> isNeeded(material.reasons()))
                .toList();
    }

    /** Those that come out of other matters of the case. */
    List<ProducedMaterial> produced() {
        return dossier.merge().produced().stream()
                .filter(material -> material.neededBy().contains(item))
                .toList();
    }

    Optional<CheckedMaterial> checked(MergedMaterial material) {
        return Optional.ofNullable(dossier.application().materials().get(material.key()));
    }

    /** What of its materials and fields the window found wrong, and was yet accepted. */
    List<Gap> toVerify() {
        List<MergedMaterial> materials = materials();
        List<MergedField> fields = fields();
        return dossier.toVerify().stream()
                .filter(gap -> materials.stream().anyMatch(material -> gap.concerns(material.key()))
                        || fields.stream()
                                .anyMatch(field ->
                                        gap.concernsField(field.element().code())))
                .toList();
    }

    /** The ids of the files that belong to it: handed in as a material, or into a field of the form. */
    Set<String> files() {
        Stream<String> handedIn = materials().stream()
                .flatMap(material -> checked(material).stream())
                .flatMap(checked -> checked.files().stream())
                .map(Object::toString);
        Stream<String> filledIn = fields().stream()
                .filter(field -> field.element().type() == FieldType.FILE_REF)
                .map(field -> dossier.form().text(field.element().code()))
                .filter(text -> !text.isEmpty());
        return Stream.concat(handedIn, filledIn).collect(Collectors.toSet());
    }

    private boolean isNeeded(List<Reason> reasons) {
        return reasons.stream().anyMatch(reason -> reason.item().equals(item));
    }
}
