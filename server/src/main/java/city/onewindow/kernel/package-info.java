/** What every room stands on: identifiers, ciphers, kinds of file, paging, and the four problems a caller can be told. */
@ApplicationModule(
        displayName = "kernel",
        allowedDependencies = {})
@NullMarked
package city.onewindow.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
