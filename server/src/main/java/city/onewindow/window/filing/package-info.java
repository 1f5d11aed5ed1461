/** How filled-in annexes come in: read, checked cell by cell, filed in a round, returned or accepted, merged. */
@NullMarked
package city.onewindow.window.filing;

import org.jspecify.annotations.NullMarked;
