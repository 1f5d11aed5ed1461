package city.onewindow.intake;

/** Who rules on what was decided, or on what nobody decided: by review (复议) or in court (诉讼). */
public enum RulingOrgan {
    REVIEW_ORGAN("行政复议机关", "行政复议法"),
    COURT("人民法院", "行政诉讼法");

    private final String term;
    private final String law;

    RulingOrgan(String term, String law) {
        this.term = term;
        this.law = law;
    }

    /** The field's word, as pages show it. */
    public String term() {
        return term;
    }

    /** Law and article, of the two that either law has for the same. */
    public String ground(String inReview, String inCourt) {
        return law + " " + (this == COURT ? inCourt : inReview);
    }
}
