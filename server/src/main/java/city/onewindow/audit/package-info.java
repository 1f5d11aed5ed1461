/** Who did what, when and to what: appended in the transaction of the act itself, never changed. */
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"kernel", "calendar", "frame"})
@NullMarked
package city.onewindow.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
