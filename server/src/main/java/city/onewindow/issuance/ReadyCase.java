package city.onewindow.issuance;

import city.onewindow.approval.CaseFile;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A case at the issuing window.
 *
 * @param ready what can be handed over: results, and decisions that deny
 * @param sent what is on its way, and how
 * @param unfinished what is still with a department
 * @param sendings how results were sent last, by item; also of what came back
 */
public record ReadyCase(
        CaseFile file, List<Matter> ready, List<Sent> sent, List<Matter> unfinished, Map<String, Sending> sendings) {

    /** What was mailed, passed on or announced. */
    public record Sent(Matter matter, Sending sending) {}

    static ReadyCase of(CaseFile file, List<Matter> matters, Map<String, Sending> sendings) {
        return new ReadyCase(
                file,
                matters.stream().filter(matter -> matter.step() == Step.DELIVER).toList(),
                matters.stream()
                        .filter(matter -> matter.step() == Step.SENT)
                        .map(matter -> new Sent(matter, Objects.requireNonNull(sendings.get(matter.item()))))
                        .toList(),
                matters.stream().filter(matter -> !matter.step().isMade()).toList(),
                sendings);
    }

    /** Whether one hand-over ends the case. */
    public boolean isComplete() {
        return unfinished.isEmpty() && sent.isEmpty();
    }
}
