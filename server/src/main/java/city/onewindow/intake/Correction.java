package city.onewindow.intake;

/**
 * What the window corrected on the spot of what was handed in (当场更正).
 *
 * @param field code
 * @param name of the field
 * @param was as it was handed in, in words; empty if it wasn't filled in
 * @param corrected as it stands
 */
public record Correction(String field, String name, String was, String corrected) {}
