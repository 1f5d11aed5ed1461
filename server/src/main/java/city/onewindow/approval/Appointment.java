package city.onewindow.approval;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.TextFaults;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When and where officers meet on the spot (联合踏勘), and what for.
 *
 * @param at day and hour; null only as long as it wasn't checked
 * @param subject what is looked at
 * @param prepare what the applicant is asked to have ready; empty if nothing
 */
public record Appointment(@Nullable LocalDateTime at, String place, String subject, String prepare) {

    /** How far ahead it may lie: an inspection is to be arranged in time (优化营商环境条例 第三十六条). */
    public static final Duration FARTHEST = Duration.ofDays(30);

    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_TEXT = 1000;

    void check(List<Fault> faults, LocalDateTime now) {
        checkTimeAndPlace(faults, now);
        TextFaults.demand(faults, "/subject", "踏勘内容", subject, LONGEST_TEXT);
        TextFaults.limit(faults, "/prepare", "申请人需要准备的", prepare, LONGEST_TEXT);
    }

    void checkTimeAndPlace(List<Fault> faults, LocalDateTime now) {
        if (at == null || !at.isAfter(now) || at.isAfter(now.plus(FARTHEST))) {
            faults.add(new Fault("/at", "请填写踏勘的日期和时间：现在以后、" + FARTHEST.toDays() + " 天以内。"));
        }
        TextFaults.demand(faults, "/place", "踏勘地点", place, LONGEST_PLACE);
    }

    /** The same at another time, or elsewhere. */
    Appointment moved(@Nullable LocalDateTime to, String where) {
        return new Appointment(to, where.strip(), subject, prepare);
    }

    Appointment stripped() {
        return new Appointment(at, place.strip(), subject.strip(), prepare.strip());
    }
}
