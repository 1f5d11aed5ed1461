package city.onewindow.intake.web;

import city.onewindow.catalog.Translations;
import city.onewindow.frame.Notice;
import java.io.Serializable;
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
        long version) {

    /** What has just become of a material's files. Serializable, as {@link Notice} is. */
    public record Told(String key, Notice notice) implements Serializable {}
}
