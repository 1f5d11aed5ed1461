package city.onewindow.approval.web;

import city.onewindow.frame.Due;
import org.jspecify.annotations.Nullable;

/**
 * A declaration in its department's list.
 *
 * @param due null while nothing is granted
 */
public record DeclarationLine(
        String href,
        String item,
        String number,
        String title,
        String applicant,
        String state,
        @Nullable Due due) {}
