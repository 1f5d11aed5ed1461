/** The application: one form and one set of materials, filled, checked, then accepted, sent back once, or refused. */
@ApplicationModule(
        displayName = "intake",
        allowedDependencies = {
            "kernel",
            "frame",
            "calendar",
            "audit",
            "identity",
            "catalog",
            "notice",
            "window",
            "material"
        })
@NullMarked
package city.onewindow.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
