package city.onewindow.intake;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the rooms above would refuse an acceptance for, such as a stage of a project that comes too early (阶段准入). */
@Component
class KeptOut {

    private final ApplicationEventPublisher events;

    KeptOut(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** As things stand; whoever accepts asks again. What is a gap anyway is told as that. */
    List<Fault> of(Dossier dossier, List<Gap> gaps) {
        try {
            events.publishEvent(new AcceptanceAhead(dossier));
            return List.of();
        } catch (Problem.InvalidInput refused) {
            return refused.faults().stream()
                    .filter(fault ->
                            gaps.stream().noneMatch(gap -> gap.pointer().equals(fault.pointer())))
                    .toList();
        }
    }
}
