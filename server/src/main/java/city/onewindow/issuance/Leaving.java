package city.onewindow.issuance;

import city.onewindow.approval.Matter;
import city.onewindow.approval.Step;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a case is handed over at once.
 *
 * @param lying at the window
 * @param sent on its way; of {@code lying} and {@code sent} one is empty
 */
record Leaving(List<Matter> lying, List<ReadyCase.Sent> sent) {

    /** @throws Problem.InvalidInput if some of it lies at the window and some is on its way: each has a day of its own */
    static Leaving of(ReadyCase ready, Set<String> chosen) {
        List<Matter> lying = ready.ready().stream()
                .filter(matter -> chosen.contains(matter.item()))
                .toList();
        List<ReadyCase.Sent> sent = ready.sent().stream()
                .filter(one -> chosen.contains(one.matter().item()))
                .toList();
        if (!lying.isEmpty() && !sent.isEmpty()) {
            throw new Problem.InvalidInput("/items", "已经寄出、公告的和还在窗口的，请分两次登记。");
        }
        return new Leaving(lying, sent);
    }

    /** Where all of it stands; what isn't there to be handed over is told from there. */
    Step from() {
        return sent.isEmpty() ? Step.DELIVER : Step.SENT;
    }

    List<Matter> matters() {
        return Stream.concat(lying.stream(), sent.stream().map(ReadyCase.Sent::matter))
                .toList();
    }

    /** What wasn't seen when it was sent. */
    String unseen() {
        return sent.stream().map(one -> one.sending().unseen()).distinct().collect(Collectors.joining());
    }

    /** @param before by item, how it was sent the last time */
    List<Fault> faults(Delivery delivery, Map<String, Sending> before) {
        List<Fault> faults = new ArrayList<>();
        matters()
                .forEach(matter -> faults.addAll(delivery.faults(
                        matter.itemName(),
                        Optional.ofNullable(matter.readyAt())
                                .map(LocalDateTime::toLocalDate)
                                .orElse(null))));
        faults.addAll(Sending.faultsAgain(lying, before, delivery.on(), "/delivery/on"));
        sent.forEach(one -> faults.addAll(one.sending().faults(one.matter().itemName(), delivery)));
        return faults;
    }
}
