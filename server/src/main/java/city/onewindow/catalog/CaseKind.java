package city.onewindow.catalog;

/** 即办件 and 承诺件: kinds of item by how fast they are done. */
public enum CaseKind {
    ON_THE_SPOT("即办件"),
    PROMISED("承诺件");

    private final String term;

    CaseKind(String term) {
        this.term = term;
    }

    /** As content files and annexes call it. */
    public String term() {
        return term;
    }
}
