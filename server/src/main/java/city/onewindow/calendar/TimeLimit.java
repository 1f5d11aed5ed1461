package city.onewindow.calendar;

import java.math.BigDecimal;

/**
 * How long something may take: 0 is on the spot (当场), 0.5 half a working day.
 *
 * @param days a multiple of one half, not negative
 * @param unit working days unless the law says otherwise (行政许可法 第八十二条)
 */
public record TimeLimit(BigDecimal days, DayUnit unit) {

    public TimeLimit {
        if (days.signum() < 0
                || days.multiply(BigDecimal.valueOf(2)).stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("A time limit is a multiple of half a day, not " + days);
        }
        days = days.stripTrailingZeros();
        // Ten stays 10: as 1E+1 it would be equal to no ten that was read back.
        days = days.scale() < 0 ? days.setScale(0) : days;
    }

    public static TimeLimit workingDays(String days) {
        return new TimeLimit(new BigDecimal(days), DayUnit.WORKING);
    }

    /** Longer by so many days of the same unit. */
    public TimeLimit plus(int more) {
        return new TimeLimit(days.add(BigDecimal.valueOf(more)), unit);
    }

    public boolean isOnTheSpot() {
        return days.signum() == 0;
    }

    public boolean isUnderADay() {
        return days.compareTo(BigDecimal.ONE) < 0;
    }

    /** As people say it: 当场办结, 0.5个工作日, 20个工作日, 60日. */
    public String inWords() {
        if (isOnTheSpot()) {
            return "当场办结";
        }
        return days.toPlainString() + (unit == DayUnit.WORKING ? "个工作日" : "日");
    }
}
