package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Until when the licences of a case are decided together (行政许可法 第四十二条第二款), and from when little of that time is left. */
record JointLimit(LocalDateTime due, LocalDateTime yellowFrom) {

    /** Empty if the case has no such limit, or no longer. */
    static Optional<JointLimit> of(
            Addressed to, List<Matter> matters, Map<String, List<SpecialProcedure>> procedures, Deadlines deadlines) {
        return CaseClock.joint(to, matters, procedures, deadlines)
                .map(due -> new JointLimit(
                        due, deadlines.yellowFrom(to.acceptedAt(), due, CaseClock.ofLicences(matters, procedures))));
    }
}
