package city.onewindow.kernel;

import java.util.Locale;

/** How typed identifiers are read. */
final class Typed {

    private Typed() {}

    /** Blanks around it and lower-case letters are forgiven. */
    static String normal(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }
}
