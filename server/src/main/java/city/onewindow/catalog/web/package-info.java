/** The catalog for programs, readable by anyone. */
@NullMarked
package city.onewindow.catalog.web;

import org.jspecify.annotations.NullMarked;
