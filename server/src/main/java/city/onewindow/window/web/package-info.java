/** The pages of room window. */
@NullMarked
package city.onewindow.window.web;

import org.jspecify.annotations.NullMarked;
