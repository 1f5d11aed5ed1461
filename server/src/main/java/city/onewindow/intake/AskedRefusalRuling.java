package city.onewindow.intake;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ruling on a refusal as somebody typed it; every part may be missing.
 *
 * @param until last day that the organ sets to accept it; null: it sets none
 * @see RulingPaper
 * @see RefusalRuling
 */
public record AskedRefusalRuling(
        @Nullable RulingOrgan organ,
        @Nullable String organName,
        @Nullable String document,
        @Nullable LocalDate dated,
        @Nullable LocalDate reachedOn,
        RefusalRuling.@Nullable Kind kind,
        @Nullable String rules,
        @Nullable String remedy,
        @Nullable LocalDate until) {

    /** @throws Problem.InvalidInput with everything that is missing or can't be */
    void check(LocalDate today) {
        List<Fault> faults = paper().faults(today);
        if (kind == null) {
            faults.add(new Fault("/kind", "请选择裁决结果。"));
        }
        if (until != null && (kind == null || !kind.reopens())) {
            faults.add(new Fault("/until", "只有撤销、责令受理的，才填写裁决确定的受理期限，请删去。"));
        } else if (until != null && reachedOn != null && until.isBefore(reachedOn)) {
            faults.add(new Fault("/until", "裁决确定的受理期限早于收到裁决文书的日期，请核对：填写最后一天，没有确定的不填。"));
        }
        Problem.InvalidInput.refuse(faults);
    }

    RefusalRuling.Kind mustKind() {
        return Objects.requireNonNull(kind);
    }

    public RulingPaper paper() {
        return new RulingPaper(organ, organName, document, dated, reachedOn, rules, remedy);
    }
}
