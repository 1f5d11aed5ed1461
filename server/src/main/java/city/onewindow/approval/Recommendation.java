package city.onewindow.approval;

/** What the reviewer proposes; the decider is free to decide otherwise. */
public enum Recommendation {
    GRANT("建议准予"),
    DENY("建议不予");

    private final String term;

    Recommendation(String term) {
        this.term = term;
    }

    /** The field's word, as pages and documents show it. */
    public String term() {
        return term;
    }
}
