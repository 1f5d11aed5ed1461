/** The pages on which departments, lead departments and the centre keep the content. */
@NullMarked
package city.onewindow.catalog.revision.web;

import org.jspecify.annotations.NullMarked;
