package city.onewindow.catalog;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A stretch of time as people state it: working days and natural days side by side, never turned into each other. */
public record Span(BigDecimal workingDays, BigDecimal naturalDays) implements Comparable<Span> {

    public static final Span ZERO = new Span(BigDecimal.ZERO, BigDecimal.ZERO);

    public static Span of(TimeLimit limit) {
        return limit.unit() == DayUnit.WORKING
                ? new Span(limit.days(), BigDecimal.ZERO)
                : new Span(BigDecimal.ZERO, limit.days());
    }

    public Span plus(Span other) {
        return new Span(workingDays.add(other.workingDays), naturalDays.add(other.naturalDays));
    }

    /** By length in the calendar, taking five working days for seven. */
    @Override
    public int compareTo(Span other) {
        return inCalendar().compareTo(other.inCalendar());
    }

    private BigDecimal inCalendar() {
        return workingDays
                .multiply(BigDecimal.valueOf(7))
                .divide(BigDecimal.valueOf(5), 2, RoundingMode.HALF_UP)
                .add(naturalDays);
    }
}
