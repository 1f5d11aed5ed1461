package city.onewindow.catalog;

/** 办理环节: how many people an item passes through before it is decided; a matter keeps that of its acceptance. */
public enum Chain {
    /** One person reviews and decides in one act: what is done on the spot (即办件), and nothing else. */
    ONE("一人审查并决定"),
    /** Somebody reviews, somebody else decides. */
    TWO("审查-决定"),
    /** 经办 → 审核 → 批准: who examines is neither who reviewed nor who decides. */
    THREE("经办-审核-批准");

    private final String term;

    Chain(String term) {
        this.term = term;
    }

    /** As content files call it. */
    public String term() {
        return term;
    }
}
