package city.onewindow.issuance;

/** In what capacity somebody takes a result. */
public enum Relation {
    SELF("本人"),
    LEGAL_REPRESENTATIVE("法定代表人"),
    /** With the applicant's authorisation (行政许可法 第二十九条第二款). */
    AGENT("受托人");

    private final String term;

    Relation(String term) {
        this.term = term;
    }

    /** The field's word, as pages and documents show it. */
    public String term() {
        return term;
    }
}
