/** The issuing window's pages and API. */
@NullMarked
package city.onewindow.issuance.web;

import org.jspecify.annotations.NullMarked;
