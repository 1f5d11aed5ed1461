package city.onewindow.approval;

import city.onewindow.identity.Actor;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An appointment on the spot as one of those concerned sees it.
 *
 * @param history oldest first
 * @param late its matters that are promised before its hour: no clock stands still for it
 * @param next what the reader may do now
 */
public record InspectionView(
        Inspection inspection, List<InspectionEntry> history, List<Late> late, List<InspectionEntry.Act> next) {

    /** A matter whose promise is over before anybody has looked. */
    public record Late(String item, String itemName, LocalDateTime promisedDue) {}

    public InspectionView {
        late = List.copyOf(late);
        history = List.copyOf(history);
        next = List.copyOf(next);
    }

    static InspectionView of(
            Inspection inspection,
            List<InspectionEntry> history,
            List<Matter> matters,
            String lead,
            Actor actor,
            LocalDateTime now) {
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
        return new InspectionView(inspection, history, late(inspection, matters), next);
    }

    private static List<Late> late(Inspection inspection, List<Matter> matters) {
        return matters.stream()
                .filter(matter -> !inspection.isOver() && !inspection.hasFindings() && Consultations.isOpen(matter))
                .filter(matter ->
                        inspection.parts().stream().anyMatch(part -> part.item().equals(matter.item())))
                .filter(matter -> inspection.at().isAfter(matter.running().promisedDue()))
                .map(matter -> new Late(
                        matter.item(), matter.itemName(), matter.running().promisedDue()))
                .toList();
    }
}
