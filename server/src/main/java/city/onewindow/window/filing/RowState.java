package city.onewindow.window.filing;

import city.onewindow.frame.Tone;

/** How a row of a filing stands to the annex as it went out: to the catalog and to what was filed last. */
public enum RowState {
    WRONG("有问题", Tone.BAD),
    NEW("新增", Tone.INFO),
    CHANGED("有变化", Tone.WARN),
    SAME("没有变化", Tone.GOOD);

    private final String term;
    private final Tone tone;

    RowState(String term, Tone tone) {
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
