package city.onewindow.intake;

import java.util.EnumSet;
import java.util.Set;

/** Where an application stands, and what may be done to it there. */
public enum ApplicationStatus {
    /** Being filled in at the window. */
    DRAFT("填写中", EnumSet.complementOf(EnumSet.of(IntakeAct.SUPPLY))),
    /** Sent back once with everything that is missing (行政许可法 第三十二条第一款第四项). */
    SUPPLEMENT("待补正", EnumSet.complementOf(EnumSet.of(IntakeAct.SUPPLY, IntakeAct.FALL_SILENT))),
    /** A case now; what is left to do here is to take in what was deferred. */
    ACCEPTED("已受理", EnumSet.of(IntakeAct.SUPPLY)),
    REFUSED("不予受理", EnumSet.noneOf(IntakeAct.class)),
    WITHDRAWN("已撤回", EnumSet.noneOf(IntakeAct.class));

    private final String words;
    private final Set<IntakeAct> acts;

    ApplicationStatus(String words, Set<IntakeAct> acts) {
        this.words = words;
        this.acts = acts;
    }

    public String words() {
        return words;
    }

    public boolean allows(IntakeAct act) {
        return acts.contains(act);
    }
}
