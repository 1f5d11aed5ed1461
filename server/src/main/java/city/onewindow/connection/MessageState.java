package city.onewindow.connection;

/** What became of a message. */
public enum MessageState {
    /** It came before what it presupposes, and is tried again whenever something was applied. */
    WAITING("等待"),
    APPLIED("已采纳"),
    REFUSED("未采纳");

    private final String term;

    MessageState(String term) {
        this.term = term;
    }

    /** As pages call it. */
    public String term() {
        return term;
    }
}
