package city.onewindow.approval;

import org.jspecify.annotations.Nullable;

/** 环节: where a matter stands. */
public enum Step {
    /** Waits until others of its case are granted. */
    WAITING("等待前序结果"),
    REVIEW("审查"),
    /** 特别程序: a hearing, a test, a review by experts … takes its time, and the clock stands still. */
    SUSPENDED("特别程序"),
    /** In a chain of three: somebody else looks at what was reviewed, before it is decided. */
    EXAMINE("审核"),
    DECIDE("决定"),
    CERTIFY("制证"),
    /** Its result, or the decision that denies it, lies ready at the issuing window. */
    DELIVER("送达"),
    ENDED("办结");

    private final String term;

    Step(String term) {
        this.term = term;
    }

    /** The field's word, as pages and documents show it. */
    public String term() {
        return term;
    }

    /** Who answers for it; null where nobody has to move. */
    public @Nullable Border border() {
        return switch (this) {
            case REVIEW, SUSPENDED, EXAMINE, DECIDE, CERTIFY -> Border.SUBSTANCE;
            case DELIVER -> Border.DELIVERY;
            case WAITING, ENDED -> null;
        };
    }

    /** Whether a department has to act. */
    public boolean isOpen() {
        return border() == Border.SUBSTANCE;
    }
}
