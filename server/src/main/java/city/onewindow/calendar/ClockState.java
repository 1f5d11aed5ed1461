package city.onewindow.calendar;

/** How a clock stands: 正常, 黄牌 (about to run out), 红牌 (has run out). */
public enum ClockState {
    NORMAL,
    YELLOW,
    RED
}
