/** The issuing window: the results of a case collected, handed over together or in part, and receipted. */
@ApplicationModule(
        displayName = "issuance",
        allowedDependencies = {
            "kernel",
            "frame",
            "calendar",
            "audit",
            "identity",
            "catalog",
            "notice",
            "window",
            "material",
            "intake",
            "approval"
        })
@NullMarked
package city.onewindow.issuance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
