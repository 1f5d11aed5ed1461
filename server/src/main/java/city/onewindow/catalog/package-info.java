/** What the centre offers: departments, items, one-things, their forms and materials, by edition; and the merge of them. */
@ApplicationModule(
        displayName = "catalog",
        allowedDependencies = {"kernel", "calendar", "audit", "identity", "frame", "notice"})
@NullMarked
package city.onewindow.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
