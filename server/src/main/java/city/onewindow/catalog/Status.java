package city.onewindow.catalog;

/** Whether an item or a one-thing can be applied for; cases that run go on whatever it becomes. */
public enum Status {
    OFFERED("在用"),
    SUSPENDED("暂停"),
    WITHDRAWN("取消");

    private final String term;

    Status(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}
