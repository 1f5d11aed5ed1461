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
    /** Handed over to another department, which hasn't said yet whether it takes it on; the clock runs on. */
    TRANSFER("移送"),
    CERTIFY("制证"),
    /** Its result, or the decision that denies it, lies ready at the issuing window. */
    DELIVER("送达"),
    /** On its way: mailed, passed on or announced, and not known yet to have reached the applicant. */
    SENT("寄出、公告"),
    ENDED("办结");

    private final String term;

    Step(String term) {
        this.term = term;
    }

    /** The field's word, as pages and documents show it. */
    public String term() {
        return term;
    }

    /** On whose side it lies once nothing is missing; null where nobody has to move. */
    public @Nullable Border border() {
        if (isOpen()) {
            return NextMove.Party.DEPARTMENT.border();
        }
        return this == DELIVER || this == SENT ? NextMove.Party.ISSUING_WINDOW.border() : null;
    }

    /** Whether a department has to act. */
    public boolean isOpen() {
        return isExamined() || this == TRANSFER || this == CERTIFY;
    }

    /** Whether its result, or what denies it, is made: it lies at the issuing window, is on its way, or was handed over. */
    public boolean isMade() {
        return this == DELIVER || this == SENT || this == ENDED;
    }

    /** Whether a department is at it and hasn't decided. */
    boolean isExamined() {
        return this == REVIEW || this == SUSPENDED || this == EXAMINE || this == DECIDE;
    }
}
