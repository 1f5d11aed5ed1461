package city.onewindow.intake.web;

import java.util.List;

/**
 * The materials as their applicant sees them.
 *
 * @param signed names of what is printed from the form at the window
 * @param fetched names of what the centre fetches itself
 */
public record OnlineMaterials(
        DossierBar bar, List<BroughtMaterial> brought, List<String> signed, List<String> fetched, long version) {}
