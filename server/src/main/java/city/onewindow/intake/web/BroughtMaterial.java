package city.onewindow.intake.web;

import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Requirement;
import city.onewindow.frame.Link;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.PreReview;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A material as its applicant deals with it online, and as the window looks at it there.
 *
 * @param reason and {@code ground}: which items ask for it, and the law behind that
 * @param form in what form it is to be brought, and how many
 * @param must whether it has to be handed in at all
 * @param follows whether it may follow (容缺), which is promised at the window only: who applies online attaches it
 * @param files those attached, the address where each is read
 * @param points what the window looks at, sentence by sentence
 * @param met which of them were found met
 * @param remark what the window said of it; empty if nothing
 */
public record BroughtMaterial(
        String key,
        String name,
        String form,
        boolean must,
        boolean follows,
        String reason,
        String ground,
        List<Attached> files,
        List<String> points,
        List<Integer> met,
        String remark) {

    /** A file that was attached. */
    public record Attached(UUID id, Link read) {}

    /** Those that the applicant brings; the rest is fetched by the centre, or printed from the form. */
    static List<BroughtMaterial> of(Dossier dossier, PreReview preReview, String filesAt, ReaderWords words) {
        return with(dossier, MergedMaterial.Origin.APPLICANT)
                .map(material -> {
                    CheckedMaterial kept = dossier.application().materials().get(material.key());
                    return new BroughtMaterial(
                            material.key(),
                            material.name(),
                            form(material, kept, words),
                            material.requirement() == Requirement.REQUIRED
                                    && material.later().isEmpty(),
                            material.requirement() == Requirement.DEFERRABLE
                                    && material.later().isEmpty(),
                            words.reason(material.reasons()),
                            words.ground(material.reasons()),
                            attached(kept, filesAt, words),
                            material.reviewPoints(),
                            kept == null ? List.of() : kept.pointsMet(),
                            preReview.said("/materials/" + material.key()));
                })
                .toList();
    }

    /** Names of what has that origin. */
    static List<String> names(Dossier dossier, MergedMaterial.Origin origin) {
        return with(dossier, origin).map(MergedMaterial::name).toList();
    }

    private static Stream<MergedMaterial> with(Dossier dossier, MergedMaterial.Origin origin) {
        return dossier.merge().materials().stream().filter(material -> material.origin() == origin);
    }

    private static String form(MergedMaterial material, @Nullable CheckedMaterial kept, ReaderWords words) {
        return material.form() == MaterialForm.ELECTRONIC && kept != null
                ? words.t("online.bring.sent")
                : words.form(material.form(), material.copies());
    }

    private static List<Attached> attached(@Nullable CheckedMaterial kept, String filesAt, ReaderWords words) {
        if (kept == null) {
            return List.of();
        }
        return Stream.iterate(0, at -> at < kept.files().size(), at -> at + 1)
                .map(at -> new Attached(
                        kept.files().get(at),
                        new Link(
                                words.t("online.file", at + 1),
                                filesAt + kept.files().get(at))))
                .toList();
    }

    /** With other points ticked, by key. */
    BroughtMaterial meeting(Map<String, List<Integer>> ticked) {
        return new BroughtMaterial(
                key,
                name,
                form,
                must,
                follows,
                reason,
                ground,
                files,
                points,
                ticked.getOrDefault(key, List.of()),
                remark);
    }

    /** Name of the sentence that says so. */
    public String demand() {
        return must ? "online.materials.must" : follows ? "online.materials.follows" : "online.materials.optional";
    }

    public String id() {
        return "m-" + key;
    }

    public boolean isMet(int point) {
        return met.contains(point);
    }
}
