package city.onewindow.intake.web;

import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Remote;
import city.onewindow.catalog.Translations;
import city.onewindow.catalog.Window;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.PreReview;
import city.onewindow.intake.Way;
import city.onewindow.notice.DocumentLinks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an application stands, for its applicant: the two numbers to keep, what to do now, what to bring.
 *
 * @param names of what the content names, in his language
 * @param title of the errand, as the content has it
 * @param window its name: where to come
 * @param answerUntil when the window will have answered; null unless it is being looked at
 * @param applying how it stands with applying online for acceptance (全程网办)
 * @param missing how much of the form is missing or wrong
 * @param unattached names of what nothing was attached to; empty if everything has a file
 * @param remarks what the window said, each leading to its place
 * @param toShow whether what is brought is shown when results are handed over, for it was applied for online
 */
public record OnlineHome(
        DossierBar bar,
        Translations names,
        String title,
        String queryCode,
        ApplicationStatus status,
        String window,
        @Nullable String answerUntil,
        Applying applying,
        long missing,
        String unattached,
        List<Remark> remarks,
        List<BroughtMaterial> bring,
        boolean toShow,
        String signed,
        String fetched,
        long version,
        int keptDays) {

    /** What the window wrote of a field or a material; the name is empty for what concerns the whole. */
    public record Remark(String name, String text, String href) {}

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
            List<Remote.Presence> presence,
            List<Told> told,
            @Nullable String until) {

        /** A document, its number and where it is read. */
        public record Told(String title, String number, DocumentLinks links) {}
    }

    static OnlineHome of(
            Dossier dossier,
            PreReview preReview,
            @Nullable Window window,
            @Nullable String answerUntil,
            Applying applying,
            int keptDays,
            ReaderWords words) {
        Application application = dossier.application();
        List<BroughtMaterial> bring = BroughtMaterial.of(dossier, preReview, "", words);
        return new OnlineHome(
                OnlineBar.of(dossier, OnlineBar.Place.HOME, words),
                words.names(),
                DossierBar.title(dossier.merge().errand()),
                application.queryCode(),
                application.status(),
                window == null ? application.window() : words.names().name(window),
                answerUntil,
                applying,
                OnlineBar.formGaps(dossier),
                words.joined(bring.stream()
                        .filter(material -> (material.must() || (applying.open() && material.follows()))
                                && material.files().isEmpty())
                        .map(BroughtMaterial::name)
                        .toList()),
                preReview.remarks().stream()
                        .map(remark -> remark(remark, dossier, words))
                        .toList(),
                bring,
                isToShow(application),
                words.joined(BroughtMaterial.names(dossier, MergedMaterial.Origin.FORM)),
                words.joined(BroughtMaterial.names(dossier, MergedMaterial.Origin.FETCHED)),
                application.version(),
                keptDays);
    }

    /** What was refused or withdrawn has no results, and of what is at the window by now the window says what it needs. */
    private static boolean isToShow(Application application) {
        return (application.status().isOnline() || application.status() == ApplicationStatus.ACCEPTED)
                && application.materials().values().stream().anyMatch(material -> material.way() == Way.TO_SHOW);
    }

    private static Remark remark(PreReview.Remark remark, Dossier dossier, ReaderWords words) {
        String number = dossier.application().number();
        String[] steps = remark.pointer().split("/", -1);
        String key = steps.length > 2 ? steps[2] : "";
        if (steps[1].equals("form")) {
            Optional<DataElement> element = dossier.merge().field(key).map(MergedField::element);
            // What a notice says names the field itself.
            boolean named = element.filter(one -> remark.text().contains("「" + one.name() + "」"))
                    .isPresent();
            String before =
                    named ? "" : element.map(one -> words.names().name(one)).orElse(key);
            return new Remark(before, remark.text(), OnlineBar.Place.FORM.of(number) + "#f-" + key);
        }
        if (steps[1].equals("materials")) {
            String name = dossier.merge()
                    .material(key)
                    .map(material -> words.names().say(material.name()))
                    .orElse(key);
            return new Remark(name, remark.text(), OnlineBar.Place.MATERIALS.of(number) + "#m-" + key);
        }
        return new Remark("", remark.text(), OnlineBar.Place.FORM.of(number));
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
