/** The departments' pages, the overview of cases, and the API of both. */
@NullMarked
package city.onewindow.approval.web;

import org.jspecify.annotations.NullMarked;
