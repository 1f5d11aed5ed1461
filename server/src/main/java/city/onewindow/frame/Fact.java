package city.onewindow.frame;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list of facts, such as 办件编号 and its number.
 *
 * @param nameLanguage of the name, where it is not the page's: see {@link Messages#chinese}
 * @param language of the value likewise
 */
public record Fact(
        String name,
        @Nullable String nameLanguage,
        String value,
        @Nullable String language) {

    public Fact(String name, String value, @Nullable String language) {
        this(name, null, value, language);
    }

    public Fact(String name, String value) {
        this(name, value, null);
    }
}
