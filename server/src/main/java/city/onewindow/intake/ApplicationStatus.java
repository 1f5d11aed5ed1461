package city.onewindow.intake;

import city.onewindow.catalog.Remote;

/** Where an application stands; {@link IntakeProcedure} says what may be done to it there. */
public enum ApplicationStatus {
    /** Being filled in by the applicant, online; no window sees it. */
    PREPARING("网上填写中"),
    /** Handed in for a look before the applicant comes (网上预审): a service, neither receipt nor acceptance. */
    PRE_REVIEW("待预审"),
    /** Looked at, and back with the applicant with everything that is missing or wrong. */
    RETURNED("预审退回"),
    /** Looked at, and in order: the applicant comes with the originals. */
    PRE_REVIEWED("预审通过"),
    /** Handed in online for acceptance (全程网办): received that day, and the five working days run (行政许可法 第三十二条). */
    SUBMITTED("网上已申请"),
    /** Of these, sent back once with everything that is missing; the applicant mends it online. */
    AMENDING("待网上补正"),
    /** Being filled in at the window. */
    DRAFT("填写中"),
    /** Sent back once with everything that is missing (行政许可法 第三十二条第一款第四项). */
    SUPPLEMENT("待补正"),
    /** A case now; what is left to do here is to take in what was deferred. */
    ACCEPTED("已受理"),
    REFUSED("不予受理"),
    WITHDRAWN("已撤回");

    private final String words;

    ApplicationStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** @param received whether a receipt was given for what is being filled in at the window, and the five working days run */
    String words(boolean received) {
        return this == DRAFT && received ? "已收件" : words;
    }

    /** Whether the applicant deals with it online: he hasn't come to the window, and it is neither accepted nor over. */
    public boolean isOnline() {
        return switch (this) {
            case PREPARING, PRE_REVIEW, RETURNED, PRE_REVIEWED, SUBMITTED, AMENDING -> true;
            case DRAFT, SUPPLEMENT, ACCEPTED, REFUSED, WITHDRAWN -> false;
        };
    }

    /** Whether something was told once, and is to be mended (行政许可法 第三十二条第一款第四项). */
    public boolean isSupplement() {
        return this == SUPPLEMENT || this == AMENDING;
    }

    /** Whether what was received waits here for the window's decision. */
    boolean isAtTheWindow() {
        return this == DRAFT || this == SUBMITTED || this == SUPPLEMENT;
    }

    /** Whether it lies at a window: seen there, and neither accepted nor over. */
    boolean liesAtTheWindow() {
        return isOnline() && this != PREPARING || this == DRAFT || this == SUPPLEMENT;
    }

    /** Of what was withdrawn: by whom, or that it only counts as that. */
    public static String withdrawn(IntakeAct by) {
        return switch (by) {
            case RETRACT -> "申请人在网上撤回";
            case LAPSE -> "逾期未补正，按撤回处理";
            default -> "申请人在窗口撤回";
        };
    }

    /** Whether it can be applied for online from there (全程网办): otherwise the window looks at it first, or somebody has to come. */
    public boolean mayApply(Remote remote) {
        return allows(IntakeAct.APPLY)
                && switch (remote.offer()) {
                    case APPLY -> true;
                    case LOOK_THEN_APPLY -> this == PRE_REVIEWED || this == AMENDING;
                    case LOOK -> false;
                };
    }

    public boolean allows(IntakeAct act) {
        return IntakeProcedure.edge(this, act).isPresent();
    }
}
