package city.onewindow.frame;

/**
 * A value that may be chosen.
 *
 * @param value what is sent
 * @param text what is shown
 * @param hint a second, smaller line; empty if none
 */
public record Choice(String value, String text, String hint) {

    public Choice(String value, String text) {
        this(value, text, "");
    }
}
