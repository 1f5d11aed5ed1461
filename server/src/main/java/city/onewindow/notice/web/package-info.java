/** Where anybody verifies a document by the code printed on it. */
@NullMarked
package city.onewindow.notice.web;

import org.jspecify.annotations.NullMarked;
