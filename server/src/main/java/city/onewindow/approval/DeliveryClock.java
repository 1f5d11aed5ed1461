package city.onewindow.approval;

import city.onewindow.calendar.Deadline;
import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.TimeLimit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 送达: until when what was decided is certified and reaches the applicant, within ten working days of the decision (行政许可法
 * 第四十四条). This clock runs beside that of the promise, which ends when the result is ready; but for sending nothing stops it, neither a
 * special procedure, which comes before the decision, nor a material that was deferred. What is mailed or announced in time is
 * delivered in time, for the days in the mail don't count (民事诉讼法 第八十五条第四款); what comes back was not.
 *
 * @param yellowFrom from when little of it is left
 */
record DeliveryClock(Deadline deadline, LocalDateTime yellowFrom) {

    /** Also what an organ that ruled sets no time for: the certificate of what it granted. */
    static final TimeLimit LIMIT = TimeLimit.workingDays("10");

    /** What the department does about it. */
    static final String CERTIFY = "制作办理结果，转出件窗口";

    /** What the issuing window does about it: the applicant was told to come and hasn't. */
    static final String REACH = "通知申请人领取；仍不来的，邮寄或者以其他方式送达";

    /** What it does about what it sent; then no day presses it. */
    static final String LEARN = "收到回执、公告期满以后登记送达；退回来的登记退件";

    static DeliveryClock from(LocalDateTime decided, Deadlines deadlines) {
        Deadline deadline = deadlines.of(decided, LIMIT);
        return new DeliveryClock(deadline, deadlines.yellowFrom(decided, deadline.due(), List.of()));
    }

    /** Of a matter that was decided, and neither sent nor handed over. What an organ granted counts from when its ruling reached the department. */
    static Optional<DeliveryClock> of(Matter matter, Deadlines deadlines) {
        boolean runs = matter.step() == Step.CERTIFY || matter.step() == Step.DELIVER;
        return runs ? runningOf(matter, deadlines) : Optional.empty();
    }

    /** The same wherever it stands: as it would run, were it still, or again, at the window. */
    static Optional<DeliveryClock> runningOf(Matter matter, Deadlines deadlines) {
        return Optional.ofNullable(decided(matter)).map(decided -> from(decided, deadlines));
    }

    private static @Nullable LocalDateTime decided(Matter matter) {
        return matter.isDecidedByRuling() && matter.outcome() == Outcome.GRANTED
                ? matter.running().openedAt()
                : matter.decidedAt();
    }

    LocalDateTime due() {
        return deadline.due();
    }

    LocalDate lastDay() {
        return due().toLocalDate();
    }

    /** Whether it is yellow or red. */
    boolean presses(LocalDateTime now) {
        return !now.isBefore(yellowFrom);
    }
}
