/** How OneWindow starts: its commands, its own PostgreSQL where none is given, the clock. Nobody depends on it. */
@ApplicationModule(displayName = "launch")
@NullMarked
package city.onewindow.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
