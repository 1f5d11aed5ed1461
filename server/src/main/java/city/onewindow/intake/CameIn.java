package city.onewindow.intake;

import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When materials came in, of which a receipt is given: not always today, for the post lies until it is opened, and what somebody left waits
 * for its clerk. From that day on the window has five working days (行政许可法 第三十二条), whenever it gives the receipt.
 *
 * @param at now, or the beginning of an earlier day
 * @param on the earlier day that the clerk names; null if they came in now
 */
record CameIn(LocalDateTime at, @Nullable LocalDate on) {

    /** Whoever names a day before that has mistaken the year. */
    private static final int YEARS = 1;

    /**
     * @param named by the clerk; null: now
     * @param earliest when it was last told what is to be mended, applied for online, or opened again: what it is about can't have come in before; null
     *     if none
     * @throws Problem.InvalidInput at /cameIn for a day that it can't have been
     */
    static CameIn of(@Nullable LocalDate named, @Nullable LocalDate earliest, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        if (named == null || named.equals(today)) {
            return new CameIn(now, null);
        }
        if (named.isAfter(today)) {
            throw wrong(DayWords.of(named) + " 还没有到。请填材料实际收到的日子，最晚是今天。");
        }
        if (earliest != null && named.isBefore(earliest)) {
            throw wrong("这件申请 " + DayWords.of(earliest) + " 才一次性告知、在网上申请或者因裁决重新办理，材料不会在那以前收到。请填那天或者以后的日子。");
        }
        if (named.isBefore(today.minusYears(YEARS))) {
            throw wrong(DayWords.of(named) + " 是一年以前了。请核对年份。");
        }
        return new CameIn(named.atStartOfDay(), named);
    }

    /**
     * A day that is mistaken would accept the application for good.
     *
     * @param until last day on which silence isn't acceptance yet
     */
    void mustBeKnownToBeLate(LocalDate until, boolean known, LocalDate today) {
        if (on != null && until.isBefore(today) && !known) {
            throw new Problem.InvalidInput(
                    "/accepted",
                    "从 " + DayWords.of(on) + "起五个工作日已经过了（到 " + DayWords.of(until)
                            + "止）：出具凭证以后，系统随即按那天视为受理，不能更改。请核对日期；确实是那天收到的，请确认。");
        }
    }

    /** For the audit log. */
    String detail() {
        return on == null ? "" : on.toString();
    }

    private static Problem.InvalidInput wrong(String message) {
        return new Problem.InvalidInput("/cameIn", message);
    }
}
