/** Working days: which days count (法定节假日、调休), and every date that follows from a time limit, with its reasons. */
@ApplicationModule(
        displayName = "calendar",
        allowedDependencies = {"kernel"})
@NullMarked
package city.onewindow.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
