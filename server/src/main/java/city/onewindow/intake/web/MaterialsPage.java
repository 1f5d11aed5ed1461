package city.onewindow.intake.web;

import city.onewindow.catalog.ProducedMaterial;
import city.onewindow.frame.Link;
import city.onewindow.identity.Actor;
import city.onewindow.intake.Corrections;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Reception;
import city.onewindow.kernel.Fault;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows the third page, as it stands or with what was just refused. */
@Component
class MaterialsPage {

    private final Reception reception;
    private final Corrections corrections;
    private final Uploads uploads;

    MaterialsPage(Reception reception, Corrections corrections, Uploads uploads) {
        this.reception = reception;
        this.corrections = corrections;
        this.uploads = uploads;
    }

    MaterialRows rows(Dossier dossier, boolean supplying) {
        return new MaterialRows(
                dossier, supplying, uploads.namesOf(dossier.application().number()));
    }

    ModelAndView show(Dossier dossier, Actor actor) {
        return page(dossier, rows(dossier, false).all(), Decisions.Tried.NOTHING, List.of(), actor);
    }

    /** With one row as it was just tried. */
    ModelAndView show(Dossier dossier, MaterialRow tried, Actor actor) {
        List<MaterialRow> rows = rows(dossier, false).all().stream()
                .map(row -> row.key().equals(tried.key()) ? tried : row)
                .toList();
        return with(
                HttpStatus.UNPROCESSABLE_CONTENT,
                page(dossier, rows, Decisions.Tried.NOTHING, links(dossier, tried), actor));
    }

    /** With the decision that was just refused. */
    ModelAndView refused(Dossier dossier, Decisions.Tried tried, List<Fault> faults, Actor actor) {
        String number = dossier.application().number();
        List<Link> errors = faults.stream()
                .map(fault -> new Link(fault.message(), MaterialRow.placeOf(fault.pointer(), number)))
                .toList();
        return with(
                HttpStatus.UNPROCESSABLE_CONTENT,
                page(dossier, rows(dossier, false).all(), tried, errors, actor));
    }

    /** One row, with everything that hangs on it. */
    ModelAndView changed(Dossier dossier, MaterialRow row, Actor actor) {
        return new ModelAndView(
                "intake/material-changed",
                Map.of(
                        "row", row,
                        "bar", DossierBar.of(dossier, DossierBar.Place.MATERIALS),
                        "decisions", decisions(dossier, Decisions.Tried.NOTHING, actor)));
    }

    private ModelAndView page(
            Dossier dossier, List<MaterialRow> rows, Decisions.Tried tried, List<Link> errors, Actor actor) {
        List<String> produced =
                dossier.merge().produced().stream().map(MaterialsPage::sentence).toList();
        return new ModelAndView(
                "intake/materials",
                "view",
                new MaterialsView(
                        DossierBar.of(dossier, DossierBar.Place.MATERIALS),
                        rows,
                        produced,
                        decisions(dossier, tried, actor),
                        errors));
    }

    private Decisions decisions(Dossier dossier, Decisions.Tried tried, Actor actor) {
        String number = dossier.application().number();
        return Decisions.of(
                dossier,
                reception.outlook(number, actor),
                corrections.open(number, actor).size(),
                tried);
    }

    private static List<Link> links(Dossier dossier, MaterialRow tried) {
        String place = MaterialRow.placeOf(
                "/materials/" + tried.key(), dossier.application().number());
        return tried.errors().stream().map(error -> new Link(error, place)).toList();
    }

    private static String sentence(ProducedMaterial material) {
        return material.name() + "：由「" + material.producer() + "」产生，" + String.join("、", material.neededBy()) + "直接使用";
    }

    private static ModelAndView with(HttpStatusCode status, ModelAndView page) {
        page.setStatus(status);
        return page;
    }
}
