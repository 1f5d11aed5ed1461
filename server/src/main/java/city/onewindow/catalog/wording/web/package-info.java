/** Where the centre's managers keep what documents say: the pages and the API of the wordings. */
@NullMarked
package city.onewindow.catalog.wording.web;

import org.jspecify.annotations.NullMarked;
