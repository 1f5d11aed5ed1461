package city.onewindow.window.filing;

import city.onewindow.frame.Tone;

/** Where a filing stands; {@link FilingAct} says how it gets there. */
public enum FilingStatus {
    /** The file is being read and checked. */
    READING("读取中", Tone.INFO),
    /** The file as a whole can't be taken. */
    REFUSED("读不了", Tone.BAD),
    /** Checked, and shown to who handed it in; nothing is filed yet. */
    READ("待确认", Tone.WARN),
    DROPPED("已放弃", Tone.IDLE),
    FILED("已报送", Tone.INFO),
    /** A later one of the same round stands in its place. */
    REPLACED("已由新表代替", Tone.IDLE),
    RETURNED("已退回", Tone.BAD),
    ACCEPTED("已接收", Tone.GOOD);

    private final String term;
    private final Tone tone;

    FilingStatus(String term, Tone tone) {
        this.term = term;
        this.tone = tone;
    }

    public String term() {
        return term;
    }

    public Tone tone() {
        return tone;
    }
}
