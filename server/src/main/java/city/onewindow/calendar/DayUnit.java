package city.onewindow.calendar;

/** What a time limit counts: 工作日 or 自然日. */
public enum DayUnit {
    WORKING,
    NATURAL
}
