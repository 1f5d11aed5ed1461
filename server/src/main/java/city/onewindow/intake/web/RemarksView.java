package city.onewindow.intake.web;

import city.onewindow.frame.Link;
import java.util.List;

/**
 * The form as it was filled in, each value with a place to say what is wrong with it.
 *
 * @param noticed whether the applicant was told once already: then what nobody told of is demanded no more
 * @param errors why what was just written was refused
 */
public record RemarksView(
        DossierBar bar, List<PreReviewView.Group> groups, boolean noticed, List<Link> errors, long version) {}
