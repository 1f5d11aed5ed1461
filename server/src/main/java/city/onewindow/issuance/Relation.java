package city.onewindow.issuance;

/** In what capacity somebody takes a result. */
public enum Relation {
    SELF("本人"),
    LEGAL_REPRESENTATIVE("法定代表人"),
    /** With the applicant's authorisation (行政许可法 第二十九条第二款). */
    AGENT("受托人"),
    /** What is brought or mailed to a person may be taken by an adult of the same household (民事诉讼法 第八十八条). */
    FAMILY("同住成年家属"),
    /** Who takes in what comes for an organisation (民事诉讼法 第八十八条). */
    RECEIVER("单位负责收件的人");

    private final String term;

    Relation(String term) {
        this.term = term;
    }

    /** The field's word, as pages and documents show it. */
    public String term() {
        return term;
    }
}
