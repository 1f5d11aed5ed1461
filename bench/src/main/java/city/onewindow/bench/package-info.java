/** How many cases a second, beside a workflow engine and beside the least that any program could do on this database. */
@NullMarked
package city.onewindow.bench;

import org.jspecify.annotations.NullMarked;
