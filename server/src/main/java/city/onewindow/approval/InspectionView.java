package city.onewindow.approval;

import city.onewindow.identity.Actor;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An appointment on the spot as one of those concerned sees it.
 *
 * @param history oldest first
 * @param next what the reader may do now
 */
public record InspectionView(Inspection inspection, List<InspectionEntry> history, List<InspectionEntry.Act> next) {

    public InspectionView {
        history = List.copyOf(history);
        next = List.copyOf(next);
    }

    static InspectionView of(
            Inspection inspection, List<InspectionEntry> history, String lead, Actor actor, LocalDateTime now) {
        boolean convenes = InspectionRights.mayConvene(inspection, lead, actor) && !inspection.isOver();
        List<InspectionEntry.Act> next = List.of(InspectionEntry.Act.values()).stream()
                .filter(act -> switch (act) {
                    case ANSWER ->
                        InspectionRights.visits(inspection, actor) && inspection.owesAnswer(actor.department(), now);
                    case FIND ->
                        InspectionRights.visits(inspection, actor) && inspection.owesFinding(actor.department(), now);
                    case CLOSE -> inspection.isClosable() && InspectionRights.mayClose(inspection, lead, actor);
                    case MOVE, CANCEL -> convenes && !inspection.hasFindings();
                    case PROPOSE, AGREE -> false;
                })
                .toList();
        return new InspectionView(inspection, history, next);
    }
}
