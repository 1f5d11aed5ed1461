package city.onewindow.calendar;

/** What a time limit counts: 工作日 or 自然日. */
public enum DayUnit {
    WORKING("工作日"),
    NATURAL("自然日");

    private final String term;

    DayUnit(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}
