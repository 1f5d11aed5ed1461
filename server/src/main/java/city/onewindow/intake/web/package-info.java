/** The window's pages and the part of the API that does the same. */
@NullMarked
package city.onewindow.intake.web;

import org.jspecify.annotations.NullMarked;
