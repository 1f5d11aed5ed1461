package city.onewindow.intake.web;

import city.onewindow.catalog.Translations;
import java.util.List;

/**
 * The materials as their applicant sees them.
 *
 * @param names of what the content names, in his language
 * @param again whether what the one-time notice named is being mended
 * @param signed names of what is printed from the form at the window
 * @param fetched names of what the centre fetches itself
 */
public record OnlineMaterials(
        DossierBar bar,
        Translations names,
        boolean again,
        List<BroughtMaterial> brought,
        String signed,
        String fetched,
        long version) {}
