/** What applicants hand in as files: kept once, sealed, told apart by their content, and every opening written down. */
@ApplicationModule(
        displayName = "material",
        allowedDependencies = {"kernel", "calendar", "frame", "audit", "identity", "catalog", "notice"})
@NullMarked
package city.onewindow.material;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
