package city.onewindow.intake.web;

import city.onewindow.frame.Messages;
import city.onewindow.intake.ApplicationSummary;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Earlier;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where a merged form is filled in: at the window or online. The form is the same.
 *
 * @param place address under which the pages of the application lie
 * @param template that frames the form
 * @param texts in the language of whoever fills it in
 * @param bar the head of the page, with the ways to the other pages
 * @param alike other open applications of the same applicant
 * @param earlier what the applicant said for earlier stages of the project; nothing where nobody has shown who he is
 * @param returning who the applicant is and how he is reached, as his newest accepted case has it; likewise
 * @param demo whether the example may be filled in
 */
record FormDesk(
        Filling filling,
        String place,
        String template,
        Messages texts,
        BiFunction<Dossier, ReaderWords, DossierBar> bar,
        Function<Dossier, List<ApplicationSummary>> alike,
        Function<Dossier, Earlier> earlier,
        Function<Dossier, Earlier> returning,
        boolean demo) {

    String form() {
        return place + "/form";
    }

    String materials() {
        return place + "/materials";
    }
}
