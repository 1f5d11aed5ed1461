package city.onewindow.intake;

/**
 * A material of which the window has paper.
 *
 * @param form as it was demanded, and how many of it
 */
public record PaperMaterial(String key, String name, String form) {}
