package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.MergedField;
import city.onewindow.frame.Link;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.FilledIn;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.PreReview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk looks at before the applicant comes: the form as it was filled in, the materials with their files and review points,
 * and a place for a remark at each.
 *
 * @param errors why what was just tried was refused
 * @param mayAnswer whether it is a look beforehand that is answered here; what was applied for is decided beside its materials
 */
public record PreReviewView(
        DossierBar bar,
        List<Group> groups,
        List<BroughtMaterial> materials,
        String whole,
        List<Link> errors,
        boolean mayAnswer,
        long version) {

    /** The fields under one heading. */
    public record Group(String name, List<Line> lines) {}

    /**
     * @param values one, or one for each row of a table
     * @param file where the file is read that is the value; null for all others
     * @param remark what was written of it, shown again where it was refused
     */
    public record Line(
            String code,
            String name,
            List<String> values,
            @Nullable Link file,
            String remark) {}

    /** Name of the input for the whole; of the others the pointer follows the same beginning. */
    public static final String REMARK = "remark:";

    /** @param met points ticked just now, by key of the material; null to show those that were kept */
    static PreReviewView of(
            Dossier dossier,
            Catalog catalog,
            PreReview written,
            @Nullable Map<String, List<Integer>> met,
            List<Link> errors,
            ReaderWords words) {
        return new PreReviewView(
                DossierBar.of(dossier, DossierBar.Place.PRE_REVIEW),
                groups(dossier, catalog, written),
                BroughtMaterial.of(dossier, written, filesAt(dossier), words).stream()
                        .map(material -> met == null ? material : material.meeting(met))
                        .toList(),
                written.said("/"),
                errors,
                dossier.application().status().allows(IntakeAct.PASS),
                dossier.application().version());
    }

    /** What was filled in, with what is written of it. */
    static List<Group> groups(Dossier dossier, Catalog catalog, PreReview written) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        for (MergedField field : dossier.merge().fields()) {
            DataElement element = field.element();
            if (field.isAsked() && dossier.form().has(element.code())) {
                groups.computeIfAbsent(element.group(), group -> new ArrayList<>())
                        .add(line(dossier, element, catalog, written));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static String filesAt(Dossier dossier) {
        return "/desk/" + dossier.application().number() + "/files/";
    }

    private static Line line(Dossier dossier, DataElement element, Catalog catalog, PreReview written) {
        return new Line(
                element.code(),
                element.name(),
                FilledIn.of(dossier.form(), element, catalog),
                element.type() == FieldType.FILE_REF
                        ? new Link("查看文件", filesAt(dossier) + dossier.form().text(element.code()))
                        : null,
                written.said("/form/" + element.code()));
    }
}
