package city.onewindow.intake.web;

import city.onewindow.frame.Link;
import java.util.List;

/**
 * The third page: the set of materials, and the decision.
 *
 * @param produced what nobody hands in since the case itself produces it, sentence by sentence
 * @param errors why the decision just tried was refused, each leading to its place
 */
public record MaterialsView(
        DossierBar bar, List<MaterialRow> rows, List<String> produced, Decisions decisions, List<Link> errors) {}
