package city.onewindow.catalog;

/**
 * That an item needs a data element.
 *
 * @param element code of the data element
 * @param mandatory 必填 or 选填
 * @param condition when it is asked; {@link Expression#ALWAYS} if always
 * @param order place on the item's own form
 * @param note where the value may come from; its first word is read, see {@link #comesFromEarlierItem}
 */
public record FieldUse(String element, boolean mandatory, Expression condition, int order, String note) {

    /** 同批前序事项…: where an item that gives the value is decided earlier in the same case, it isn't asked for. */
    public boolean comesFromEarlierItem() {
        return note.startsWith("同批前序事项");
    }
}
