package city.onewindow.intake.web;

import city.onewindow.calendar.WorkingDays;
import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.Span;
import city.onewindow.frame.Due;
import city.onewindow.frame.Tone;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.kernel.DayWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How the window's pages say how long something takes and how it stands. */
final class DeskWords {

    /** From here on a date is shown as coming near. */
    private static final int NEAR_WORKING_DAYS = 2;

    private DeskWords() {}

    static String days(Span span) {
        List<String> parts = new ArrayList<>();
        if (span.workingDays().signum() > 0) {
            parts.add(plain(span.workingDays()) + " 个工作日");
        }
        if (span.naturalDays().signum() > 0) {
            parts.add(plain(span.naturalDays()) + " 天");
        }
        return parts.isEmpty() ? "当场办结" : String.join(" + ", parts);
    }

    static Due due(LocalDate until, LocalDate today, WorkingDays days) {
        String date = DayWords.shortDay(until) + " 止";
        if (until.isBefore(today)) {
            return new Due(Tone.BAD, "已过期", date);
        }
        if (until.equals(today)) {
            return new Due(Tone.WARN, "今天到期", date);
        }
        long left = today.plusDays(1)
                .datesUntil(until.plusDays(1))
                .filter(days::isWorking)
                .count();
        return new Due(left <= NEAR_WORKING_DAYS ? Tone.WARN : Tone.INFO, "剩 " + left + " 个工作日", date);
    }

    static Tone tone(ApplicationStatus status) {
        return switch (status) {
            case PREPARING, PRE_REVIEW, SUBMITTED, DRAFT -> Tone.INFO;
            case RETURNED, SUPPLEMENT, AMENDING -> Tone.PAUSED;
            case PRE_REVIEWED, ACCEPTED -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
            case WITHDRAWN -> Tone.IDLE;
        };
    }

    static String form(MaterialForm form, int copies) {
        return switch (form) {
            case ORIGINAL -> copies == 0 ? "原件（核对后退还）" : "原件 " + copies + " 份";
            case COPY -> "复印件 " + copies + " 份";
            case ELECTRONIC -> "电子件或纸质件";
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
