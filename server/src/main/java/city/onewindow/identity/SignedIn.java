package city.onewindow.identity;

import java.io.Serializable;
import java.security.Principal;

/**
 * What a session and a request remember of an account.
 *
 * @param region where the account is from: a session of one centre opens no other that shares the database
 * @param workplace the window or department as people call it; empty if unknown or not needed
 * @param mustChangePassword opens only the page to change it
 */
record SignedIn(String region, Actor actor, String workplace, boolean mustChangePassword)
        implements Principal, Serializable {

    @Override
    public String getName() {
        return actor.account();
    }
}
