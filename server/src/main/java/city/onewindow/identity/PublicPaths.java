package city.onewindow.identity;

/**
 * What can be read without signing in; all else is shut. A test holds this list against the handlers: each that is marked
 * {@code @PreAuthorize("permitAll()")} must be found here, and no other.
 */
final class PublicPaths {

    static final String[] PAGES = {
        "/",
        "/things/**",
        "/items/**",
        "/merge/**",
        "/search/**",
        "/quality/**",
        "/track/**",
        "/hearings",
        "/online/**",
        "/documents/**",
        "/design/**",
        "/help/**",
        "/kiosk/**",
        "/sign-in/**",
        "/error",
        "/frame/**",
        "/webjars/**",
        "/favicon.ico",
        "/openapi.json"
    };

    /** What other websites may show within theirs; nothing here knows who reads it. */
    static final String EMBEDDED = "/embed/**";

    /** Of these only what reads. */
    static final String[] API = {
        "/api/one-things/**",
        "/api/items/**",
        "/api/departments/**",
        "/api/windows/**",
        "/api/elements/**",
        "/api/search/**",
        "/api/quality/**",
        "/api/documents/**",
        "/api/hearings"
    };

    /** Posted because of what they are given to reckon with, or to keep it out of logs; they change nothing. */
    static final String[] API_RECKONING = {"/api/merge", "/api/track", "/api/documents/check"};

    /** Whoever names number and query code of an application may change it, too; the gate of intake asks for both. */
    static final String API_ONLINE = "/api/online/**";

    private PublicPaths() {}
}
