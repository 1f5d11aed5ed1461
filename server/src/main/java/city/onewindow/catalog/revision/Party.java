package city.onewindow.catalog.revision;

/** In what quality somebody acts on a revision. */
public enum Party {
    /** Who keeps the item, or leads the one-thing or window. */
    AUTHOR("起草部门"),
    /** Who leads the window at which an item is taken in. */
    WINDOW_LEAD("窗口牵头部门"),
    /** Who has items in a one-thing that somebody else leads, or begins or ceases to cooperate at a window. */
    COOPERATING("配合部门"),
    CENTRE("政务服务中心");

    private final String term;

    Party(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}
