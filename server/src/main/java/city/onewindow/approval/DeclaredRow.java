package city.onewindow.approval;

/**
 * A declaration in a department's list.
 *
 * @param title of the case
 * @param applicant masked
 */
public record DeclaredRow(Declared declared, Step step, String itemName, String title, String applicant) {}
