/** What the centre puts into writing: official documents (文书), numbered, sealed at rest, printed once, verifiable by anybody. */
@ApplicationModule(
        displayName = "notice",
        allowedDependencies = {"kernel", "calendar", "frame", "audit", "identity"})
@NullMarked
package city.onewindow.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
