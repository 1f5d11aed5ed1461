package city.onewindow.approval;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When and where a hearing (听证) shall be held, and before whom, as somebody wants it.
 *
 * @param presider account
 * @param announced whether the public is told, too; a hearing of the department's own motion always is
 */
public record AskedSession(@Nullable LocalDateTime at, String place, String presider, boolean announced) {}
