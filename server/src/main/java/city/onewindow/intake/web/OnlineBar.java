package city.onewindow.intake.web;

import city.onewindow.frame.Tab;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.IntakeAct;
import java.util.ArrayList;
import java.util.List;

/** The pages of an application that its applicant has online, with what is still missing on each. */
final class OnlineBar {

    /** A page of the applicant's. */
    enum Place {
        HOME(""),
        FORM("/form"),
        MATERIALS("/materials");

        private final String path;

        Place(String path) {
            this.path = path;
        }

        String of(String number) {
            return OnlineSession.ENTRY + "/" + number + path;
        }
    }

    private OnlineBar() {}

    static DossierBar of(Dossier dossier, Place here, ReaderWords words) {
        String number = dossier.application().number();
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(Place.HOME, number, here, 0, words));
        if (dossier.application().status().allows(IntakeAct.PREPARE)) {
            tabs.add(tab(Place.FORM, number, here, formGaps(dossier), words));
            tabs.add(tab(Place.MATERIALS, number, here, 0, words));
        }
        return DossierBar.of(dossier, tabs, words);
    }

    /** How much of the form is missing or wrong. */
    static long formGaps(Dossier dossier) {
        return dossier.unfilled().size();
    }

    private static Tab tab(Place place, String number, Place here, long gaps, ReaderWords words) {
        return new Tab(words.t("online.tab." + place), place.of(number), gaps == 0 ? null : gaps, place == here);
    }
}
