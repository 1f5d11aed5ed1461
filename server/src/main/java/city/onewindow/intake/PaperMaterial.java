package city.onewindow.intake;

import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.MergedMaterial;

/**
 * A material of which the window has paper.
 *
 * @param form as it was demanded, and how many of it
 */
public record PaperMaterial(String key, String name, String form) {

    /** In what form the window keeps it on paper; empty if it has none, or only looked at it and gave it back. */
    static String kept(MergedMaterial material, Way way) {
        boolean givenBack = material.form() == MaterialForm.ORIGINAL && material.copies() == 0;
        return way == Way.SEEN && givenBack ? "" : shown(material, way);
    }

    /** In what form it was there on paper; empty if it wasn't. */
    static String shown(MergedMaterial material, Way way) {
        return switch (way) {
            case SEEN -> material.form() == MaterialForm.ELECTRONIC ? "纸质件" : Gaps.form(material);
            case SIGNED -> "由申请表打印，已签字";
            case FILE, TO_SHOW, FETCHED, DEFERRED, NOT_APPLICABLE, SETTLED -> "";
        };
    }
}
