/** The house: one package a room, one floor above another. The map is docs/architecture.md. */
@NullMarked
package city.onewindow;

import org.jspecify.annotations.NullMarked;
