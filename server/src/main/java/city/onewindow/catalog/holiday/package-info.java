/** The working days of the next year, taken in from the State Council's notice by the centre's managers. */
@NullMarked
package city.onewindow.catalog.holiday;

import org.jspecify.annotations.NullMarked;
