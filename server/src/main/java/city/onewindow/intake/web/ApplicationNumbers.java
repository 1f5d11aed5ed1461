package city.onewindow.intake.web;

import city.onewindow.kernel.CaseNumber;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Reads the number of an application as people type it at the counter: whole, or only the end of one of today's. */
@Component
class ApplicationNumbers {

    private final Centre centre;
    private final Clock clock;

    ApplicationNumbers(Centre centre, Clock clock) {
        this.centre = centre;
        this.clock = clock;
    }

    /** Whether it is the end of one; it may also be something else that is made of digits. */
    boolean isSerial(String typed) {
        return CaseNumber.typedSerial(typed).isPresent();
    }

    boolean mayBe(String typed) {
        return CaseNumber.typedAtTheCounter(typed, centre.region(), LocalDate.now(clock))
                .isPresent();
    }

    /** @throws Problem.InvalidInput if it can't be a number */
    String whole(String typed) {
        return CaseNumber.typedAtTheCounter(typed, centre.region(), LocalDate.now(clock))
                .orElseThrow(() -> new Problem.InvalidInput(
                        "/q", "「" + typed.strip() + "」不是申请编号。请输入完整编号，如 410300-20261124-000012；今天的也可以只输末尾的数字。"));
    }
}
