package city.onewindow.approval;

import org.jspecify.annotations.Nullable;

/** What became of a matter. */
public enum Outcome {
    GRANTED("准予"),
    DENIED("不予"),
    /** Ended without a decision, since a matter that it waited for was denied. */
    TERMINATED("终止"),
    /** Ended without a result, since the applicant withdrew, or never brought what was deferred. */
    WITHDRAWN("撤回"),
    /** Granted on a declaration that turned out untrue, and taken back. */
    REVOKED("撤销");

    private final String term;

    Outcome(String term) {
        this.term = term;
    }

    /** Whether a matter with this outcome, or with none yet, has a result to come. */
    static boolean isToCome(@Nullable Outcome outcome) {
        return outcome == null || outcome == GRANTED;
    }

    /** The field's word, as pages and documents show it. */
    public String term() {
        return term;
    }
}
