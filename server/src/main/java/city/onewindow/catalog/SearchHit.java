package city.onewindow.catalog;

/**
 * What a search found.
 *
 * @param code of the one-thing or item
 * @param why where the words were found, in Chinese; empty if in the name itself
 */
public record SearchHit(Kind kind, String code, String name, String why) {

    public enum Kind {
        ONE_THING,
        ITEM
    }
}
