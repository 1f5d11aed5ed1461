package city.onewindow.intake.web;

import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Stage;
import city.onewindow.frame.Tab;
import city.onewindow.frame.Tone;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.IntakeAct;
import city.onewindow.kernel.Masking;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of every page of one application: whose it is, how it stands, and the way to its other pages.
 *
 * @param title short: many items are counted, not listed
 * @param idNumber masked
 * @param agent name; empty if the applicant came in person
 * @param stage which one it is of a project; empty unless it is one
 * @param project 项目代码; empty until the form says it
 */
public record DossierBar(
        String number,
        String title,
        String applicant,
        String idNumber,
        String agent,
        String stage,
        String project,
        Tone tone,
        String status,
        List<Tab> tabs) {

    /** A page of an application. */
    enum Place {
        ERRAND("1 事项与申请人", "/errand"),
        FORM("2 一表", "/form"),
        MATERIALS("3 材料与决定", "/materials"),
        PRE_REVIEW("网上填的", "/pre-review"),
        REMARKS("核对申请表", "/remarks"),
        CORRECTIONS("当场更正", "/corrections"),
        RESULT("办理情况", "");

        private final String words;
        private final String path;

        Place(String words, String path) {
            this.words = words;
            this.path = path;
        }

        String of(String number) {
            return "/desk/" + number + path;
        }
    }

    static DossierBar of(Dossier dossier, Place here) {
        return of(dossier, tabs(dossier, here));
    }

    /** For the applicant, in his language. */
    static DossierBar of(Dossier dossier, List<Tab> tabs, ReaderWords words) {
        Application application = dossier.application();
        return of(
                dossier, tabs, words.title(dossier.merge().errand()), words.t("online.status." + application.status()));
    }

    private static DossierBar of(Dossier dossier, List<Tab> tabs) {
        return of(
                dossier,
                tabs,
                title(dossier.merge().errand()),
                dossier.application().words());
    }

    /** @param tabs the ways to the other pages of whoever reads it */
    private static DossierBar of(Dossier dossier, List<Tab> tabs, String title, String status) {
        Application application = dossier.application();
        Applicant whose = application.applicant();
        Stage stage = dossier.stage();
        return new DossierBar(
                application.number(),
                title,
                whose.name(),
                Masking.idNumber(whose.idNumber()),
                whose.agent() == null ? "" : whose.agent().name(),
                stage == null ? "" : stage.projectKind() + "第 " + stage.seq() + " 阶段",
                stage == null ? "" : dossier.project(),
                DeskWords.tone(application.status()),
                status,
                tabs);
    }

    static String title(Errand errand) {
        int items = errand.items().size();
        return errand.oneThing() != null || items <= 2
                ? errand.title()
                : errand.items().get(0).name() + "等 " + items + " 项";
    }

    private static List<Tab> tabs(Dossier dossier, Place here) {
        Application application = dossier.application();
        List<Tab> tabs = new ArrayList<>();
        if (application.status() != ApplicationStatus.DRAFT || application.receivedAt() != null) {
            tabs.add(tab(Place.RESULT, application.number(), here, 0));
        }
        if (application.status().allows(IntakeAct.PASS) || application.status() == ApplicationStatus.SUBMITTED) {
            tabs.add(tab(Place.PRE_REVIEW, application.number(), here, 0));
        }
        long form = dossier.unfilled().size();
        if (application.status().allows(IntakeAct.FILL)) {
            tabs.add(tab(Place.ERRAND, application.number(), here, 0));
            tabs.add(tab(Place.FORM, application.number(), here, form));
        }
        if (here == Place.REMARKS || here == Place.CORRECTIONS) {
            tabs.add(tab(here, application.number(), here, 0));
        }
        if (application.status().allows(IntakeAct.CHECK)) {
            tabs.add(tab(
                    Place.MATERIALS, application.number(), here, dossier.gaps().size() - form));
        }
        return tabs;
    }

    private static Tab tab(Place place, String number, Place here, long gaps) {
        return new Tab(place.words, place.of(number), gaps == 0 ? null : gaps, place == here);
    }
}
