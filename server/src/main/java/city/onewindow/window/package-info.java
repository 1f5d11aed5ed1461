/** The windows at work: which errands and items each one takes in. Staff, counters and agreements will live here too. */
@ApplicationModule(
        displayName = "window",
        allowedDependencies = {
            "kernel",
            "calendar",
            "frame",
            "audit",
            "identity",
            "catalog",
            "catalog :: content",
            "catalog :: revision"
        })
@NullMarked
package city.onewindow.window;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
