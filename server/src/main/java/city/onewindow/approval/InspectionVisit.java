package city.onewindow.approval;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An inspection as the applicant is told of it: who comes by department, no names.
 *
 * @param state PROPOSED if it was told before and is being moved
 * @param departments names
 * @param reason why it was moved or cancelled; empty if neither
 */
public record InspectionVisit(
        Inspection.State state,
        LocalDateTime at,
        String place,
        List<String> departments,
        String subject,
        String prepare,
        String reason) {

    public InspectionVisit {
        departments = List.copyOf(departments);
    }

    static InspectionVisit of(Inspection inspection, UnaryOperator<String> departmentName) {
        return new InspectionVisit(
                inspection.state(),
                inspection.at(),
                inspection.appointment().place(),
                inspection.coming().stream()
                        .map(Inspection.Visitor::department)
                        .map(departmentName)
                        .toList(),
                inspection.appointment().subject(),
                inspection.appointment().prepare(),
                inspection.reason());
    }
}
