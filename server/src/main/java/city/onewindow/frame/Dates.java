package city.onewindow.frame;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.Deadline;
import city.onewindow.calendar.TimeLimit;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How pages say days and dates, and why something is due then, in the reader's language. */
public final class Dates {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Messages texts;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfThisYear;

    public Dates(Messages texts) {
        this.texts = texts;
        Locale locale = texts.isEnglish() ? Locale.ENGLISH : Locale.CHINA;
        this.day = DateTimeFormatter.ofPattern(texts.isEnglish() ? "EEE d MMM uuuu" : "uuuu年M月d日（EEE）", locale);
        this.dayOfThisYear = DateTimeFormatter.ofPattern(texts.isEnglish() ? "EEE d MMM" : "M月d日（EEE）", locale);
    }

    public String days(TimeLimit limit) {
        return limit.isOnTheSpot() ? texts.t("frame.days.spot") : days(limit.days(), limit.unit());
    }

    public String days(BigDecimal number, DayUnit unit) {
        String form = number.compareTo(HALF) == 0 ? "half" : number.compareTo(BigDecimal.ONE) == 0 ? "one" : "many";
        return texts.t(
                "frame.days." + (unit == DayUnit.WORKING ? "working." : "natural.") + form,
                number.stripTrailingZeros().toPlainString());
    }

    public String date(LocalDateTime moment) {
        return day.format(moment);
    }

    /** @param since when the limit began; its year needn't be said again */
    public String until(LocalDateTime due, LocalDateTime since) {
        DateTimeFormatter shown = due.getYear() == since.getYear() ? dayOfThisYear : day;
        return texts.t(
                due.toLocalTime().equals(LocalTime.NOON) ? "frame.until.noon" : "frame.until.close", shown.format(due));
    }

    /** The law's sentences in Chinese; in English what they come to. */
    public List<String> why(Deadline deadline) {
        if (!texts.isEnglish()) {
            return deadline.explanation();
        }
        TimeLimit limit = deadline.limit();
        String counted = limit.isUnderADay() ? "moment" : limit.unit() == DayUnit.WORKING ? "working" : "natural";
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.t(
                "frame.why." + counted, date(deadline.start()), days(limit), until(deadline.due(), deadline.start())));
        if (!deadline.settled()) {
            sentences.add(texts.t("frame.why.unsettled"));
        }
        return sentences;
    }
}
