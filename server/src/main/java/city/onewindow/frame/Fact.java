package city.onewindow.frame;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list of facts, such as 办件编号 and its number.
 *
 * @param language of the value, where it is not the page's: see {@link Messages#chinese}
 */
public record Fact(String name, String value, @Nullable String language) {

    public Fact(String name, String value) {
        this(name, value, null);
    }
}
