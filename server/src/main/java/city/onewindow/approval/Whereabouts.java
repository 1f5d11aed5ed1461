package city.onewindow.approval;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the paper of a case is: the last slip that wasn't objected to or taken back says it of each material; what none names has never left the
 * window.
 *
 * @param slips of the case
 */
public record Whereabouts(List<Slip> slips) {

    public Whereabouts {
        slips = List.copyOf(slips);
    }

    /** By which slip the material left the window; empty if it is there, or came back. */
    public Optional<Slip> away(String material) {
        return slips.stream()
                .filter(slip -> slip.places(material))
                .max(Comparator.comparingLong(Slip::id))
                .filter(last -> !isBroughtAgain(last, material))
                .filter(last -> !arrived(last, Slip.Direction.TO_WINDOW));
    }

    /** Whether the applicant, who got it back, brought it again: it was handed over later, whatever became of that. */
    private boolean isBroughtAgain(Slip back, String material) {
        return arrived(back, Slip.Direction.TO_APPLICANT)
                && slips.stream()
                        .anyMatch(later -> later.id() > back.id()
                                && later.lines().stream()
                                        .anyMatch(line -> line.key().equals(material)));
    }

    /** Whether the window may hand it over: it is there, or its applicant, who got it back, brings it again. */
    public boolean mayBeHanded(String material) {
        return away(material)
                .filter(last -> !arrived(last, Slip.Direction.TO_APPLICANT))
                .isEmpty();
    }

    /** What the slip's department has of it still: it confirmed that, and hasn't handed it back. */
    public List<Slip.Line> kept(Slip slip) {
        boolean confirmed = arrived(slip, Slip.Direction.TO_DEPARTMENT);
        return slip.lines().stream()
                .filter(line -> confirmed
                        && away(line.key())
                                .filter(last -> last.id() == slip.id())
                                .isPresent())
                .toList();
    }

    private static boolean arrived(Slip slip, Slip.Direction where) {
        return slip.direction() == where && slip.state() == Slip.State.RECEIVED;
    }

    /** Whether the department has had the material, or is to get it. */
    boolean reached(String department, String material) {
        return slips.stream()
                .anyMatch(slip -> slip.direction() == Slip.Direction.TO_DEPARTMENT
                        && slip.department().equals(department)
                        && slip.places(material));
    }
}
