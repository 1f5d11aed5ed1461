package city.onewindow.intake;

/** Where an application stands; {@link IntakeProcedure} says what may be done to it there. */
public enum ApplicationStatus {
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

    public boolean allows(IntakeAct act) {
        return IntakeProcedure.edge(this, act).isPresent();
    }
}
