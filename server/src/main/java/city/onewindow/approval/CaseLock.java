package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import org.springframework.stereotype.Component;

/**
 * The lock of a case. Whoever changes its matters and its application in one transaction takes it first, so that two who do never wait
 * for each other crosswise.
 */
@Component
public class CaseLock {

    private final Matters matters;
    private final Centre centre;

    CaseLock(Matters matters, Centre centre) {
        this.matters = matters;
        this.centre = centre;
    }

    /** Held until the transaction ends. */
    public void take(String number) {
        matters.locked(centre.region(), number);
    }
}
