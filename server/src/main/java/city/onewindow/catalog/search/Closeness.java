package city.onewindow.catalog.search;

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

    /** @param typed the first of the words, as {@link Called#plain} has it */
    static Closeness of(Called called, String typed, Sought sought) {
        if (called.bare().equals(typed)
                || called.name().equals(typed)
                || called.english().equals(typed)) {
            return SAME;
        }
        if (called.results().contains(typed)) {
            return GIVES;
        }
        if (sought.whole().stream().flatMap(whole -> whole.meanings().stream()).anyMatch(called.bare()::equals)) {
            return MEANT;
        }
        if (called.name().startsWith(typed) || called.english().startsWith(typed)) {
            return BEGINS;
        }
        return called.name().contains(typed) || called.english().contains(typed) ? CONTAINS : MENTIONS;
    }

    /** Whether one who asks so may well mean this and nothing else. */
    boolean isNamed() {
        return compareTo(BEGINS) <= 0;
    }
}
