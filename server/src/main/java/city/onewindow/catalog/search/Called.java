package city.onewindow.catalog.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a one-thing or item is called, in letters and digits alone. It is worked out with the index: a search compares what was typed with
 * as many as a few letters stand in.
 *
 * @param bare its name without what it may be told without: which kind of food, that it is a one-thing
 * @param results what an item gives; empty for a one-thing, which gives what its items do, and for them
 */
record Called(String bare, String name, String english, List<String> results) {

    private static final Pattern QUALIFIED = Pattern.compile("\\([^)]*\\)|（[^）]*）|一件事$");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Called of(String name, String english, List<String> results) {
        return new Called(
                plain(QUALIFIED.matcher(name).replaceAll("")),
                plain(name),
                plain(english),
                results.stream().map(Called::plain).toList());
    }

    /** In small letters, without blanks and signs. */
    static String plain(String name) {
        return BETWEEN.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
