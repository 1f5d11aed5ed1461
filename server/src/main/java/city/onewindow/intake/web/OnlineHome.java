package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Window;
import city.onewindow.frame.Link;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.PreReview;
import city.onewindow.intake.Way;
import city.onewindow.notice.DocumentLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an application stands, for its applicant: the two numbers to keep, what to do now, what to bring.
 *
 * @param window its name: where to come
 * @param answerUntil when the window will have answered; null unless it is being looked at
 * @param applying how it stands with applying online for acceptance (全程网办)
 * @param missing how much of the form is missing or wrong
 * @param unattached names of what nothing was attached to
 * @param remarks what the window said, each leading to its place
 * @param toShow whether what is brought is shown when results are handed over, for it was applied for online
 */
public record OnlineHome(
        DossierBar bar,
        String queryCode,
        ApplicationStatus status,
        String window,
        @Nullable String answerUntil,
        Applying applying,
        long missing,
        List<String> unattached,
        List<Link> remarks,
        List<BroughtMaterial> bring,
        boolean toShow,
        List<String> signed,
        List<String> fetched,
        long version,
        int keptDays) {

    /**
     * 全程网办.
     *
     * @param open whether it can be applied for from where it stands
     * @param presence why somebody has to come; empty if nobody has
     * @param told what was told in writing
     * @param until last day of the window to decide, or of the applicant to mend; null if neither is awaited
     */
    public record Applying(
            boolean open,
            List<String> presence,
            List<Told> told,
            @Nullable String until) {

        /** A document, its number and where it is read. */
        public record Told(String title, String number, DocumentLinks links) {}
    }

    static OnlineHome of(
            Dossier dossier,
            PreReview preReview,
            Catalog catalog,
            @Nullable String answerUntil,
            Applying applying,
            int keptDays) {
        Application application = dossier.application();
        String number = application.number();
        List<BroughtMaterial> bring = BroughtMaterial.of(dossier, preReview, "");
        return new OnlineHome(
                OnlineBar.of(dossier, OnlineBar.Place.HOME),
                application.queryCode(),
                application.status(),
                catalog.window(application.window()).map(Window::name).orElse(application.window()),
                answerUntil,
                applying,
                OnlineBar.formGaps(dossier),
                bring.stream()
                        .filter(material -> material.must() && material.files().isEmpty())
                        .map(BroughtMaterial::name)
                        .toList(),
                preReview.remarks().stream()
                        .map(remark -> link(remark, dossier, number))
                        .toList(),
                bring,
                application.materials().values().stream().anyMatch(material -> material.way() == Way.TO_SHOW),
                BroughtMaterial.names(dossier, MergedMaterial.Origin.FORM),
                BroughtMaterial.names(dossier, MergedMaterial.Origin.FETCHED),
                application.version(),
                keptDays);
    }

    private static Link link(PreReview.Remark remark, Dossier dossier, String number) {
        String[] steps = remark.pointer().split("/", -1);
        String key = steps.length > 2 ? steps[2] : "";
        if (steps[1].equals("form")) {
            String name = dossier.merge()
                    .field(key)
                    .map(MergedField::element)
                    .map(element -> element.name())
                    .orElse(key);
            String said = remark.text().contains("「" + name + "」") ? remark.text() : name + "：" + remark.text();
            return new Link(said, OnlineBar.Place.FORM.of(number) + "#f-" + key);
        }
        if (steps[1].equals("materials")) {
            String name =
                    dossier.merge().material(key).map(MergedMaterial::name).orElse(key);
            return new Link(name + "：" + remark.text(), OnlineBar.Place.MATERIALS.of(number) + "#m-" + key);
        }
        return new Link(remark.text(), OnlineBar.Place.FORM.of(number));
    }

    public boolean mayFill() {
        return status.allows(IntakeAct.PREPARE);
    }

    public boolean mayRetract() {
        return status.allows(IntakeAct.RETRACT);
    }

    public boolean mayAskForPreReview() {
        return status.allows(IntakeAct.SUBMIT);
    }
}
