/** The pages and the API of accounts, sign-in and one's own password. */
@NullMarked
package city.onewindow.identity.web;

import org.jspecify.annotations.NullMarked;
