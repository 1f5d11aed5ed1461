package city.onewindow.approval;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.intake.RulingPaper;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
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
        @Nullable RulingOrgan organ,
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

    private static final int LONGEST_TIME = 365;

    /** @throws Problem.InvalidInput with everything that is missing or can't be */
    void check(LocalDate today) {
        List<Fault> faults = paper().faults(today);
        if (kind == null) {
            faults.add(new Fault("/kind", "请选择裁决结果。"));
        }
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
        return mustKind().ground(paper().mustOrgan());
    }

    /** The organ's own document. */
    public RulingPaper paper() {
        return new RulingPaper(organ, organName, document, dated, reachedOn, rules, remedy);
    }

    /** As {@link RulingPaper#named} says. */
    String named() {
        return paper().named();
    }

    String name() {
        return paper().name();
    }

    String number() {
        return paper().number();
    }

    String said() {
        return paper().said();
    }
}
