/** The page that shows every component, and the pages that tell a problem. */
@NullMarked
package city.onewindow.frame.web;

import org.jspecify.annotations.NullMarked;
