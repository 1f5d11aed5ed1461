/** How content comes to be: a department writes a revision, who leads the window agrees, the centre publishes. */
@NamedInterface("revision")
@NullMarked
package city.onewindow.catalog.revision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
