/** Reading content files: every row is checked, every error named, before anything of them reaches the catalog. */
@NullMarked
package city.onewindow.catalog.content;

import org.jspecify.annotations.NullMarked;
