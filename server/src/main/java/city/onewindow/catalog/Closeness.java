package city.onewindow.catalog;

import java.util.Locale;
import java.util.regex.Pattern;

/** How near a one-thing or item is to what was typed, by what it is called; the nearest first. */
enum Closeness {
    /** It is called so. */
    SAME,
    /** It gives just that. */
    GIVES,
    /** It is called what the everyday word means. */
    MEANT,
    BEGINS,
    CONTAINS,
    /** The words stand elsewhere, or apart. */
    MENTIONS;

    /** What a name may be told without: which kind of food, that it is a one-thing. */
    private static final Pattern QUALIFIED = Pattern.compile("\\([^)]*\\)|（[^）]*）|一件事$");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Closeness of(SearchText text, Sought sought) {
        String typed = spoken(sought.words().get(0));
        String called = spoken(QUALIFIED.matcher(text.name()).replaceAll(""));
        String name = spoken(text.name());
        String english = spoken(text.english());
        if (called.equals(typed) || name.equals(typed) || english.equals(typed)) {
            return SAME;
        }
        if (gives(text, typed)) {
            return GIVES;
        }
        if (sought.whole().stream().flatMap(whole -> whole.meanings().stream()).anyMatch(called::equals)) {
            return MEANT;
        }
        if (name.startsWith(typed) || english.startsWith(typed)) {
            return BEGINS;
        }
        return name.contains(typed) || english.contains(typed) ? CONTAINS : MENTIONS;
    }

    /** A one-thing gives what its items do, and for them. */
    private static boolean gives(SearchText text, String typed) {
        return text.kind() == SearchHit.Kind.ITEM
                && text.results().stream().anyMatch(result -> spoken(result).equals(typed));
    }

    private static String spoken(String name) {
        return BETWEEN.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether one who asks so may well mean this and nothing else. */
    boolean isNamed() {
        return compareTo(BEGINS) <= 0;
    }
}
