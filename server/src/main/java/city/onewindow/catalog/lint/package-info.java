/** The linter: what is wrong with the content as such, though every row of it can be read. */
@NamedInterface("lint")
@NullMarked
package city.onewindow.catalog.lint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
