package city.onewindow.catalog;

/**
 * 延长期限: by how much the limits of an item may be extended, once, if the head of its department approves.
 *
 * @param days at most, of the unit of the item's limits
 * @param ground law and article that let them be extended
 */
public record Extension(int days, String ground) {

    /** Where the item's own law says nothing else. */
    public static final Extension USUAL = new Extension(10, "行政许可法第四十二条第一款");

    /** More than any law allows that we know of; a slip of the hand shall not make a limit endless. */
    public static final int MOST_DAYS = 60;
}
