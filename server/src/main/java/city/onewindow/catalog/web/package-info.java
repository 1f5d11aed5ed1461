/** The public pages (home, search, guides, items together, help), and the catalog and its merge through the API. */
@NullMarked
package city.onewindow.catalog.web;

import org.jspecify.annotations.NullMarked;
