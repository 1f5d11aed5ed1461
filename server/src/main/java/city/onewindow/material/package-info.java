/** What applicants hand in: stored files with their digests, found again for a later application. */
@ApplicationModule(
        displayName = "material",
        allowedDependencies = {"kernel", "calendar", "frame", "audit", "identity", "catalog", "notice"})
@NullMarked
package city.onewindow.material;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
