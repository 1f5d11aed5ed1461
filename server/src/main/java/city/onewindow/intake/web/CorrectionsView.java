package city.onewindow.intake.web;

import city.onewindow.intake.Correction;
import city.onewindow.notice.DocumentLinks;
import java.util.List;

/**
 * What was corrected on the spot.
 *
 * @param records those that were given
 * @param key made with the page, so that a form sent twice gives one record
 * @param mayRecord whether it still stands where something may be corrected
 */
public record CorrectionsView(
        DossierBar bar, List<Correction> corrections, List<DocumentLinks> records, String key, boolean mayRecord) {}
