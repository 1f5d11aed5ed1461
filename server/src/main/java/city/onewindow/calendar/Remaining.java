package city.onewindow.calendar;

import java.math.BigDecimal;

/**
 * How much of a limit is left, or by how much it is overdue.
 *
 * @param halfDays working half days, begun ones included; since the due date if overdue
 */
public record Remaining(int halfDays, ClockState state) {

    public boolean isOverdue() {
        return state == ClockState.RED;
    }

    /** As a page says it: 剩余 2.5 个工作日, 超期 1 个工作日. */
    public String sentence() {
        if (halfDays == 0) {
            return isOverdue() ? "已超期" : "即将到期";
        }
        String days = BigDecimal.valueOf(halfDays).divide(BigDecimal.valueOf(2)).toPlainString();
        return (isOverdue() ? "超期 " : "剩余 ") + days + " 个工作日";
    }
}
