package city.onewindow.catalog;

/** 材料必要性, the strictest first: the order of the constants is the order of the demand. */
public enum Requirement {
    REQUIRED("必要"),
    DEFERRABLE("容缺"),
    OPTIONAL("非必要");

    private final String term;

    Requirement(String term) {
        this.term = term;
    }

    /** As content files and annexes call it. */
    public String term() {
        return term;
    }
}
