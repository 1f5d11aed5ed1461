/** Departments' own systems: what happens is passed on to them, in order, and what they say is taken in. */
@ApplicationModule(
        displayName = "connection",
        allowedDependencies = {"kernel", "frame", "audit", "identity", "catalog", "approval"})
@NullMarked
package city.onewindow.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
