package city.onewindow.frame;

/** What the pages' frame asks of whoever serves it. */
public final class Frame {

    /** Everything from here, nothing inline, nobody may frame us: the pages need no more. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private Frame() {}
}
