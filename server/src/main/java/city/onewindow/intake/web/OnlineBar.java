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
        HOME("申请", ""),
        FORM("填表", "/form"),
        MATERIALS("材料", "/materials");

        private final String words;
        private final String path;

        Place(String words, String path) {
            this.words = words;
            this.path = path;
        }

        String of(String number) {
            return OnlineSession.ENTRY + "/" + number + path;
        }
    }

    private OnlineBar() {}

    static DossierBar of(Dossier dossier, Place here) {
        String number = dossier.application().number();
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(Place.HOME, number, here, 0));
        if (dossier.application().status().allows(IntakeAct.PREPARE)) {
            tabs.add(tab(Place.FORM, number, here, formGaps(dossier)));
            tabs.add(tab(Place.MATERIALS, number, here, 0));
        }
        return DossierBar.of(dossier, tabs);
    }

    /** How much of the form is missing or wrong. */
    static long formGaps(Dossier dossier) {
        return dossier.unfilled().size();
    }

    private static Tab tab(Place place, String number, Place here, long gaps) {
        return new Tab(place.words, place.of(number), gaps == 0 ? null : gaps, place == here);
    }
}
