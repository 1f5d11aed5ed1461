package city.onewindow.approval;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ruling as somebody typed it; every part may be missing.
 *
 * @param days with {@code unit}, the time that it sets to decide; null: it sets none, and what is decided anew has the law's limit again
 * @see Ruling for the rest
 */
public record AskedRuling(
        Ruling.@Nullable Organ organ,
        @Nullable String organName,
        @Nullable String document,
        @Nullable LocalDate dated,
        @Nullable LocalDate reachedOn,
        Ruling.@Nullable Kind kind,
        @Nullable String rules,
        @Nullable String remedy,
        @Nullable Boolean procedural,
        @Nullable Integer days,
        @Nullable DayUnit unit) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TIME = 365;

    /** @throws Problem.InvalidInput with everything that is missing or can't be */
    void check(LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (organ == null) {
            faults.add(new Fault("/organ", "请选择是行政复议机关还是人民法院作出的。"));
        }
        TextFaults.demand(faults, "/organName", "作出机关的名称", text(organName), LONGEST_NAME);
        TextFaults.demand(faults, "/document", "裁决文书的文号（案号）", text(document), LONGEST_NAME);
        if (dated == null) {
            faults.add(new Fault("/dated", "请填写裁决文书的日期。"));
        }
        if (reachedOn == null || reachedOn.isAfter(today) || dated != null && reachedOn.isBefore(dated)) {
            faults.add(new Fault("/reachedOn", "请填写收到裁决文书的日期：不早于文书的日期，不晚于今天；裁决确定的期限从这一天起算。"));
        }
        if (kind == null) {
            faults.add(new Fault("/kind", "请选择裁决结果。"));
        }
        TextFaults.demand(faults, "/rules", "裁决内容（主文）", text(rules), Said.LONGEST);
        TextFaults.limit(faults, "/remedy", "补救措施", text(remedy), Said.LONGEST);
        time(faults);
        Problem.InvalidInput.refuse(faults);
    }

    private void time(List<Fault> faults) {
        if (days == null && unit == null && kind != Ruling.Kind.ORDERED) {
            return;
        }
        if (kind == null || !kind.mayLimit()) {
            faults.add(new Fault("/days", "只有责令重新作出、责令履行的，才填写裁决确定的期限。"));
        } else if (days == null || unit == null || days < 1 || days > LONGEST_TIME) {
            faults.add(new Fault("/days", "裁决确定了期限的，请填写 1 至 " + LONGEST_TIME + " 的整数，并选择工作日或自然日；责令重新作出而没有确定的，两项都留空。"));
        }
    }

    Ruling.Kind mustKind() {
        return Objects.requireNonNull(kind);
    }

    LocalDate mustReachedOn() {
        return Objects.requireNonNull(reachedOn);
    }

    boolean isProcedural() {
        return Boolean.TRUE.equals(procedural);
    }

    /** The time that it sets; null if it sets none. */
    @Nullable
    TimeLimit own() {
        return days == null || unit == null ? null : new TimeLimit(BigDecimal.valueOf(days), unit);
    }

    /** 法律依据: by the law under which the organ ruled. */
    String ground() {
        return mustKind().ground(Objects.requireNonNull(organ));
    }

    /** The organ and its document, as the applicant's papers and everybody who verifies an old one are told. */
    String named() {
        return name() + DayWords.of(Objects.requireNonNull(dated)) + "作出的" + number();
    }

    String name() {
        return text(organName).strip();
    }

    String number() {
        return text(document).strip();
    }

    String said() {
        return text(rules).strip();
    }

    String ordered() {
        return text(remedy).strip();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
