/** The pages on which departments file their annexes and the centre gathers them. */
@NullMarked
package city.onewindow.window.filing.web;

import org.jspecify.annotations.NullMarked;
