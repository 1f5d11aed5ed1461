package city.onewindow.catalog;

/**
 * Why something is asked: the item that needs it and on what ground.
 *
 * @param item name of the item
 * @param ground law and article
 * @param condition the condition it hangs on, in words or as an expression; empty if always
 */
public record Reason(String item, String ground, String condition) {}
