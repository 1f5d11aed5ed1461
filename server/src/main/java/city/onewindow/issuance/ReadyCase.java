package city.onewindow.issuance;

import city.onewindow.approval.CaseFile;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Step;
import java.util.List;

/**
 * A case at the issuing window.
 *
 * @param ready what can be handed over: results, and decisions that deny
 * @param unfinished what is still with a department
 */
public record ReadyCase(CaseFile file, List<Matter> ready, List<Matter> unfinished) {

    static ReadyCase of(CaseFile file, List<Matter> matters) {
        return new ReadyCase(
                file,
                matters.stream().filter(matter -> matter.step() == Step.DELIVER).toList(),
                matters.stream()
                        .filter(matter -> matter.step() != Step.DELIVER && matter.step() != Step.ENDED)
                        .toList());
    }

    /** Whether one hand-over ends the case. */
    public boolean isComplete() {
        return unfinished.isEmpty();
    }
}
