/** What every page shares: the view resolver, the texts in two languages, the parts pages are built of, and how problems are told. */
@ApplicationModule(
        displayName = "frame",
        allowedDependencies = {"kernel", "calendar"})
@NullMarked
package city.onewindow.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
