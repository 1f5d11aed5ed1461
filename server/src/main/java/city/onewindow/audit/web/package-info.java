/** The auditor's page and its API. */
@NullMarked
package city.onewindow.audit.web;

import org.jspecify.annotations.NullMarked;
