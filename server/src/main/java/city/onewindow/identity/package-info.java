/** Who is who: accounts and their roles, sign-in, and the person who acts. */
@ApplicationModule(
        displayName = "identity",
        allowedDependencies = {"kernel", "calendar", "audit", "frame"})
@NullMarked
package city.onewindow.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
