/** The API that departments' systems call, and the pages of those who connect them. */
@NullMarked
package city.onewindow.connection.web;

import org.jspecify.annotations.NullMarked;
