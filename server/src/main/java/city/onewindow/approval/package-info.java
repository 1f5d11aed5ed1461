/** The parallel approval of a case: its matters, each decided by one department, opened as others are granted. */
@ApplicationModule(
        displayName = "approval",
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
            "intake"
        })
@NullMarked
package city.onewindow.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
