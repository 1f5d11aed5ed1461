package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * To meet on the spot, before the others have answered.
 *
 * @param items codes of the open matters that it is about
 * @param officers of the own department, if it has one of them
 */
public record InspectionProposal(Collection<String> items, Appointment appointment, List<String> officers) {

    public InspectionProposal {
        items = List.copyOf(items);
        officers = List.copyOf(officers);
    }

    /**
     * The same with the officers that come from the own department: none if it has no matter in it.
     *
     * @param chosen the matters of the case that are {@code items}
     * @throws Problem.InvalidInput with everything that is wrong
     */
    InspectionProposal checked(List<Matter> chosen, Actor actor, LocalDateTime now) {
        List<Fault> faults = new ArrayList<>();
        if (chosen.isEmpty()
                || chosen.size() < items.stream().distinct().count()
                || !chosen.stream().allMatch(Consultations::isOpen)) {
            faults.add(new Fault("/items", "请选择需要踏勘的事项：本办件中正在审查、尚未作出决定的。"));
        }
        appointment.check(faults, now);
        boolean comes = chosen.stream().anyMatch(matter -> Rights.isOwn(matter, actor));
        List<String> own = comes ? InspectionReply.officers(faults, officers) : List.of();
        Problem.InvalidInput.refuse(faults);
        return new InspectionProposal(items, appointment.stripped(), own);
    }
}
