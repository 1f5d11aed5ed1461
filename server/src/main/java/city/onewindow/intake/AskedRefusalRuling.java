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
        @Nullable String remedy) {

    /** @throws Problem.InvalidInput with everything that is missing or can't be */
    void check(LocalDate today) {
        List<Fault> faults = paper().faults(today);
        if (kind == null) {
            faults.add(new Fault("/kind", "请选择裁决结果。"));
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
