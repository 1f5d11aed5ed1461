/** The page and the API of the holidays. */
@NullMarked
package city.onewindow.catalog.holiday.web;

import org.jspecify.annotations.NullMarked;
