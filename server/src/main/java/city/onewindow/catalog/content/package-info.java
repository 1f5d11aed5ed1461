/** Reading content files: every row is checked, every error named, before anything of them reaches the catalog. */
@NamedInterface("content")
@NullMarked
package city.onewindow.catalog.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
